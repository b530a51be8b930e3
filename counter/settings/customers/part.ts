import { html, type TemplateResult } from 'lit';
import type { SettingsPlace } from '../parts.ts';
import './customers-part.ts';

/** `#/settings/customers`: who is called ahead, by phone or card number. */
export function part({ session, view }: SettingsPlace): TemplateResult {
  return html`<ph-customers-part
    .token=${session.token}
    .classes=${view.settings.classes}
  ></ph-customers-part>`;
}
