import { html, nothing, type TemplateResult } from 'lit';
import type { Text } from '#core/vocabulary.ts';
import type { CounterSettings } from '#server/settings/draft.ts';
import { textOf } from '#ui/locale/index.ts';
import { bothField, numberField, textField } from '../fields.ts';
import { list, ticks } from '../lists.ts';
import { names } from '../names-locale.ts';
import type { SettingsPlace } from '../parts.ts';
import { words } from './locale.ts';

const anyService = '*';

/** `#/settings/counters`: who serves what, and where. */
export function part(place: SettingsPlace): TemplateResult {
  return html`<p class="lead">${words.t('lead')}</p>
    ${list<CounterSettings>(place, {
      path: 'counters',
      title: ({ id }) => words.t('counter', { id }),
      note: ({ services }) => servicesNote(place, services),
      fields: (counter, path) => fields(place, counter, path),
      create: (items) => ({ id: nextCounter(items.map(({ id }) => id)), services: [anyService] }),
      add: words.t('add'),
      least: 1,
    })}`;
}

function fields(place: SettingsPlace, counter: CounterSettings, path: string): TemplateResult {
  const services = place.draft.services.map(({ id, name }) => [id, textOf(name as Text)] as const);
  const classes = place.draft.classes.map(({ id, name }) => [id, textOf(name as Text)] as const);
  const hasAll = counter.services.includes(anyService);
  return html`<div class="row">${textField(place, `${path}.id`, { label: names.t('id') })}</div>
    <div class="field switch">
      <label
        ><input
          type="checkbox"
          ?disabled=${place.readonly}
          .checked=${hasAll}
          @change=${(event: Event) => {
            const isAll = (event.target as HTMLInputElement).checked;
            place.change(
              `${path}.services`,
              isAll ? [anyService] : place.draft.services.map(({ id }) => id),
            );
          }}
        />${words.t('all-switch')}</label
      >
    </div>
    ${
      hasAll
        ? nothing
        : ticks(place, `${path}.services`, { label: words.t('services'), choices: services })
    }
    ${ticks(place, `${path}.prefers`, {
      label: words.t('prefers'),
      help: words.t('prefers-help'),
      optional: true,
      choices: [...classes, ...services],
    })}
    ${hasAll ? nothing : backup(place, counter, path, services)}
    ${bothField(place, `${path}.place`, {
      label: names.t('place'),
      help: words.t('place-help'),
      optional: true,
    })}`;
}

/** Nothing ticked: no help at all, and no time for it either. */
function backup(
  place: SettingsPlace,
  counter: CounterSettings,
  path: string,
  services: readonly (readonly [string, string])[],
): TemplateResult {
  const own: SettingsPlace = {
    ...place,
    change: (at, value) => {
      if (at !== `${path}.backup.services`) place.change(at, value);
      else if (value === undefined) place.change(`${path}.backup`, undefined);
      else {
        const afterMinutes = counter.backup?.afterMinutes ?? 6;
        place.change(`${path}.backup`, { services: value, afterMinutes });
      }
    },
  };
  return html`${ticks(own, `${path}.backup.services`, {
    label: words.t('backup'),
    help: words.t('backup-help'),
    optional: true,
    choices: services.filter(([id]) => !counter.services.includes(id)),
  })}
  ${
    counter.backup === undefined
      ? nothing
      : numberField(place, `${path}.backup.afterMinutes`, {
          label: words.t('backup-after'),
          unit: words.t('minutes'),
        })
  }`;
}

function servicesNote({ draft }: SettingsPlace, services: readonly string[]): string {
  if (services.includes(anyService)) return words.t('all');
  const known = draft.services.filter(({ id }) => services.includes(id));
  if (known.length === 0) return words.t('none');
  return known.map(({ name }) => textOf(name as Text)).join(names.t('separator'));
}

/** One more than the highest number that a counter has. */
function nextCounter(ids: readonly string[]): string {
  const numbers = ids.map(Number).filter((each) => Number.isInteger(each));
  return String(Math.max(0, ...numbers) + 1);
}
