import { html, type TemplateResult } from 'lit';
import type { SectionPlace } from '../manager/sections.ts';
import './voice-page.ts';

/** The voice of the hall: `/counter#/voice`. */
export function section({ session }: SectionPlace): TemplateResult {
  return html`<ph-voice-page .token=${session.token}></ph-voice-page>`;
}
