import { html, type TemplateResult } from 'lit';
import type { SectionPlace } from '../manager/sections.ts';
import './roster-page.ts';

/** `#/roster/week/2026-03-02`, `#/roster/month/2026-03-01`: who works when. */
export function section({ hub, session, hall, nowMs, path }: SectionPlace): TemplateResult {
  return html`<ph-roster-page
    .hub=${hub}
    .token=${session.token}
    .hall=${hall}
    .nowMs=${nowMs}
    .span=${path[0] === 'month' ? 'month' : 'week'}
    .day=${path[1] ?? null}
  ></ph-roster-page>`;
}
