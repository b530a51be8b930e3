import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { DeviceView } from '#protocol/views.ts';
import { base, buttons } from '#ui/base-styles.ts';
import '#ui/elements/ph-dialog.ts';
import { icon, type IconName } from '#ui/icons.ts';
import { latestAsked } from '#ui/hub/latest-asked.ts';
import { LanguageController, language } from '#ui/locale/index.ts';
import { fields } from '../../field-styles.ts';
import { ask } from '../desk-api.ts';
import { NearFocus } from '../near-focus.ts';
import { partStyles } from '../part-styles.ts';
import { settingsStyles } from '../settings-styles.ts';
import { words } from './locale.ts';

const kindIcons = {
  kiosk: 'terminal',
  display: 'screen',
  hardware: 'keypad',
} as const satisfies Record<DeviceView['kind'], IconName>;

const groups = ['pending', 'approved', 'revoked'] as const;
/** Others come and go: the list is looked at again so often while it is shown. */
const lookMs = 5_000;
const pruneDaysUsual = 30;

interface Doing {
  readonly what: 'approve' | 'rename' | 'revoke';
  readonly device: DeviceView;
}

/**
 * Devices paired with the hall: approved by their code, renamed, taken out of use, cleared.
 *
 * - `token`: a supervisor's
 */
@customElement('ph-devices-part')
export class DevicesPart extends LitElement {
  @property({ attribute: false }) token = '';
  @state() private devices: readonly DeviceView[] | null = null;
  @state() private isAway = false;
  @state() private doing: Doing | null = null;
  @state() private note = '';
  @state() private days = pruneDaysUsual;
  @state() private isPruning = false;
  private wish = '';
  private timer: ReturnType<typeof setInterval> | null = null;
  private readonly loading = latestAsked();
  readonly language = new LanguageController(this);

  constructor() {
    super();
    new NearFocus(this);
  }

  override render(): TemplateResult {
    const { devices } = this;
    if (devices === null) {
      return html`<p role="status">${words.t(this.isAway ? 'away' : 'loading')}</p>`;
    }
    return html`<p class="lead">${words.t('lead')}</p>
      <p class="note" role="status">${this.isAway ? words.t('away') : this.note}</p>
      ${devices.length === 0 ? html`<p class="card">${words.t('none')}</p>` : nothing}
      ${groups.map((group) => this.group(group, devices))} ${this.pruning(devices)}
      <p class="help">${words.t('more')}</p>
      ${this.dialog()}`;
  }

  private group(
    group: (typeof groups)[number],
    devices: readonly DeviceView[],
  ): TemplateResult | typeof nothing {
    const own = devices.filter((each) => each.state === group);
    if (own.length === 0) return nothing;
    return html`<section class="card" aria-labelledby=${group}>
      <h2 id=${group}>${words.t(group)}</h2>
      <ul class="rows">
        ${own.map((each) => this.row(each))}
      </ul>
    </section>`;
  }

  private row(device: DeviceView): TemplateResult {
    const { kind, name, state: stands, code, online, lastSeenAt } = device;
    const said = stands === 'approved' ? (online ? 'online' : 'offline') : stands;
    const seen =
      lastSeenAt === null ? words.t('never') : words.t('seen', { when: whenSaid(lastSeenAt) });
    const act = (what: Doing['what']) =>
      html`<button
        class="button plain"
        type="button"
        @click=${() => {
          this.wish = name;
          this.doing = { what, device };
        }}
      >
        ${words.t(what)}<span class="visually-hidden"> ${name}</span>
      </button>`;
    return html`<li>
      ${icon(kindIcons[kind])}
      <span class="grow"
        >${name}<small
          >${words.t(kind)} · ${stands === 'pending' ? words.t('code', { code }) : seen}</small
        ></span
      >
      <span class=${`mark ${said === 'online' ? '' : 'soft'}`}
        >${icon(said === 'online' ? 'check' : said === 'pending' ? 'pause' : 'offline')}${words.t(
          `state-${said}`,
        )}</span
      >
      <span class="acts">
        ${stands === 'pending' ? act('approve') : nothing}
        ${stands === 'revoked' ? nothing : act('rename')}
        ${stands === 'revoked' ? nothing : act('revoke')}
      </span>
    </li>`;
  }

