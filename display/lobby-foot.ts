import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { LobbyView, NoticeView } from '#protocol/views.ts';
import { base, numbers } from '#ui/base-styles.ts';
import { themes } from '#ui/themes.ts';
import { icon, type IconName } from '#ui/icons.ts';
import { LanguageController, range, textOf, timeOfDay } from '#ui/locale/index.ts';
import { words } from './locale.ts';

/** How long the waiting table and each notice stand before they change places. */
const turnMs = 12_000;
/** A preview of a notice (`?notices`) begins with it. */
const firstTurn = new URLSearchParams(location.search).has('notices') ? 1 : 0;

interface Message {
  readonly icon: IconName;
  readonly heading: string;
  readonly lines: readonly string[];
}

/**
 * The foot of the lobby screen: waiting by service in turn with the notices; or, on paper, what
 * everybody has to know now (closing, no more numbers, no connection, a fault).
 */
@customElement('ph-lobby-foot')
export class LobbyFoot extends LitElement {
  @property({ attribute: false }) view: LobbyView | null = null;
  @property({ attribute: false }) nowMs = 0;
  @property({ attribute: false }) staleSinceMs: number | null = null;

  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { view } = this;
    if (view === null) return nothing;
    const standing = standingMessage(view, this.staleSinceMs);
    if (standing !== null) return band(standing);
    const notice = noticeInTurn(view.notices, performance.now(), firstTurn);
    return notice === null ? this.waiting(view) : band(notice);
  }

  private waiting(view: LobbyView): TemplateResult {
    return html`<ul class="services">
      ${view.waiting.map(
        ({ short, count, estimate }) =>
          html`<li>
            <span class="name">${textOf(short)}</span>
            <span class="count figure"
              >${count === 0 && estimate !== null ? words.t('no-wait') : words.t('people', { count })}</span
            >
            <span class="span figure"
              >${count === 0 && estimate !== null ? nothing : range(estimate)}</span
            >
          </li>`,
      )}
    </ul>`;
  }

  static override styles = [
    base,
    numbers,
    themes,
    css`
      :host {
        display: block;
        min-height: calc(var(--u) * 204);
      }
      .services {
        display: grid;
        grid-auto-flow: column;
        grid-auto-columns: minmax(0, 1fr);
        gap: var(--space-24);
        min-height: calc(var(--u) * 204);
        align-items: center;
        padding: var(--space-16) var(--space-64);
        background: var(--sunk);
      }
      li {
        display: grid;
        align-content: start;
        line-height: 1.25;
      }
      .name {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        font-size: calc(var(--u) * 36);
        color: var(--ink2);
        overflow: hidden;
      }
      .count {
        font-size: calc(var(--u) * 44);
        font-weight: var(--weight-name);
      }
      .span {
        min-height: 1.25em;
        font-size: calc(var(--u) * 32);
        color: var(--ink2);
      }
      .band {
        display: flex;
        align-items: center;
        gap: calc(var(--u) * 52);
        min-height: calc(var(--u) * 204);
        padding: var(--space-16) var(--space-64);
        background: var(--bg);
        color: var(--ink);
      }
      .band .mark {
        font-size: calc(var(--u) * 66);
      }
      .band h2 {
        font-size: calc(var(--u) * 68);
        white-space: nowrap;
        font-variant-numeric: tabular-nums;
      }
      .band p {
        font-size: calc(var(--u) * 44);
        font-weight: var(--weight-label);
        line-height: 1.28;
      }
      .band:lang(en) p {
        font-size: calc(var(--u) * 34);
      }
      @media (orientation: portrait) {
        .services {
          grid-auto-flow: row;
          grid-template-columns: repeat(4, minmax(0, 1fr));
        }
        .band {
          flex-wrap: wrap;
          gap: var(--space-16);
        }
      }
    `,
  ];
}

function band({ icon: name, heading, lines }: Message): TemplateResult {
  return html`<section class="band" data-theme="light">
    <span class="mark">${icon(name)}</span>
    <h2>${heading}</h2>
    <div>${lines.map((line) => html`<p>${line}</p>`)}</div>
  </section>`;
}

/** The most pressing thing that holds for everybody, or null in ordinary hours. */
export function standingMessage(view: LobbyView, staleSinceMs: number | null): Message | null {
  const { hall, waitingCount } = view;
  const closes = hall.closesAt === null ? '' : timeOfDay(hall.closesAt, hall.timezone);
  if (staleSinceMs !== null) {
    return {
      icon: 'offline',
      heading: words.t('offline-heading', { time: timeOfDay(staleSinceMs, hall.timezone) }),
      lines: [words.t('offline-number'), words.t('offline-listen')],
    };
  }
  if (hall.state === 'serving-out') {
    return {
      icon: 'clock',
      heading: words.t('serving-out-heading'),
      lines: [
        ...(waitingCount > 0 ? [words.t('serving-out-count', { count: waitingCount })] : []),
        words.t('serving-out-promise'),
      ],
    };
  }
  if (hall.state === 'closing') {
    return {
      icon: 'clock',
      heading: words.t('closing-heading', { time: closes }),
      lines: [
        waitingCount > 0
          ? words.t('closing-holders', { count: waitingCount })
          : words.t('closing-holders-none'),
        words.t('closing-others', { time: closes }),
      ],
    };
  }
  if (hall.state === 'closed' && view.calls.length > 0) {
    return {
      icon: 'dash',
      heading: words.t('closed-heading'),
      lines: [words.t('closed-thanks')],
    };
  }
  if (hall.state === 'closed' && hall.nextOpensAt !== null) {
    const time = timeOfDay(hall.nextOpensAt, hall.timezone);
    return {
      icon: 'clock',
      heading: words.t('numbers-from', { time }),
      lines: [words.t('promise-line')],
    };
  }
  if (hall.intakeClosedReason !== null) {
    return {
      icon: 'bell',
      heading: words.t('intake-heading'),
      lines: [words.t('intake-detail', { reason: hall.intakeClosedReason })],
    };
  }
  return null;
}

/** The waiting table first, then each notice for its turn, then again. */
export function noticeInTurn(
  notices: readonly NoticeView[],
  steadyMs: number,
  first = 0,
): Message | null {
  const turn = (Math.floor(steadyMs / turnMs) + first) % (notices.length + 1);
  const notice = notices[turn - 1];
  if (notice === undefined) return null;
  return {
    icon: notice.kind === 'fault' ? 'fault' : 'bell',
    heading: '',
    lines: [textOf(notice.text)],
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-lobby-foot': LobbyFoot;
  }
}
