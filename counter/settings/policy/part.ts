import { html, type TemplateResult } from 'lit';
import { choiceField, numberField, switchField } from '../fields.ts';
import { names } from '../names-locale.ts';
import type { SettingsPlace } from '../parts.ts';
import { words } from './locale.ts';

/** `#/settings/policy`: how the rules of the rulebook are read here. */
export function part(place: SettingsPlace): TemplateResult {
  const { draft } = place;
  const reading = (key: 'routinePause' | 'signOff' | 'handover', help: string) =>
    choiceField(place, `policy.${key}`, {
      label: names.t(key),
      help,
      values: [
        ['strict', names.t('value-strict')],
        ['covered', names.t('value-covered')],
        ['off', names.t('value-off')],
      ],
    });
  const number = (key: string, label: string, unit: string, help?: string) =>
    numberField(place, `policy.${key}`, {
      label,
      unit,
      optional: true,
      ...(help === undefined ? {} : { help }),
    });
  return html`<p class="lead">${words.t('lead')}</p>
    <section class="card" aria-labelledby="readings">
      <h2 id="readings">${words.t('readings-title')}</h2>
      <p class="help">${words.t('readings-help')}</p>
      <div class="row">
        ${reading('routinePause', words.t('pause-help'))}
        ${reading('signOff', words.t('sign-off-help'))}
        ${reading('handover', words.t('handover-help'))}
      </div>
    </section>
    <section class="card" aria-labelledby="calls">
      <h2 id="calls">${words.t('calls-title')}</h2>
      <p class="help">${words.t('no-show-help')}</p>
      <div class="row">
        ${number('noShow.minCalls', names.t('minCalls'), words.t('times'))}
        ${number('noShow.minSeconds', names.t('minSeconds'), words.t('seconds'))}
        ${number(
          'noShow.rejoinAfter',
          names.t('rejoinAfter'),
          words.t('people'),
          words.t('rejoin-help'),
        )}
        ${number('recallMax', names.t('recallMax'), words.t('times'))}
        ${number('recallGapSeconds', names.t('recallGapSeconds'), words.t('seconds'))}
      </div>
      ${switchField(place, 'policy.startOnCall', {
        label: words.t('start-on-call'),
        help: words.t('start-help'),
      })}
    </section>
    <section class="card" aria-labelledby="limits">
      <h2 id="limits">${words.t('limits-title')}</h2>
      <div class="row">
        ${choiceField(place, 'policy.transfer', {
          label: names.t('transfer'),
          help: words.t('transfer-help'),
          values: [
            ['keep', names.t('value-keep')],
            ['front', names.t('value-front')],
            ['back', names.t('value-back')],
          ],
        })}
        ${number('maxOpenTicketsPerPerson', names.t('maxOpenTicketsPerPerson'), words.t('tickets'))}
        ${number('handoverMaxMinutes', names.t('handoverMaxMinutes'), words.t('minutes'))}
        ${number('ratingMinutes', names.t('ratingMinutes'), words.t('minutes'))}
        ${number(
          'lockAfterMinutes',
          names.t('lockAfterMinutes'),
          words.t('minutes'),
          words.t('lock-help'),
        )}
      </div>
    </section>
    <section class="card" aria-labelledby="day">
      <h2 id="day">${words.t('day-title')}</h2>
      <div class="field switch">
        <label
          ><input
            type="checkbox"
            ?disabled=${place.readonly}
            .checked=${draft.policy?.openEveryDay === 'off'}
            @change=${(event: Event) => {
              const isOwn = (event.target as HTMLInputElement).checked;
              place.change('policy.openEveryDay', isOwn ? 'off' : 'strict');
            }}
          />${words.t('own-hours')}</label
        >
        <p class="help">${words.t('own-hours-help')}</p>
      </div>
    </section>`;
}
