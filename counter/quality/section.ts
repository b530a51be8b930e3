import { html, type TemplateResult } from 'lit';
import type { SectionPlace } from '../manager/sections.ts';
import './quality-page.ts';

/** `#/quality/2026-03/1001`, `/open`, `/handovers/FROM/TO`, `/meeting`: see quality-place.ts. */
export function section({ session, hall, nowMs, path, query }: SectionPlace): TemplateResult {
  return html`<ph-quality
    .session=${session}
    .hall=${hall}
    .nowMs=${nowMs}
    .path=${path}
    .query=${query}
  ></ph-quality>`;
}
