import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { AsideView, DeviceView, NoticeView, SupervisorView } from '#protocol/views.ts';
import { base, buttons, numbers } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import { icon, type IconName } from '#ui/icons.ts';
import { LanguageController, textOf, timeOfDay } from '#ui/locale/index.ts';
import type { Act } from './acts.ts';
import { isAttached } from './equipment.ts';
import { undone } from './undo-words.ts';
import { words } from './locale.ts';
import './staff-list.ts';
import { sheets } from './sheet-styles.ts';
import { spanOf } from './span.ts';
import { hallListsStyles } from './hall-lists-styles.ts';

const kindIcons = {
  kiosk: 'printer',
  display: 'screen',
  hardware: 'keypad',
} as const satisfies Record<DeviceView['kind'], IconName>;

/**
 * The hall below the board: who is next and why, the missed and the parked, devices, notices, the
 * handovers in line and the overrides of the day.
 *
 * - `hall`: the supervisor view; `elapsedSeconds` since it was made
 *
 * @fires act detail is the act
 * @fires ticket detail `{ ticket }`
 * @fires notice a notice is to be written
 */
@customElement('ph-hall-lists')
export class HallLists extends LitElement {
  @property({ attribute: false }) hall: SupervisorView | null = null;
  @property({ attribute: false }) elapsedSeconds = 0;

