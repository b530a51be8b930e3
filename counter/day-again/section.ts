import { html, type TemplateResult } from 'lit';
import type { SectionPlace } from '../manager/sections.ts';
import './day-again-page.ts';

/** `#/day-again/2026-03-02?at=10:42:07&ticket=A017`: a past day at a moment of it. */
export function section({ session, path, query }: SectionPlace): TemplateResult {
  return html`<ph-day-again
    .token=${session.token}
    .day=${path[0] ?? null}
    .time=${query.get('at')}
    .ticket=${query.get('ticket')}
  ></ph-day-again>`;
}
