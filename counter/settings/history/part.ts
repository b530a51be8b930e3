import { html, type TemplateResult } from 'lit';
import type { SettingsPlace } from '../parts.ts';
import './history-list.ts';

/** `#/settings/history`: who changed what, and undoing it. */
export function part(place: SettingsPlace): TemplateResult {
  return html`<ph-settings-history .place=${place}></ph-settings-history>`;
}
