import { html, type TemplateResult } from 'lit';
import type { SupervisorView } from '#protocol/views.ts';
import type { HubClient } from '#ui/hub/hub-client.ts';
import type { Act } from './acts.ts';
import type { Sheet } from './board-route.ts';
import './counter-sheet.ts';
import './find-sheet.ts';
import './intake-sheet.ts';
import './line-sheet.ts';
import './notice-sheet.ts';
import './ticket-sheet.ts';

/** What the sheets over the board are given. */
export interface SheetPlace {
  readonly hub: HubClient | null;
  readonly hall: SupervisorView;
  readonly nowMs: number;
  readonly token: string;
  readonly elapsedSeconds: number;
  readonly onAct: (event: CustomEvent<Act>) => void;
  readonly onTicket: (event: CustomEvent<{ ticket: string }>) => void;
  readonly onLeave: () => void;
}

export function sheetTemplate(sheet: Sheet, of: SheetPlace): TemplateResult {
  switch (sheet.kind) {
    case 'ticket':
      return html`<ph-ticket-sheet
        .hub=${of.hub}
        .ticket=${sheet.ticket}
        .hall=${of.hall}
        @act=${of.onAct}
        @leave=${of.onLeave}
      ></ph-ticket-sheet>`;
    case 'counter':
      return html`<ph-counter-sheet
        .counter=${sheet.counter}
        .hall=${of.hall}
        .elapsedSeconds=${of.elapsedSeconds}
        @act=${of.onAct}
        @ticket=${of.onTicket}
        @leave=${of.onLeave}
      ></ph-counter-sheet>`;
    case 'line':
      return html`<ph-line-sheet
        .service=${sheet.service}
        .hall=${of.hall}
        .elapsedSeconds=${of.elapsedSeconds}
        @ticket=${of.onTicket}
        @leave=${of.onLeave}
      ></ph-line-sheet>`;
    case 'find':
      return html`<ph-find-sheet
        .token=${of.token}
        @ticket=${of.onTicket}
        @leave=${of.onLeave}
      ></ph-find-sheet>`;
    case 'intake':
      return html`<ph-intake-sheet
        .hall=${of.hall.hall}
        @act=${of.onAct}
        @leave=${of.onLeave}
      ></ph-intake-sheet>`;
    case 'notice':
      return html`<ph-notice-sheet
        .nowMs=${of.nowMs}
        .timezone=${of.hall.hall.timezone}
        @act=${of.onAct}
        @leave=${of.onLeave}
      ></ph-notice-sheet>`;
  }
}
