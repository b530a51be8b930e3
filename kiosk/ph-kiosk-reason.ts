import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Problem } from '#protocol/problem.ts';
import type { HallHead } from '#protocol/views.ts';
import { base } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import { icon, serviceIcon } from '#ui/icons.ts';
import { LanguageController, common, range, textOf } from '#ui/locale/index.ts';
import { phrased } from '#ui/phrased.ts';
import { figures } from './figures.ts';
import { words } from './locale.ts';
import { screenStyles } from './screen-styles.ts';
import type { Service } from './visit.ts';
import { whenWords } from './when.ts';

/**
 * Why there is no number, and two other ways: before it is asked for (the view's reason), or after
 * the hub refused (`problem`).
 *
 * - `service`: what was wanted; `other`: what could be taken instead, or null
 * - `problem`: as the hub answered; null where it could not be reached; undefined: not asked yet
 * - `hall`, `nowMs`
 * - events `service` (detail `{ id }`), `use-ticket` (detail `{ ticket }`), `again`, `back`
 */
@customElement('ph-kiosk-reason')
export class KioskReason extends LitElement {
  @property({ attribute: false }) service: Service | null = null;
  @property({ attribute: false }) other: Service | null = null;
  @property({ attribute: false }) problem: Problem | null | undefined = undefined;
  @property({ attribute: false }) hall: HallHead | null = null;
  @property({ attribute: false }) nowMs = 0;
  @property({ type: Boolean }) large = false;

  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const { service } = this;
    return html`<div class="screen ${this.large ? 'large' : ''}">
      <section class="what" role=${this.problem === undefined ? 'group' : 'alert'}>
        <span class="locked">${icon(serviceIcon(service?.icon ?? service?.id ?? null))}</span>
        <div>
          <h2>${service === null ? '' : textOf(service.name)}</h2>
          <p class="phrases">${phrased(this.why())}</p>
        </div>
      </section>
      ${this.facts()}
      <div class="push"></div>
      <section class="ways">
        <h2 class="label">${words.t('ways-title')}</h2>
        <div class="list">${this.ways()}</div>
      </section>
      <button
        class="act solid"
        type="button"
        @click=${() => {
          emit(this, 'back');
        }}
      >
        ${icon('back')}<span>${words.t('back-services')}</span>
      </button>
    </div>`;
  }

  private why(): string {
    const { problem, service } = this;
    if (problem === null) return common.t('refusal-unreachable');
    if (problem !== undefined) return problem.detail ?? problem.title;
    const reason = service?.reason ?? null;
    return reason === null ? words.t('not-now') : textOf(reason.text);
  }

  private facts(): TemplateResult | typeof nothing {
    const { service, hall } = this;
    if (this.problem !== undefined || service === null || hall === null) return nothing;
    const until = service.reason?.until ?? null;
    if (until === null && service.waiting === 0) return nothing;
    return html`<dl class="facts">
      ${
        until === null
          ? nothing
          : html`<div>
              <dt>${words.t('reason-next')}</dt>
              <dd>${whenWords(until, this.nowMs, hall)}</dd>
            </div>`
      }
      ${
        service.waiting === 0
          ? nothing
          : html`<div>
              <dt>${words.t('reason-waiting')}</dt>
              <dd>${words.t('reason-waiting-count', { count: service.waiting })}</dd>
            </div>`
      }
    </dl>`;
  }

  private ways(): TemplateResult {
    const { problem } = this;
    const ticket = problem?.by?.ticket;
    const holdsOne = problem?.rule === 'one-open-ticket' && ticket !== undefined;
    const mayRetry = problem === null || (problem !== undefined && problem.status >= 429);
    return html`${
      holdsOne
        ? this.way('arrow', words.t('use-ticket'), problem.by?.number ?? '', () => {
            emit(this, 'use-ticket', { ticket });
          })
        : nothing
    }
    ${
      mayRetry
        ? this.way('arrow', words.t('try-again'), words.t('not-recorded-help'), () => {
            emit(this, 'again');
          })
        : nothing
    }
    ${holdsOne || mayRetry ? nothing : this.otherWay()} ${this.helpWay()}`;
  }

  private otherWay(): TemplateResult | typeof nothing {
    const { other } = this;
    if (other === null) return nothing;
    const { waiting, estimate } = other;
    const people =
      waiting === 0 ? common.t('queue-nobody') : words.t('waiting', { count: waiting });
    const isTold = waiting > 0 && (estimate === null || estimate.p90Seconds >= 60);
    const help = isTold ? `${people} · ${range(estimate)}` : people;
    return this.way(
      serviceIcon(other.icon ?? other.id),
      words.t('way-other', { service: textOf(other.name) }),
      help,
      () => {
        emit(this, 'service', { id: other.id });
      },
    );
  }

  /** The hotline where the hall has one, else the staff; told, not touched. */
  private helpWay(): TemplateResult {
    const hotline = this.hall?.hotline ?? null;
    return html`<div class="row told">
      ${icon(hotline === null ? 'person' : 'phone')}
      <span>
        <span class="name"
          >${hotline === null ? words.t('way-staff') : words.t('way-hotline', { number: hotline })}</span
        >
        <span class="help"
          >${words.t(hotline === null ? 'way-staff-help' : 'way-hotline-help')}</span
        >
      </span>
      <span></span>
    </div>`;
  }

  private way(
    sign: Parameters<typeof icon>[0],
    name: string,
    help: string,
    go: () => void,
  ): TemplateResult {
    return html`<button class="row" type="button" @click=${go}>
      ${icon(sign)}
      <span><span class="name">${name}</span><span class="help">${figures(help)}</span></span>
      ${icon('chevron')}
    </button>`;
  }

  static override styles = [
    base,
    screenStyles,
    css`
      .what {
        display: flex;
        align-items: center;
        gap: calc(var(--u) * 36);
        padding-block: calc(var(--u) * 24);
      }
      .locked {
        flex: none;
        display: grid;
        place-items: center;
        width: calc(var(--u) * 168);
        height: calc(var(--u) * 168);
        border: calc(var(--u) * 5) dashed var(--edge);
        border-radius: calc(var(--u) * 34);
        color: var(--dot);
      }
      .locked .icon {
        width: calc(var(--u) * 92);
        height: calc(var(--u) * 92);
      }
      .what h2 {
        font-size: calc(var(--u) * 64);
      }
      .what p {
        margin-block-start: calc(var(--u) * 12);
        color: var(--ink2);
        font-size: calc(var(--u) * 40);
        line-height: 1.3;
      }
      .ways .list {
        margin-block-start: calc(var(--u) * 24);
      }
      .large .row {
        min-height: calc(var(--u) * 180);
      }
      .large .what p {
        font-size: calc(var(--u) * 50);
      }
      .large .what h2 {
        font-size: calc(var(--u) * 84);
      }
      @media (orientation: landscape) {
        .screen {
          gap: calc(var(--u) * 22);
        }
        .what {
          padding: 0;
        }
        .row,
        .large .row {
          min-height: calc(var(--u) * 132);
        }
        .facts > div,
        .large .facts > div {
          padding-block: calc(var(--u) * 20);
          font-size: calc(var(--u) * 36);
        }
        .act.solid,
        .large .act.solid {
          min-height: calc(var(--u) * 112);
        }
        .large .what p {
          font-size: calc(var(--u) * 44);
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-kiosk-reason': KioskReason;
  }
}
