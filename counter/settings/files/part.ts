import { html, type TemplateResult } from 'lit';
import type { SettingsPlace } from '../parts.ts';
import './hall-files.ts';

/** `#/settings/files`: the hall file out and in, and one for a new hall. */
export function part(place: SettingsPlace): TemplateResult {
  return html`<ph-hall-files .place=${place}></ph-hall-files>`;
}
