import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Problem } from '#protocol/problem.ts';
import type {
  EmptySeatView,
  LeaveView,
  OnDutyView,
  RosterView,
  SwapView,
} from '#protocol/roster-view.ts';
import type { HallHead } from '#protocol/views.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import '#ui/elements/ph-dialog.ts';
import '#ui/elements/ph-refusal.ts';
import type { HubClient } from '#ui/hub/hub-client.ts';
import { icon, type IconName } from '#ui/icons.ts';
import { LanguageController, dayOf, textOf, timeOfDay } from '#ui/locale/index.ts';
import { fields } from '../field-styles.ts';
import { words } from './locale.ts';
import { rosterSideStyles } from './roster-side-styles.ts';
import { leaveText, shiftText, swapText } from './shift-words.ts';

const decidedMax = 10;

/** A command that needs a sentence first. */
interface Asking {
  readonly command: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly heading: string;
  /** The sentence is the override's reason, not an argument. */
  readonly isPass: boolean;
}

/**
 * Beside the grid: requests to decide, who is on today, empty seats.
 *
 * - `view`, `hub`, `hall`
 *
 * @fires changed something was decided
 */
@customElement('ph-roster-side')
export class RosterSide extends LitElement {
  @property({ attribute: false }) view: RosterView | null = null;
  @property({ attribute: false }) hub: HubClient | null = null;
  @property({ attribute: false }) hall: HallHead | null = null;

