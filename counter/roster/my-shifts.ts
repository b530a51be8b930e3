import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Problem } from '#protocol/problem.ts';
import type { LeaveView, MyRosterView, ShiftView, SwapView } from '#protocol/roster-view.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import '#ui/elements/ph-dialog.ts';
import '#ui/elements/ph-refusal.ts';
import { api } from '#ui/hub/api.ts';
import type { HubClient } from '#ui/hub/hub-client.ts';
import { latestAsked } from '#ui/hub/latest-asked.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController, dayOf, textOf } from '#ui/locale/index.ts';
import '../console/dialogs/pass-dialog.ts';
import type { Wish } from '../console/acts.ts';
import type { AskedLeave } from './leave-form.ts';
import './leave-form.ts';
import { words } from './locale.ts';
import { myShiftsStyles } from './my-shifts-styles.ts';
import { leaveText, shiftText, swapText } from './shift-words.ts';
import type { AskedSwap } from './swap-form.ts';
import './swap-form.ts';

const days = 28;

/**
 * Everybody's own shifts, with swaps and leave: a sheet over the page, so that a console keeps its
 * whole room for customers.
 *
 * - `open`, `hub`, `token`
 *
 * @fires close
 */
@customElement('ph-my-shifts')
export class MyShifts extends LitElement {
  @property({ type: Boolean }) open = false;
  @property({ attribute: false }) hub: HubClient | null = null;
  @property() token = '';

  @state() private view: MyRosterView | null = null;
  @state() private isAway = false;
  @state() private giving: { readonly day: string; readonly shift: ShiftView } | null = null;
  @state() private isAskingLeave = false;
  @state() private problem: Problem | null | undefined = undefined;
  @state() private note = '';
  /** Sent again with a supervisor's pass. */
  @state() private passing: Wish | null = null;
  private refused: Wish | null = null;