  private pruning(devices: readonly DeviceView[]): TemplateResult | typeof nothing {
    if (devices.length === 0) return nothing;
    return html`<section class="card" aria-labelledby="prune">
      <h2 id="prune">${words.t('prune-title')}</h2>
      <p class="help">${words.t('prune-help')}</p>
      <div class="acts">
        <div class="field">
          <label for="days">${words.t('prune-days')}</label>
          <span class="figure-line">
            <input
              id="days"
              class="input figure"
              type="number"
              min="1"
              max="3650"
              .value=${String(this.days)}
              @input=${(event: InputEvent) => {
                this.isPruning = false;
                this.days = (event.target as HTMLInputElement).valueAsNumber;
              }}
            />
            <span class="unit">${words.t('days')}</span>
          </span>
        </div>
        <button class="button plain" type="button" @click=${() => void this.prune()}>
          ${this.isPruning ? words.t('prune-sure', { days: this.days }) : words.t('prune')}
        </button>
      </div>
    </section>`;
  }

  private dialog(): TemplateResult | typeof nothing {
    const { doing } = this;
    if (doing === null) return nothing;
    const { what, device } = doing;
    const { name, code } = device;
    const leave = (): void => {
      this.doing = null;
    };
    const heading =
      what === 'revoke' ? words.t('revoke-title', { name }) : words.t(`${what}-title`);
    return html`<ph-dialog open .heading=${heading} @close=${leave}>
      ${
        what === 'rename'
          ? html`<form
              class="field"
              @submit=${(event: SubmitEvent) => {
                event.preventDefault();
                void this.finish(doing);
              }}
            >
              <label for="name">${words.t('rename-label')}</label>
              <input
                id="name"
                class="input"
                type="text"
                maxlength="60"
                aria-describedby="name-help"
                .value=${name}
                @input=${(event: InputEvent) => {
                  this.wish = (event.target as HTMLInputElement).value;
                }}
              />
              <p id="name-help" class="help">${words.t('rename-help')}</p>
            </form>`
          : html`<p>
              ${what === 'approve' ? words.t('approve-help', { code }) : words.t('revoke-help')}
            </p>`
      }
      <button
        slot="actions"
        class="button lamp"
        type="button"
        @click=${() => void this.finish(doing)}
      >
        ${words.t(`${what}-yes`)}
      </button>
      <button slot="actions" class="button plain" type="button" @click=${leave}>
        ${words.t('cancel')}
      </button>
    </ph-dialog>`;
  }

  private async load(): Promise<void> {
    const isWanted = this.loading.begin();
    const answer = await ask<{ devices: readonly DeviceView[] }>(this.token, 'GET', '/api/devices');
    if (!isWanted()) return;
    this.isAway = !answer.ok;
    if (answer.ok) this.devices = answer.data.devices;
  }

  private async finish(doing: Doing): Promise<void> {
    const { what, device } = doing;
    const name = this.wish.trim();
    if (what === 'rename' && name === '') return;
    const path = `/api/devices/${encodeURIComponent(device.device)}/${what}`;
    const answer = await ask(this.token, 'POST', path, what === 'rename' ? { name } : {});
    if (this.doing === doing) this.doing = null;
    this.note = answer.ok ? '' : (answer.problem?.detail ?? words.t('away'));
    await this.load();
  }

  private async prune(): Promise<void> {
    const { days } = this;
    if (!(days >= 1)) return;
    if (!this.isPruning) {
      this.isPruning = true;
      return;
    }
    this.isPruning = false;
    const answer = await ask<{ removed: number }>(this.token, 'POST', '/api/devices/prune', {
      unseenDays: days,
    });
    if (!answer.ok) this.note = answer.problem?.detail ?? words.t('away');
    else {
      const { removed } = answer.data;
      this.note = removed === 0 ? words.t('pruned-none') : words.t('pruned', { count: removed });
    }
    await this.load();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('token') && this.token !== '') void this.load();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => {
      if (this.doing === null) void this.load();
    }, lookMs);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
  }

  static override styles = [base, buttons, fields, settingsStyles, partStyles];
}

/** Presence goes by real time, and so by the reader's own clock. */
function whenSaid(instant: string): string {
  return new Date(instant).toLocaleString(language.get() === 'zh' ? 'zh-CN' : 'en-GB', {
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-devices-part': DevicesPart;
  }
}
