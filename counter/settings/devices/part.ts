import { html, type TemplateResult } from 'lit';
import type { SettingsPlace } from '../parts.ts';
import './devices-part.ts';

/** `#/settings/devices`: what is paired with this hall. */
export function part({ session }: SettingsPlace): TemplateResult {
  return html`<ph-devices-part .token=${session.token}></ph-devices-part>`;
}
