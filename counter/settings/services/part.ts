import { html, type TemplateResult } from 'lit';
import type { Text } from '#core/vocabulary.ts';
import type { ServiceSettings } from '#server/settings/draft.ts';
import { textOf } from '#ui/locale/index.ts';
import { bothField, choiceField, numberField, textField } from '../fields.ts';
import { freshId, list } from '../lists.ts';
import { names } from '../names-locale.ts';
import type { SettingsPlace } from '../parts.ts';
import { words } from './locale.ts';

const icons = [
  'payment',
  'new-line',
  'broadband',
  'move',
  'enquiry',
  'complaint',
  'fault',
  'terminal',
] as const;

/** `#/settings/services`: what one can come for. */
export function part(place: SettingsPlace): TemplateResult {
  return html`<p class="lead">${words.t('lead')}</p>
    ${list<ServiceSettings>(place, {
      path: 'services',
      title: ({ name, id }) => textOf(name) || id,
      note: ({ prefix }) => prefix,
      fields: (service, path) => fields(place, service, path),
      create: (items) => ({
        id: freshId(
          items.map(({ id }) => id),
          'service',
        ),
        name: { zh: words.say('zh', 'new-zh'), en: words.say('en', 'new-en') },
        prefix: freePrefix(place),
        promiseMinutes: 10,
        expectedMinutes: 5,
      }),
      add: words.t('add'),
      least: 1,
    })}`;
}

function fields(place: SettingsPlace, _: ServiceSettings, path: string): TemplateResult {
  const unit = words.t('minutes');
  return html`${bothField(place, `${path}.name`, { label: names.t('name') })}
    <div class="row">
      ${textField(place, `${path}.prefix`, {
        label: names.t('prefix'),
        help: words.t('prefix-help'),
      })}
      ${numberField(place, `${path}.promiseMinutes`, {
        label: names.t('promiseMinutes'),
        help: words.t('promise-help'),
        unit,
        optional: true,
      })}
      ${numberField(place, `${path}.expectedMinutes`, {
        label: names.t('expectedMinutes'),
        unit,
        optional: true,
      })}
      ${numberField(place, `${path}.quotaPerDay`, {
        label: names.t('quotaPerDay'),
        help: words.t('quota-help'),
        unit: words.t('tickets'),
        optional: true,
      })}
    </div>
    ${bothField(place, `${path}.short`, {
      label: names.t('short'),
      help: words.t('short-help'),
      optional: true,
    })}
    <div class="row">
      ${choiceField(place, `${path}.icon`, {
        label: names.t('icon'),
        optional: true,
        none: words.t('icon-by-id'),
        values: icons.map((icon) => [icon, words.t(`icon-${icon}`)] as const),
      })}
      ${textField(place, `${path}.id`, { label: names.t('id'), help: words.t('id-help') })}
    </div>
    <div class="inner">
      <h3>${names.t('papers')}</h3>
      ${list<Text>(place, {
        path: `${path}.papers`,
        title: (paper) => textOf(paper),
        fields: (_each, at) => bothField(place, at, { label: names.t('text') }),
        create: () => ({ zh: words.say('zh', 'paper-zh'), en: words.say('en', 'paper-en') }),
        add: words.t('paper-add'),
        none: words.t('papers-none'),
      })}
    </div>`;
}

const letters = 'A B C D E F G H J K L M N P R S T U V W X Y Z'.split(' ');

/** A letter that no service and no class has yet. */
function freePrefix({ draft }: SettingsPlace): string {
  const taken = new Set([...draft.services, ...draft.classes].map(({ prefix }) => prefix));
  return letters.find((letter) => !taken.has(letter)) ?? 'AA';
}
