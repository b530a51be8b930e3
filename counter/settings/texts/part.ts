import { html, type TemplateResult } from 'lit';
import { languages } from '#core/vocabulary.ts';
import type { Text } from '#core/vocabulary.ts';
import { speechKinds, spokenTemplates, templateSlots } from '#protocol/words/spoken.ts';
import { valueAt } from '#server/settings/paths.ts';
import { hrefTo } from '../../manager/route.ts';
import { courteousBoth } from '../courteous-field.ts';
import type { SettingsPlace } from '../parts.ts';
import { words } from './locale.ts';
import './spoken-preview.ts';

/** `#/settings/texts`: what the voice says, in the hall's own words. */
export function part(place: SettingsPlace): TemplateResult {
  return html`<p class="lead">${words.t('lead')}</p>
    ${speechKinds.map((kind) => {
      const path = `voice.templates.${kind}`;
      const given = valueAt(place.draft, path) as Partial<Text> | undefined;
      const slots = templateSlots[kind]
        .map((slot) => `{${slot}} ${words.t(`slot-${slot}`)}`)
        .join(words.t('and'));
      return html`<section class="card">
        ${courteousBoth(place, path, {
          label: words.t(`kind-${kind}`),
          help: slots === '' ? words.t('no-slots') : words.t('slots', { slots }),
          optional: true,
        })}
        <div class="pair">
          ${languages.map((each) => {
            const own = given?.[each] ?? '';
            return html`<ph-spoken-preview
              .token=${place.session.token}
              .kind=${kind}
              .speaking=${each}
              .template=${own === '' ? spokenTemplates[kind][each] : own}
              .isUsual=${own === ''}
            ></ph-spoken-preview>`;
          })}
        </div>
      </section>`;
    })}
    <section class="card">
      <h2>${words.t('more')}</h2>
      <p><a class="more" href=${hrefTo('paper')}>${words.t('to-paper')}</a></p>
      <p><a class="more" href=${hrefTo('voice')}>${words.t('to-voice')}</a></p>
      <p><a class="more" href=${hrefTo('settings', ['notices'])}>${words.t('to-notices')}</a></p>
    </section>`;
}
