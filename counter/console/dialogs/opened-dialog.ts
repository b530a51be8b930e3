import { html, type TemplateResult } from 'lit';
import type { ConsoleView } from '#protocol/views.ts';
import type { HubClient } from '#ui/hub/hub-client.ts';
import type { StaffSession } from '../../session.ts';
import type { ActsController, Opened } from '../acts.ts';
import './aside-dialog.ts';
import './close-dialog.ts';
import './handover-dialog.ts';
import './handover-sheet.ts';
import './named-dialog.ts';
import './park-dialog.ts';
import './pass-dialog.ts';
import './pause-dialog.ts';
import './transfer-dialog.ts';

export interface DialogLook {
  readonly opened: Opened;
  readonly view: ConsoleView | null;
  readonly hub: HubClient;
  readonly session: StaffSession;
  readonly brought: ReadonlySet<number>;
  readonly ageSeconds: number;
  readonly acts: ActsController;
  /** What the hub said to the last try, for the slot `trouble`. */
  readonly said: TemplateResult;
  /** The outgoing clerk goes, once relieved. */
  readonly leave: () => void;
  /** The incoming clerk has signed here: also told where the sheet has closed before. */
  readonly relieved: (event: CustomEvent<StaffSession>) => void;
}

/** The dialogue that is open; each asks by the event `wish` and leaves by `close`. */
export function openedDialog(look: DialogLook): TemplateResult {
  const { opened, view, session, acts, said } = look;
  const busy = acts.working !== null;
  switch (opened.kind) {
    case 'transfer':
      return html`<ph-transfer-dialog .view=${view} .hub=${look.hub} ?busy=${busy}
        >${said}</ph-transfer-dialog
      >`;
    case 'park':
      return html`<ph-park-dialog .view=${view} .brought=${look.brought} ?busy=${busy}
        >${said}</ph-park-dialog
      >`;
    case 'pause':
      return html`<ph-pause-dialog .view=${view} ?absence=${opened.absence} ?busy=${busy}
        >${said}</ph-pause-dialog
      >`;
    case 'handover':
      return html`<ph-handover-dialog .view=${view} ?queue=${opened.queue} ?busy=${busy}
        >${said}</ph-handover-dialog
      >`;
    case 'close':
      return html`<ph-close-dialog .view=${view} ?busy=${busy}>${said}</ph-close-dialog>`;
    case 'named':
      return html`<ph-named-dialog .view=${view} .row=${opened.row} ?busy=${busy}
        >${said}</ph-named-dialog
      >`;
    case 'aside':
      return html`<ph-aside-dialog .view=${view} ?busy=${busy}>${said}</ph-aside-dialog>`;
    case 'pass':
      return html`<ph-pass-dialog
        .asked=${opened.wish}
        ?own=${session.role === 'supervisor'}
        ?busy=${busy}
        >${said}</ph-pass-dialog
      >`;
    case 'sheet':
      return html`<ph-handover-sheet
        .view=${view}
        .badge=${session.badge}
        .ageSeconds=${look.ageSeconds}
        ?busy=${busy}
        @relieved=${look.relieved}
        @leave-seat=${look.leave}
        >${said}</ph-handover-sheet
      >`;
  }
}
