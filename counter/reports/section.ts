import { html, type TemplateResult } from 'lit';
import type { SectionPlace } from '../manager/sections.ts';
import './reports-page.ts';

/** `#/reports/day/2026-03-02` and its sisters; see `report-place.ts`. */
export function section({ session, hall, nowMs, path }: SectionPlace): TemplateResult {
  return html`<ph-reports
    .token=${session.token}
    .hall=${hall}
    .nowMs=${nowMs}
    .path=${path}
  ></ph-reports>`;
}
