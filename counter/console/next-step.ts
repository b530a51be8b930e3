import type { ConsoleView } from '#protocol/views.ts';

/** What Enter does now. `lit`: it is due; otherwise the wide key rests in outline. */
export interface NextStep {
  readonly act:
    | 'call'
    | 'start'
    | 'finish'
    | 'resume'
    | 'close'
    | 'open'
    | 'handover-sheet'
    | 'complete-handover';
  readonly lit: boolean;
}

/**
 * The right next step of a counter. It changes with what happens, never with the mere passing of
 * time: a clerk's finger may already be on its way. So after a call it stays `start`, even when a
 * no-show could be marked; that is key 9.
 * @param badge who looks at the console
 */
export function nextStep(view: ConsoleView, badge: string): NextStep {
  switch (view.state) {
    case 'closed':
      return { act: 'open', lit: true };
    case 'idle':
      if (view.canCall) return { act: 'call', lit: true };
      return dayIsDone(view) ? { act: 'close', lit: true } : { act: 'call', lit: false };
    case 'calling':
      return { act: 'start', lit: true };
    case 'serving':
      return { act: 'finish', lit: true };
    case 'paused':
    case 'absent':
      return { act: 'resume', lit: true };
    case 'handover': {
      const { handover } = view;
      if (handover?.to.badge !== badge) return { act: 'handover-sheet', lit: false };
      return { act: handover.relieved ? 'complete-handover' : 'handover-sheet', lit: true };
    }
  }
}

/** Numbers have stopped and nobody is left for this counter: signing off is what comes next. */
function dayIsDone(view: ConsoleView): boolean {
  const { state } = view.hall;
  const numbersStopped = state === 'serving-out' || state === 'closed';
  return numbersStopped && view.waitingCount === 0 && view.keys.close.allowed;
}
