import { html, type TemplateResult } from 'lit';
import type { ClassSettings } from '#server/settings/draft.ts';
import { textOf } from '#ui/locale/index.ts';
import { bothField, numberField, switchField, textField } from '../fields.ts';
import { freshId, list } from '../lists.ts';
import { names } from '../names-locale.ts';
import type { SettingsPlace } from '../parts.ts';
import { words } from './locale.ts';

/** `#/settings/classes`: ordinary, priority, VIP. */
export function part(place: SettingsPlace): TemplateResult {
  return html`<p class="lead">${words.t('lead')}</p>
    ${list<ClassSettings>(place, {
      path: 'classes',
      title: ({ name, id }) => textOf(name) || id,
      note: ({ rank }) => words.t('rank', { rank }),
      fields: (_, path) => fields(place, path),
      create: (items) => ({
        id: freshId(
          items.map(({ id }) => id),
          'class',
        ),
        rank: Math.min(99, Math.max(0, ...items.map(({ rank }) => rank)) + 1),
        name: { zh: words.say('zh', 'new-zh'), en: words.say('en', 'new-en') },
      }),
      add: words.t('add'),
      least: 1,
    })}`;
}

function fields(place: SettingsPlace, path: string): TemplateResult {
  return html`${bothField(place, `${path}.name`, { label: names.t('name') })}
    <div class="row">
      ${numberField(place, `${path}.rank`, { label: names.t('rank'), help: words.t('rank-help') })}
      ${textField(place, `${path}.prefix`, {
        label: names.t('prefix'),
        help: words.t('prefix-help'),
        optional: true,
      })}
      ${numberField(place, `${path}.promiseMinutes`, {
        label: names.t('promiseMinutes'),
        help: words.t('promise-help'),
        unit: words.t('minutes'),
        optional: true,
      })}
      ${textField(place, `${path}.id`, { label: names.t('id') })}
    </div>
    ${switchField(place, `${path}.needsCustomer`, {
      label: words.t('needs-customer'),
      help: words.t('needs-help'),
    })}`;
}
