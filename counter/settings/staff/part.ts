import { html, type TemplateResult } from 'lit';
import type { StaffSettings } from '#server/settings/draft.ts';
import { choiceField, switchField, textField } from '../fields.ts';
import { freshId, list } from '../lists.ts';
import type { SettingsPlace } from '../parts.ts';
import { words } from './locale.ts';
import './staff-secrets.ts';

/** `#/settings/staff`: who works here; pins behind doors of their own. */
export function part(place: SettingsPlace): TemplateResult {
  return html`<p class="lead">${words.t('lead')}</p>
    <section class="card">
      ${list<StaffSettings>(place, {
        path: 'staff',
        title: ({ badge, name }) => `${name} ${badge}`,
        note: ({ role }) => words.t(role),
        add: words.t('add'),
        none: words.t('none'),
        least: 1,
        create: (items) => ({
          badge: freshId(
            items.map((each) => each.badge),
            'new',
          ),
          name: words.t('new-name'),
          role: 'clerk',
        }),
        fields: (item, path) => person(place, item, path),
      })}
      <p class="help">${words.t('remove')}</p>
    </section>`;
}

function person(place: SettingsPlace, item: StaffSettings, path: string): TemplateResult {
  const isSaved = place.view.settings.staff.some(({ badge }) => badge === item.badge);
  return html`<div class="row">
      ${textField(place, `${path}.badge`, {
        label: words.t('badge'),
        help: words.t('badge-help'),
      })}
      ${textField(place, `${path}.name`, { label: words.t('name') })}
      ${choiceField(place, `${path}.role`, {
        label: words.t('role'),
        help: words.t('role-help'),
        values: [
          ['clerk', words.t('clerk')],
          ['supervisor', words.t('supervisor')],
        ],
      })}
    </div>
    <div class="row">
      ${textField(place, `${path}.photo`, {
        label: words.t('photo'),
        help: words.t('photo-help'),
        optional: true,
      })}
      ${switchField(place, `${path}.mayCallOutOfOrder`, {
        label: words.t('order'),
        help: words.t('order-help'),
      })}
    </div>
    ${
      isSaved
        ? html`<ph-staff-secrets
            .token=${place.session.token}
            .badge=${item.badge}
            .name=${item.name}
          ></ph-staff-secrets>`
        : html`<p class="help">${words.t('save-first')}</p>`
    }`;
}
