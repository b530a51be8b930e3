import { html, type TemplateResult } from 'lit';
import { courteousBoth } from '../courteous-field.ts';
import { freshId, list } from '../lists.ts';
import type { SettingsPlace } from '../parts.ts';
import { textOf } from '#ui/locale/index.ts';
import { words } from './locale.ts';
import './timed-notices.ts';

type NoticeSettings = Extract<
  NonNullable<SettingsPlace['draft']['notices']>[number],
  { readonly id: string }
>;

/** `#/settings/notices`: what stands on the screens, for a time and for good. */
export function part(place: SettingsPlace): TemplateResult {
  return html`<p class="lead">${words.t('lead')}</p>
    <ph-timed-notices
      .token=${place.session.token}
      .timezone=${place.view.settings.hall.timezone}
      .nowMs=${place.nowMs}
    ></ph-timed-notices>
    <section class="card" aria-labelledby="lasting">
      <h2 id="lasting">${words.t('lasting')}</h2>
      <p class="help">${words.t('lasting-help')}</p>
      ${list<NoticeSettings>(place, {
        path: 'notices',
        title: ({ text }) => textOf(text),
        add: words.t('lasting-add'),
        none: words.t('lasting-none'),
        create: (items) => ({
          id: freshId(
            items.map(({ id }) => id),
            'notice',
          ),
          text: { zh: '', en: '' },
        }),
        fields: (_, path) => courteousBoth(place, `${path}.text`, { label: words.t('text') }),
      })}
    </section>`;
}
