import { html, type TemplateResult } from 'lit';
import type { SectionPlace } from '../manager/sections.ts';
import './estimates-page.ts';

/** `#/estimates`: how good the waits were that customers were told. */
export function section({ session }: SectionPlace): TemplateResult {
  return html`<ph-estimates .token=${session.token}></ph-estimates>`;
}
