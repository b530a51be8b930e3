import { html, type TemplateResult } from 'lit';
import { bothField, textField } from '../fields.ts';
import type { SettingsPlace } from '../parts.ts';
import { words } from './locale.ts';

/** `#/settings/hall`: what the hall is called, and where it is reached. */
export function part(place: SettingsPlace): TemplateResult {
  return html`<section class="card">
    ${bothField(place, 'hall.name', { label: words.t('name'), help: words.t('name-help') })}
    ${textField(place, 'hall.hotline', {
      label: words.t('hotline'),
      help: words.t('hotline-help'),
      optional: true,
    })}
    ${textField(place, 'hall.timezone', {
      label: words.t('timezone'),
      help: words.t('timezone-help'),
    })}
  </section>`;
}
