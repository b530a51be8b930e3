import { html, type TemplateResult } from 'lit';
import type { SectionPlace } from '../manager/sections.ts';
import './settings-page.ts';

/** `#/settings/PART/…`: everything of the hall file, edited in the browser. */
export function section(place: SectionPlace): TemplateResult {
  return html`<ph-settings .place=${place}></ph-settings>`;
}
