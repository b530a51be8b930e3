import { html, nothing, type TemplateResult } from 'lit';
import type { Rating } from '#core/vocabulary.ts';
import type { TicketPageView } from '#protocol/views.ts';
import { icon } from '#ui/icons.ts';
import { textOf } from '#ui/locale/index.ts';
import { phrased } from '#ui/phrased.ts';
import '#ui/elements/ph-plate.ts';
import '#ui/elements/ph-rating.ts';
import { afterWords } from './phone-after-locale.ts';
import { words } from './phone-locale.ts';
import { cancelActs, number, type Acts, type Parts } from './phone-screens.ts';

/** Being served, papers to come, missed, done, cancelled. */
export function plainScreen(
  data: TicketPageView,
  live: boolean,
  { head, foot, acts }: Parts,
): TemplateResult {
  return html`<main class="page">
    <section class="upper" data-theme="dark">
      ${head}
      <p class="service">${textOf(data.serviceName)}</p>
      ${number(data, live, true)} ${upperWords(data)}
    </section>
    <section class="lower">
      ${lowerWords(data, acts)}
      <p class="problem" role="alert">${acts.problem}</p>
      <div class="push"></div>
      ${data.can.cancel ? cancelActs(data, acts) : nothing} ${foot}
    </section>
  </main>`;
}

function upperWords(data: TicketPageView): TemplateResult | typeof nothing {
  switch (data.state) {
    case 'serving':
      return html`<h1>${afterWords.t('serving-title')}</h1>
        ${
          data.counter === null
            ? nothing
            : html`<p class="at">
                <ph-plate decorative .counter=${data.counter} state="serving"></ph-plate>
                <span>${afterWords.t('serving-at', { counter: data.counter })}</span>
              </p>`
        }`;
    case 'parked':
      return html`<h1>${afterWords.t('parked-title')}</h1>`;
    case 'missed':
      return html`<h1>${afterWords.t('missed-title')}</h1>`;
    case 'cancelled':
      return html`<h1>${afterWords.t('cancelled-title')}</h1>`;
    case 'done':
      return html`<h1>${afterWords.t('done-title')}</h1>`;
    case 'waiting':
    case 'called':
      return nothing;
  }
}

function lowerWords(data: TicketPageView, acts: Acts): TemplateResult | typeof nothing {
  switch (data.state) {
    case 'serving':
      return html`<p class="text">${afterWords.t('serving-text')}</p>`;
    case 'parked': {
      const counter =
        data.counter === null
          ? afterWords.t('parked-staff')
          : afterWords.t('parked-counter', { counter: data.counter });
      return html`<p class="text">${afterWords.t('parked-text')}</p>
        <ul class="papers">
          ${data.missing.map((paper) => html`<li>${icon('papers')}<span>${paper}</span></li>`)}
        </ul>
        <p class="text phrases">${phrased(afterWords.t('parked-back', { counter }))}</p>`;
    }
    case 'missed':
      return data.can.rejoin
        ? html`<p class="text phrases">${phrased(afterWords.t('missed-text'))}</p>
            <button
              class="button lamp wide"
              type="button"
              aria-busy=${acts.busy ? 'true' : 'false'}
              @click=${acts.rejoin}
            >
              ${acts.busy ? words.t('working') : afterWords.t('rejoin')}
            </button>
            <p class="text">${afterWords.t('rejoin-help')}</p>`
        : html`<p class="text">${afterWords.t('missed-today')}</p>`;
    case 'cancelled':
      return html`<p class="text">${afterWords.t('cancelled-text')}</p>`;
    case 'done':
      return rating(data, acts);
    case 'waiting':
    case 'called':
      return nothing;
  }
}

function rating(data: TicketPageView, acts: Acts): TemplateResult {
  if (data.rating === null && !data.can.rate)
    return html`<p class="text">${afterWords.t('done-text')}</p>`;
  return html`${
      data.rating === null
        ? html`<div>
            <h2 class="soon">${afterWords.t('rate-ask')}</h2>
            <p class="text">${afterWords.t('rate-skip')}</p>
          </div>`
        : nothing
    }
    <ph-rating
      .given=${data.rating}
      .label=${afterWords.t('rate-ask')}
      ?busy=${acts.busy}
      @rate=${(event: CustomEvent<{ rating: Rating }>) => {
        acts.rate(event.detail.rating);
      }}
    ></ph-rating>`;
}
