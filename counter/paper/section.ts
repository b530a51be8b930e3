import { html, type TemplateResult } from 'lit';
import type { SectionPlace } from '../manager/sections.ts';
import './paper-page.ts';

/** The printed ticket: `/counter#/paper`. */
export function section({ session }: SectionPlace): TemplateResult {
  return html`<ph-paper-page .token=${session.token}></ph-paper-page>`;
}
