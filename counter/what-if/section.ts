import { html, type TemplateResult } from 'lit';
import type { SectionPlace } from '../manager/sections.ts';
import './what-if-page.ts';

/** `#/what-if/2026-03-02`: a day that happened, and what could have been. */
export function section({ session, hall, nowMs, path }: SectionPlace): TemplateResult {
  return html`<ph-what-if
    .token=${session.token}
    .hall=${hall}
    .nowMs=${nowMs}
    .day=${path[0] ?? null}
  ></ph-what-if>`;
}