  /** The device that is about to be put out of use. */
  @state() private revoking: string | null = null;

  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { hall } = this;
    if (hall === null) return nothing;
    return html`<div class="sections">
      <div class="column">
        ${this.next(hall)}
        <ph-staff-list .hall=${hall}></ph-staff-list>
        ${this.devices(hall)} ${this.shift(hall)}
      </div>
      <div class="column">
        ${this.asides(hall, 'missed')} ${this.asides(hall, 'parked')}
        <ph-equipment .hall=${hall}></ph-equipment>
        ${this.notices(hall)}
      </div>
    </div>`;
  }

  private next({ next }: SupervisorView): TemplateResult {
    return html`<section aria-labelledby="next">
      <h2 id="next">${words.t('next-title')}</h2>
      ${
        next.length === 0
          ? html`<p class="help">${words.t('next-none')}</p>`
          : html`<p class="help">${words.t('next-help')}</p>
              <ol class="rows">
                ${next.map(
                  ({ ticket, number, service, class: own, promiseLeftSeconds, why }) =>
                    html`<li>
                      ${this.number(ticket, number)}
                      <span class="grow"
                        >${textOf(why)}
                        <small>${this.serviceWord(service)} · ${this.classWord(own)}</small></span
                      >
                      ${this.left(promiseLeftSeconds - this.elapsedSeconds)}
                    </li>`,
                )}
              </ol>`
      }
    </section>`;
  }

  private left(seconds: number): TemplateResult {
    return seconds >= 0
      ? html`<span class="left">${words.t('left-in', { span: spanOf(seconds) })}</span>`
      : html`<span class="left over">${words.t('left-over', { span: spanOf(-seconds) })}</span>`;
  }

  private asides(hall: SupervisorView, kind: 'missed' | 'parked'): TemplateResult {
    const list = hall[kind];
    const missed = kind === 'missed';
    return html`<section aria-labelledby=${kind}>
      <h2 id=${kind}>
        ${words.t(missed ? 'missed-title' : 'parked-title')}${
          list.length === 0 ? nothing : html` <span class="count">${list.length}</span>`
        }
      </h2>
      ${
        list.length === 0
          ? html`<p class="help">${words.t(missed ? 'missed-none' : 'parked-none')}</p>`
          : html`<ul class="rows scroll" tabindex="0" aria-labelledby=${kind}>
              ${list.map((each) => this.aside(each, missed))}
            </ul>`
      }
    </section>`;
  }

  private aside(each: AsideView, missed: boolean): TemplateResult {
    const { ticket, number, service, class: own, missing } = each;
    const label = words.t(missed ? 'rejoin' : 'return-papers');
    const command = missed ? 'rejoin-ticket' : 'return-ticket';
    const papers = missing.join(words.t('paper-comma'));
    return html`<li>
      ${this.number(ticket, number)}
      <span class="grow"
        >${this.serviceWord(service)}
        <small
          >${missing.length === 0 ? this.classWord(own) : words.t('missing-papers', { papers })}</small
        ></span
      >
      <button
        class="button plain"
        type="button"
        @click=${this.act({ command, args: { ticket }, label: `${label} ${number}` })}
      >
        ${label}
      </button>
    </li>`;
  }

  private devices({ devices: all, hall }: SupervisorView): TemplateResult {
    const devices = all.filter((each) => !isAttached(each));
    const approved = devices.filter(({ state: now }) => now === 'approved');
    const online = approved.filter((device) => device.online).length;
    return html`<section id="devices-section" aria-labelledby="devices" tabindex="-1">
      <h2 id="devices">
        ${words.t('devices-title')}${
          approved.length === 0
            ? nothing
            : html` <span class="count"
                >${words.t('devices-online', { online, count: approved.length })}</span
              >`
        }
      </h2>
      ${
        devices.length === 0
          ? html`<p class="help">${words.t('devices-none')}</p>`
          : html`<ul class="rows scroll" tabindex="0" aria-labelledby="devices">
              ${devices.map((device) => this.device(device, hall.timezone))}
            </ul>`
      }
    </section>`;
  }

  private device(device: DeviceView, timezone: string): TemplateResult {
    const { device: id, kind, name, state: now, code } = device;
    const approve = this.act({
      command: 'approve-device',
      args: { device: id },
      label: `${words.t('approve-device')} ${name}`,
    });
    const revoke = this.act({
      command: 'revoke-device',
      args: { device: id },
      label: words.t('revoke-title', { name }),
    });
    return html`<li class=${now}>
      ${icon(kindIcons[kind])}
      <span class="grow"
        >${name}
        <small
          >${words.t(`kind-${kind}`)} ·
          ${
            now === 'pending'
              ? words.t('device-pending', { code })
              : this.revoking === id
                ? words.t('revoke-help')
                : presence(device, timezone)
          }</small
        ></span
      >
      ${
        now === 'approved' && this.revoking === id
          ? html`<button class="button plain" type="button" @click=${this.ask(null)}>
                ${words.t('keep')}
              </button>
              <button class="button plain" type="button" @click=${revoke}>
                ${words.t('revoke-yes')}
              </button>`
          : now === 'approved'
            ? html`<button class="button quiet" type="button" @click=${this.ask(id)}>
                ${words.t('revoke')}<span class="visually-hidden"> ${name}</span>
              </button>`
            : html`<button class="button plain" type="button" @click=${approve}>
                ${words.t('approve-device')}
              </button>`
      }
    </li>`;
  }

  private notices({ notices, hall }: SupervisorView): TemplateResult {
    return html`<section aria-labelledby="notices">
      <h2 id="notices">${words.t('notices-title')}</h2>
      ${
        notices.length === 0
          ? html`<p class="help">${words.t('notices-none')}</p>`
          : html`<ul class="rows scroll" tabindex="0" aria-labelledby="notices">
              ${notices.map((notice) => this.notice(notice, hall.timezone))}
            </ul>`
      }
      <p class="below">
        <button
          class="button plain"
          type="button"
          @click=${() => {
            emit(this, 'notice');
          }}
        >
          ${icon('bell')}${words.t('post-notice')}
        </button>
      </p>
    </section>`;
  }

  private notice(notice: NoticeView, timezone: string): TemplateResult {
    const { id, kind, text, until } = notice;
    const mine = kind === 'notice' || kind === 'fault';
    return html`<li>
      ${icon(kind === 'fault' ? 'fault' : kind === 'notice' ? 'bell' : 'clock')}
      <span class="grow"
        >${textOf(text)}
        <small
          >${words.t(`notice-kind-${kind}`)} ·
          ${
            until === null
              ? words.t('notice-standing')
              : words.t('notice-until', { time: timeOfDay(until, timezone) })
          }</small
        ></span
      >
      ${
        mine
          ? html`<button
              class="button plain"
              type="button"
              @click=${this.act({
                command: 'withdraw-notice',
                args: { notice: id },
                label: words.t('withdraw'),
                undo: () => ({
                  command: 'post-notice',
                  args: { text, kind, ...(until === null ? {} : { until }) },
                  label: undone(words.t('withdraw')),
                }),
              })}
            >
              ${words.t('withdraw')}
            </button>`
          : nothing
      }
    </li>`;
  }

  private shift({ counters, handoverQueue, overrides }: SupervisorView): TemplateResult {
    const running = counters.find(({ state: now }) => now === 'handover');
    return html`<section aria-labelledby="shift">
      <h2 id="shift">${words.t('day-title')}</h2>
      <h3>${words.t('handover-queue')}</h3>
      ${
        running === undefined
          ? nothing
          : html`<p>${words.t('handover-running', { counter: running.counter })}</p>`
      }
      ${
        handoverQueue.length === 0
          ? html`<p class="help">${words.t('handover-none')}</p>`
          : html`<ol class="rows">
              ${handoverQueue.map(
                ({ counter, to }, index) =>
                  html`<li>
                    <span class="grow">${words.t('handover-one', { counter, badge: to })}</span>
                    ${index === 0 ? html`<b>${words.t('handover-next')}</b>` : nothing}
                  </li>`,
              )}
            </ol>`
      }
      <p class="overrides">
        ${icon('shield')}
        <span
          >${overrides === 0 ? words.t('overrides-none') : words.t('overrides', { count: overrides })}
          <small>${words.t('overrides-help')}</small></span
        >
      </p>
    </section>`;
  }

  private number(ticket: string, number: string): TemplateResult {
    return html`<button
      class="number"
      type="button"
      @click=${() => {
        emit(this, 'ticket', { ticket });
      }}
    >
      ${number}
    </button>`;
  }

  private act(act: Act): () => void {
    return () => {
      this.revoking = null;
      emit(this, 'act', act);
    };
  }

  private ask(device: string | null): () => void {
    return () => {
      this.revoking = device;
    };
  }

  private serviceWord(id: string): string {
    const found = this.hall?.queues.find(({ service }) => service === id);
    return found === undefined ? id : textOf(found.name);
  }

  private classWord(id: string): string {
    const found = this.hall?.classes.find((each) => each.id === id);
    return found === undefined ? id : textOf(found.name);
  }

  static override styles = [base, numbers, buttons, sheets, hallListsStyles];
}

function presence(
  { state, online, sound, speaks, lastSeenAt }: DeviceView,
  timezone: string,
): string {
  if (state === 'revoked') return words.t('device-revoked');
  if (online) {
    const heard = sound === null ? '' : ` · ${words.t(speaks ? 'sound-speaks' : `sound-${sound}`)}`;
    return `${words.t('device-online')}${heard}`;
  }
  return lastSeenAt === null
    ? words.t('device-never')
    : words.t('device-away-since', { time: timeOfDay(lastSeenAt, timezone) });
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-hall-lists': HallLists;
  }
}