  @state() private problem: Problem | null | undefined = undefined;
  @state() private asking: Asking | null = null;
  @state() private reason = '';
  private refused: Pick<Asking, 'command' | 'args'> | null = null;

  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { view } = this;
    if (view === null) return nothing;
    return html`<div class="sides">
        ${this.requests(view)} ${this.onDuty(view)}
        ${view.empty.length === 0 ? nothing : this.emptySeats(view.empty)}
      </div>
      ${this.reasonDialog()}`;
  }

  private requests({ swaps, leaves }: RosterView): TemplateResult {
    const open = swaps.filter(({ state: now }) => now === 'agreed' || now === 'asked');
    const asked = leaves.filter(({ state: now }) => now === 'asked');
    const decided = [
      ...swaps.filter((each) => !open.includes(each)).map((each) => this.swapDone(each)),
      ...leaves.filter((each) => !asked.includes(each)).map((each) => this.leaveDone(each)),
    ];
    return html`<section aria-labelledby="requests">
      <h2 id="requests">${words.t('requests')}</h2>
      ${
        this.problem === undefined
          ? nothing
          : html`<ph-refusal .problem=${this.problem} @way=${this.pass}></ph-refusal>`
      }
      ${
        open.length + asked.length === 0
          ? html`<p class="none">${words.t('requests-none')}</p>`
          : html`<ul>
              ${open.map((each) => this.swap(each))} ${asked.map((each) => this.leave(each))}
            </ul>`
      }
      ${
        decided.length === 0
          ? nothing
          : html`<details>
              <summary>${words.t('decided-before')}</summary>
              <ul>
                ${decided.slice(0, decidedMax)}
              </ul>
            </details>`
      }
    </section>`;
  }

  private swap(swap: SwapView): TemplateResult {
    const isAgreed = swap.state === 'agreed';
    const args = { swap: swap.swap };
    return html`<li>
      <p>${swapText(swap)}</p>
      <p class="note">${swap.note}</p>
      ${
        isAgreed
          ? this.decision('approve-swap', 'reject-swap', args)
          : html`<p class="state">
              ${icon('clock', 'mark')}${words.t('waits-partner', { name: swap.partner.name })}
            </p>`
      }
    </li>`;
  }

  private leave(leave: LeaveView): TemplateResult {
    return html`<li>
      <p>${leaveText(leave)}</p>
      <p class="note">${leave.note}</p>
      ${
        leave.shifts > 0
          ? html`<p class="state">
              ${icon('person', 'mark')}${words.t('leave-shifts', { count: leave.shifts })}
            </p>`
          : nothing
      }
      ${this.decision('approve-leave', 'reject-leave', { leave: leave.leave })}
    </li>`;
  }

  private decision(
    approve: string,
    reject: string,
    args: Readonly<Record<string, unknown>>,
  ): TemplateResult {
    return html`<div class="acts">
      <button class="button plain" type="button" @click=${() => this.send(approve, args)}>
        ${icon('check')}${words.t('approve')}
      </button>
      <button
        class="button plain"
        type="button"
        @click=${() => {
          this.ask({ command: reject, args, heading: words.t('reject-reason'), isPass: false });
        }}
      >
        ${words.t('reject')}
      </button>
    </div>`;
  }

  private swapDone(swap: SwapView): TemplateResult {
    return this.done(swapText(swap), swap.state, swap.reason);
  }

  private leaveDone(leave: LeaveView): TemplateResult {
    return this.done(leaveText(leave), leave.state, leave.reason);
  }

  private done(
    text: string,
    now: SwapView['state'] | LeaveView['state'],
    reason: string | null,
  ): TemplateResult {
    return html`<li>
      <p>${text}</p>
      <p class="state">
        ${icon(now === 'approved' ? 'check' : 'dash', 'mark')}${words.t(`state-${now}`)}${
          reason === null ? nothing : html`<span>${reason}</span>`
        }
      </p>
    </li>`;
  }

  private onDuty({ onDuty }: RosterView): TemplateResult {
    return html`<section aria-labelledby="on-duty">
      <h2 id="on-duty">${words.t('on-duty')}</h2>
      ${
        onDuty.length === 0
          ? html`<p class="none">${words.t('on-duty-none')}</p>`
          : html`<ul class="duty">
              ${onDuty.map(
                (each) =>
                  html`<li>
                    <b>${each.person.name}</b>
                    <span>${shiftText(each.shift)}</span>
                    <span class=${isTrouble(each) ? 'state bad' : 'state'}
                      >${icon(dutyIcon(each), 'mark')}${this.dutyText(each)}</span
                    >
                  </li>`,
              )}
            </ul>`
      }
    </section>`;
  }

  private dutyText({ state: now, dueAt, lateMinutes, arrivedAt }: OnDutyView): string {
    const time = timeOfDay(dueAt, this.hall?.timezone ?? 'UTC');
    switch (now) {
      case 'later':
        return words.t('duty-later', { time });
      case 'due':
        return words.t('duty-due', { time });
      case 'missing':
        return words.t('duty-missing', { minutes: lateMinutes });
      case 'here':
        return lateMinutes > 0
          ? words.t('duty-here-late', { minutes: lateMinutes })
          : words.t('duty-here');
      case 'over':
        return words.t(arrivedAt === null && lateMinutes > 0 ? 'duty-absent' : 'duty-over');
    }
  }

  private emptySeats(seats: readonly EmptySeatView[]): TemplateResult {
    return html`<section aria-labelledby="empty">
      <h2 id="empty">${words.t('empty-seats')}</h2>
      <ul>
        ${seats.map((seat) => {
          const day = dayOf(seat.day);
          const kind = this.kindName(seat.kind);
          const other = seat.swappedBetween?.find(({ badge }) => badge !== seat.answerable.badge);
          return html`<li>
            <p>${words.t('empty-line', { day, kind, name: seat.person.name })}</p>
            <p class="state">
              ${icon('person', 'mark')}${words.t('empty-answers', { name: seat.answerable.name })}${
                seat.reason === null ? nothing : html`<span>${seat.reason}</span>`
              }
            </p>
            ${
              other === undefined
                ? nothing
                : html`<div class="acts">
                    <button
                      class="button plain"
                      type="button"
                      @click=${() => {
                        this.ask({
                          command: 'name-answerable',
                          args: {
                            day: seat.day,
                            badge: seat.person.badge,
                            answerable: other.badge,
                          },
                          heading: words.t('empty-reason', { name: other.name }),
                          isPass: false,
                        });
                      }}
                    >
                      ${words.t('empty-change', { name: other.name })}
                    </button>
                  </div>`
            }
          </li>`;
        })}
      </ul>
    </section>`;
  }

  private kindName(id: string): string {
    const found = this.view?.kinds.find((each) => each.id === id);
    return found === undefined ? id : textOf(found.name);
  }

  private reasonDialog(): TemplateResult {
    const { asking } = this;
    return html`<ph-dialog
      ?open=${asking !== null}
      heading=${asking?.heading ?? ''}
      @close=${this.unask}
    >
      <textarea
        class="input area"
        maxlength="200"
        aria-label=${asking?.heading ?? ''}
        .value=${this.reason}
        @input=${({ target }: Event) => {
          this.reason = (target as HTMLTextAreaElement).value;
        }}
      ></textarea>
      <button
        slot="actions"
        class="button lamp"
        type="button"
        aria-disabled=${this.reason.trim() === '' ? 'true' : nothing}
        @click=${this.answered}
      >
        ${asking?.isPass === true ? words.t('pass') : words.t('save')}
      </button>
      <button slot="actions" class="button plain" type="button" @click=${this.unask}>
        ${words.t('cancel')}
      </button>
    </ph-dialog>`;
  }

  private ask(asking: Asking): void {
    this.reason = '';
    this.asking = asking;
  }

  private readonly unask = (): void => {
    this.asking = null;
  };

  private readonly answered = (): void => {
    const { asking } = this;
    const reason = this.reason.trim();
    if (asking === null || reason === '') return;
    this.asking = null;
    const more = asking.isPass ? { override: { reason } } : { reason };
    void this.send(asking.command, { ...asking.args, ...more });
  };

  private readonly pass = ({ detail }: CustomEvent<{ command: string }>): void => {
    const { refused } = this;
    if (detail.command !== 'override' || refused === null) return;
    this.ask({ ...refused, heading: words.t('pass-reason'), isPass: true });
  };

  private async send(command: string, args: Readonly<Record<string, unknown>>): Promise<void> {
    const answer = await this.hub?.command(command, args);
    if (answer === undefined) return;
    this.problem = answer.ok ? undefined : answer.problem;
    this.refused = answer.ok ? null : { command, args };
    emit(this, 'changed');
  }

  static override styles = [base, buttons, fields, rosterSideStyles];
}

function isTrouble({ state }: OnDutyView): boolean {
  return state === 'due' || state === 'missing';
}

function dutyIcon({ state }: OnDutyView): IconName {
  switch (state) {
    case 'later':
      return 'clock';
    case 'due':
    case 'missing':
      return 'cross';
    case 'here':
      return 'check';
    case 'over':
      return 'dash';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-roster-side': RosterSide;
  }
}
