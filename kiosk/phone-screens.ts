import { html, nothing, type TemplateResult } from 'lit';
import type { Rating } from '#core/vocabulary.ts';
import type { RisenReason, TicketPageView } from '#protocol/views.ts';
import { icon, type IconName } from '#ui/icons.ts';
import { common, range, textOf } from '#ui/locale/index.ts';
import { phrased } from '#ui/phrased.ts';
import '#ui/elements/ph-plate.ts';
import '#ui/elements/ph-queue-line.ts';
import '#ui/elements/ph-ticket-number.ts';
import { figures } from './figures.ts';
import { words } from './phone-locale.ts';
import { lineOf, papersHint } from './phone-view.ts';

// After the first view, which is to be small; without it the page is whole, only without this help.
void import('./ph-come-back.ts').catch(() => undefined);

/** What the holder of a ticket may do, and how far it is. */
export interface Acts {
  /** The page was touched: its phone may sound. */
  readonly isTouched: boolean;
  readonly isAskingCancel: boolean;
  readonly busy: boolean;
  /** Words, after the hub did not take an act. */
  readonly problem: string;
  readonly askCancel: (asking: boolean) => void;
  readonly cancel: () => void;
  readonly rejoin: () => void;
  readonly rate: (rating: Rating) => void;
}

export interface Parts {
  readonly head: TemplateResult;
  readonly foot: TemplateResult;
  readonly acts: Acts;
}

/** Waiting: number, the line with the reader's own dot lit, two facts; three sentences below. */
export function waitingScreen(
  data: TicketPageView,
  live: boolean,
  { head, foot, acts }: Parts,
): TemplateResult {
  const line = lineOf(data);
  return html`<main class="page">
    <section class="upper ${live ? 'tall' : ''}" data-theme="dark">
      ${head}
      <h1 class="service">${textOf(data.serviceName)}</h1>
      ${number(data, live)}
      ${
        live
          ? html`<ph-queue-line
                you
                spread
                .ahead=${data.ahead}
                .counters=${line.counters}
                .max=${line.max}
              ></ph-queue-line>
              ${waitFacts(data)}`
          : nothing
      }
    </section>
    <section class="lower">
      ${
        live && data.ahead > 0
          ? html`<ph-come-back
              .leastSeconds=${data.estimate?.p10Seconds ?? null}
              now=${data.now}
              .clockSpeed=${data.clockSpeed}
              timezone=${data.hall.timezone}
            ></ph-come-back>`
          : nothing
      }
      <ul class="hints">
        ${hint('bell', words.t(acts.isTouched ? 'hint-sounds' : 'hint-touch'))}
        ${hint('papers', papersHint(data))} ${hint('heart', words.t('hint-missed'))}
      </ul>
      <div class="push"></div>
      ${cancelActs(data, acts)} ${foot}
    </section>
  </main>`;
}

function waitFacts({ ahead, estimate, risen }: TicketPageView): TemplateResult {
  if (ahead === 0) return html`<p class="soon" role="status">${common.t('queue-you-next')}</p>`;
  return html`<dl class="facts">
      <div>
        <dt>${words.t('fact-ahead')}</dt>
        <dd>${figures(words.t('fact-people', { count: ahead }))}</dd>
      </div>
      ${
        estimate !== null && estimate.p90Seconds < 60
          ? nothing
          : html`<div>
              <dt>${words.t('fact-wait')}</dt>
              <dd>${figures(range(estimate))}</dd>
            </div>`
      }
    </dl>
    ${risen === null ? nothing : html`<p class="risen" role="status">${whyRisen(risen, estimate !== null)}</p>`}`;
}

/** A page never says more than before without saying why. */
function whyRisen(risen: RisenReason, isKnown: boolean): string {
  const why = words.t(`risen-${risen}`);
  return isKnown ? words.t('risen', { why }) : why;
}

/** Called: the page is the lamp: number, plate, the way. */
export function calledScreen(
  data: TicketPageView,
  live: boolean,
  { head, foot, acts }: Parts,
): TemplateResult {
  const counter = data.counter ?? '';
  const said = data.calls > 1 ? 'recall-sentence' : 'call-sentence';
  return html`<main class="page">
    <section class="upper called" data-theme="lamp">
      ${head} ${number(data, live, true)}
      <h1>${words.t(data.calls > 1 ? 'called-again' : 'called-title')}</h1>
      <p class="visually-hidden" role="alert">
        ${common.t(said, { number: data.number, counter })}
      </p>
      <p class="go">
        <ph-plate decorative .counter=${counter} state="serving"></ph-plate>
        <span>${words.t('called-counter')}</span>
      </p>
      <p class="way">
        ${data.place === null ? nothing : html`${sentence(textOf(data.place))}<br />`}${words.t('called-wait')}
      </p>
    </section>
    <section class="lower after" data-theme="dark">
      <p class="text phrases">${phrased(words.t('called-late'))}</p>
      ${cancelActs(data, acts)} ${foot}
    </section>
  </main>`;
}

/** What comes after the call, until its own screen is here: number and way to the staff. */
export function numberScreen(
  data: TicketPageView,
  live: boolean,
  { head, foot }: Parts,
): TemplateResult {
  return html`<main class="page">
    <section class="upper" data-theme="dark">
      ${head}
      <p class="service">${textOf(data.serviceName)}</p>
      ${number(data, live, true)}
    </section>
    <section class="lower">
      <div class="push"></div>
      ${foot}
    </section>
  </main>`;
}

/** Cancel comes last, and asks once more. */
export function cancelActs({ can }: TicketPageView, acts: Acts): TemplateResult | typeof nothing {
  if (!can.cancel) return nothing;
  if (!acts.isAskingCancel)
    return html`<div class="acts">
      <p class="problem" role="alert">${acts.problem}</p>
      <button
        class="button plain wide"
        type="button"
        @click=${() => {
          acts.askCancel(true);
        }}
      >
        ${words.t('cancel')}
      </button>
    </div>`;
  return html`<div class="acts" role="group" aria-label=${words.t('cancel')}>
    <p class="text" role="status">${words.t('cancel-ask')}</p>
    <button
      class="button plain wide"
      type="button"
      aria-busy=${acts.busy ? 'true' : 'false'}
      @click=${acts.cancel}
    >
      ${words.t(acts.busy ? 'working' : 'cancel-yes')}
    </button>
    <button
      class="button plain wide"
      type="button"
      @click=${() => {
        acts.askCancel(false);
      }}
    >
      ${words.t('cancel-no')}
    </button>
  </div>`;
}

export function number(data: TicketPageView, live: boolean, small = false): TemplateResult {
  const look = data.state === 'cancelled' ? 'struck' : live ? 'solid' : 'hollow';
  return html`<div class="number ${small ? 'small' : ''} length-${data.number.length}">
    <ph-ticket-number .number=${data.number} .look=${look}></ph-ticket-number>
  </div>`;
}

/** A hall's short place text as a sentence. */
function sentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1) + words.t('stop');
}

function hint(sign: IconName, text: string): TemplateResult {
  return html`<li>${icon(sign)}<span class="phrases">${phrased(text)}</span></li>`;
}
