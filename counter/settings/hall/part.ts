import { html, type TemplateResult } from 'lit';
import { bothField, framed, idOf, textField } from '../fields.ts';
import { names } from '../names-locale.ts';
import type { SettingsPlace } from '../parts.ts';
import './hall-logo.ts';
import { words } from './locale.ts';

const choices = [
  ['zh,en', 'zh-first'],
  ['en,zh', 'en-first'],
  ['zh', 'zh-only'],
  ['en', 'en-only'],
] as const;

/** `#/settings/hall`: what the hall is called, and where it is reached. */
export function part(place: SettingsPlace): TemplateResult {
  const path = 'hall.languages';
  const present = (place.draft.hall.languages ?? ['zh', 'en']).join(',');
  return html`<section class="card">
      ${bothField(place, 'hall.name', { label: names.t('name'), help: words.t('name-help') })}
      <div class="row">
        ${textField(place, 'hall.hotline', {
          label: names.t('hotline'),
          help: words.t('hotline-help'),
          optional: true,
        })}
        ${framed(
          place,
          path,
          { label: names.t('languages'), help: words.t('languages-help') },
          html`<select
            id=${idOf(path)}
            class="input"
            ?disabled=${place.readonly}
            @change=${(event: Event) => {
              place.change(path, (event.target as HTMLSelectElement).value.split(','));
            }}
          >
            ${choices.map(
              ([value, word]) =>
                html`<option value=${value} ?selected=${value === present}>
                  ${words.t(word)}
                </option>`,
            )}
          </select>`,
        )}
        ${textField(place, 'hall.timezone', {
          label: names.t('timezone'),
          help: words.t('timezone-help'),
        })}
        ${textField({ ...place, readonly: true }, 'hall.id', {
          label: names.t('id'),
          help: words.t('id-help'),
        })}
      </div>
    </section>
    <ph-hall-logo .place=${place}></ph-hall-logo>`;
}