  private readonly loading = latestAsked();
  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    return html`<ph-dialog ?open=${this.open} heading=${words.t('my-title')} @close=${this.leave}>
        ${this.view === null ? this.waiting() : this.content(this.view)}
      </ph-dialog>
      ${this.passing === null ? nothing : this.passDialog(this.passing)}`;
  }

  /** Four eyes: the supervisor signs at the clerk's sheet, as at a console. */
  private passDialog(asked: Wish): TemplateResult {
    return html`<ph-pass-dialog
      .asked=${asked}
      act=${words.t(asked.command === 'agree-swap' ? 'my-agree' : 'my-ask')}
      @wish=${this.sendPassed}
      @close=${this.endPass}
    >
      ${
        this.problem === undefined
          ? nothing
          : html`<ph-refusal slot="trouble" .problem=${withoutPass(this.problem)}></ph-refusal>`
      }
    </ph-pass-dialog>`;
  }

  private waiting(): TemplateResult {
    return html`<p role=${this.isAway ? 'alert' : 'status'}>
      ${words.t(this.isAway ? 'not-reached' : 'loading')}
    </p>`;
  }

  private content(view: MyRosterView): TemplateResult {
    const toMe = view.swaps.filter(
      ({ state: now, partner }) => now === 'asked' && partner.badge === view.me.badge,
    );
    const mine = view.swaps.filter((each) => !toMe.includes(each));
    const worked = view.days.filter(({ shift, leave }) => shift !== null || leave !== null);
    return html`<div class="all">
      ${
        this.problem === undefined
          ? nothing
          : html`<ph-refusal .problem=${this.problem} @way=${this.takeWay}></ph-refusal>`
      }
      <p class="said" role="status">${this.note}</p>
      ${toMe.length === 0 ? nothing : this.asked(toMe)}
      ${
        worked.length === 0
          ? html`<p>${words.t('my-none')}</p>`
          : html`<ul class="days">
              ${worked.map((each) => this.day(view, each))}
            </ul>`
      }
      <p class="help">
        ${words.t('my-swaps-left', { count: view.swapsThisMonth, max: view.swapsAMonth })}
      </p>
      ${this.leaveForm(view)} ${this.requests(mine, view.leaves)}
    </div>`;
  }

  private day(
    view: MyRosterView,
    { day, shift, leave, isBegun, holiday }: MyRosterView['days'][number],
  ): TemplateResult {
    const isGiving = this.giving?.day === day;
    return html`<li class=${day === view.today ? 'today' : ''}>
      <b>${dayOf(day)}${day === view.today ? html`<em>${words.t('today')}</em>` : nothing}</b>
      <span>
        ${shift === null ? nothing : shiftText(shift)}
        ${
          shift?.counter == null
            ? nothing
            : html`<small>${words.t('cell-counter', { counter: shift.counter })}</small>`
        }
        ${
          shift?.swapped === true
            ? html`<small>${icon('swap', 'mark')}${words.t('cell-swapped')}</small>`
            : nothing
        }
        ${leave === null ? nothing : html`<small>${words.t(`cell-leave-${leave}`)}</small>`}
        ${holiday === null ? nothing : html`<small>${textOf(holiday)}</small>`}
      </span>
      ${
        shift === null || isBegun
          ? nothing
          : html`<button
              class="button plain"
              type="button"
              aria-expanded=${isGiving ? 'true' : 'false'}
              aria-label="${words.t('my-ask')} ${dayOf(day)}"
              @click=${() => {
                this.giving = isGiving ? null : { day, shift };
              }}
            >
              ${words.t('my-ask')}
            </button>`
      }
      ${
        isGiving && shift !== null
          ? html`<ph-swap-form
              .view=${view}
              .day=${day}
              .shift=${shift}
              @ask-swap=${this.sendSwap}
            ></ph-swap-form>`
          : nothing
      }
    </li>`;
  }

  private asked(swaps: readonly SwapView[]): TemplateResult {
    return html`<section class="asked" aria-labelledby="to-me">
      <h3 id="to-me">${words.t('my-to-me')}</h3>
      <ul>
        ${swaps.map(
          (swap) =>
            html`<li>
              <p>${swapText(swap)}</p>
              <p class="help">${swap.note}</p>
              <div class="acts">
                <button
                  class="button lamp"
                  type="button"
                  @click=${() => this.send('agree-swap', { swap: swap.swap })}
                >
                  ${words.t('my-agree')}
                </button>
                <button
                  class="button plain"
                  type="button"
                  @click=${() => this.send('refuse-swap', { swap: swap.swap })}
                >
                  ${words.t('my-refuse')}
                </button>
              </div>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  private leaveForm(view: MyRosterView): TemplateResult {
    const { isAskingLeave } = this;
    return html`<section aria-label=${words.t('my-leave')}>
      <button
        class="button plain"
        type="button"
        aria-expanded=${isAskingLeave ? 'true' : 'false'}
        @click=${() => {
          this.isAskingLeave = !isAskingLeave;
        }}
      >
        ${words.t('my-leave-ask')}
      </button>
      ${
        isAskingLeave
          ? html`<ph-leave-form .today=${view.today} @ask-leave=${this.sendLeave}></ph-leave-form>`
          : nothing
      }
    </section>`;
  }

  private requests(
    swaps: readonly SwapView[],
    leaves: readonly LeaveView[],
  ): TemplateResult | typeof nothing {
    if (swaps.length + leaves.length === 0) return nothing;
    const me = this.view?.me.badge;
    return html`<section aria-labelledby="mine">
      <h3 id="mine">${words.t('my-mine')}</h3>
      <ul>
        ${swaps.map((swap) =>
          this.request(
            swapText(swap),
            words.t(`state-${swap.state}`),
            swap.reason,
            (swap.state === 'asked' || swap.state === 'agreed') && swap.asker.badge === me
              ? () => void this.send('withdraw-swap', { swap: swap.swap })
              : null,
          ),
        )}
        ${leaves.map((leave) =>
          this.request(
            leaveText(leave),
            words.t(leave.state === 'asked' ? 'leave-state-asked' : `state-${leave.state}`),
            leave.reason,
            leave.state === 'asked'
              ? () => void this.send('withdraw-leave', { leave: leave.leave })
              : null,
          ),
        )}
      </ul>
    </section>`;
  }

  private request(
    text: string,
    now: string,
    reason: string | null,
    withdraw: (() => void) | null,
  ): TemplateResult {
    return html`<li>
      <p>${text}</p>
      <p class="help">${now}${reason === null ? nothing : html` · ${reason}`}</p>
      ${
        withdraw === null
          ? nothing
          : html`<button class="button plain" type="button" @click=${withdraw}>
              ${words.t('my-withdraw')}
            </button>`
      }
    </li>`;
  }

  private readonly sendSwap = ({ detail }: CustomEvent<AskedSwap>): void => {
    const { giving, view } = this;
    if (giving === null || view === null) return;
    const partner = view.colleagues.find(({ badge }) => badge === detail.with);
    const said = words.t('sent-swap', { name: partner?.name ?? detail.with });
    void this.send('ask-swap', { ...detail, day: giving.day }, said).then((isSent) => {
      // Another day may have been opened since.
      if (isSent && this.giving === giving) this.giving = null;
    });
  };

  private readonly sendLeave = ({ detail }: CustomEvent<AskedLeave>): void => {
    void this.send('ask-leave', { ...detail }, words.t('sent-leave')).then((isSent) => {
      if (isSent) this.isAskingLeave = false;
    });
  };

  private readonly takeWay = ({
    detail,
  }: CustomEvent<{ command: string; args?: Readonly<Record<string, unknown>> }>): void => {
    if (detail.command === 'override') this.passing = this.refused;
    if (detail.command === 'withdraw-swap') void this.send(detail.command, detail.args ?? {});
  };

  private readonly sendPassed = (event: CustomEvent<Wish>): void => {
    event.stopPropagation();
    const { refused } = this;
    const { command, args } = event.detail;
    void this.send(command, args, words.t('sent-passed')).then((isSent) => {
      // Tried again with what was first asked: a wrong pin is not kept.
      if (!isSent) this.refused = refused;
      else {
        this.passing = null;
        this.giving = null;
      }
    });
  };

  private readonly endPass = (event: Event): void => {
    event.stopPropagation();
    this.passing = null;
  };

  private async send(
    command: string,
    args: Readonly<Record<string, unknown>>,
    said = '',
  ): Promise<boolean> {
    const answer = await this.hub?.command(command, args);
    if (answer === undefined) return false;
    this.problem = answer.ok ? undefined : answer.problem;
    this.refused = answer.ok ? null : { key: 'next', command, args };
    this.note = answer.ok ? said : '';
    await this.load();
    return answer.ok;
  }

  private async load(): Promise<void> {
    const isWanted = this.loading.begin();
    const path = `/api/roster/mine?days=${String(days)}`;
    const answer = await api<MyRosterView>(path, { token: this.token });
    if (!isWanted()) return;
    this.isAway = !answer.ok;
    if (answer.ok) this.view = answer.data;
  }

  private readonly leave = (): void => {
    emit(this, 'close');
  };

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('open') || !this.open) return;
    this.problem = undefined;
    this.note = '';
    this.giving = null;
    this.passing = null;
    void this.load();
  }

  static override styles = [base, buttons, myShiftsStyles];
}

function withoutPass(problem: Problem | null): Problem | null {
  if (problem?.waysOut === undefined) return problem;
  return { ...problem, waysOut: problem.waysOut.filter(({ command }) => command !== 'override') };
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-my-shifts': MyShifts;
  }
}
