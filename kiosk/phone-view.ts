import type { TicketPageView } from '#protocol/views.ts';
import { textOf, ticketWord } from '#ui/locale/index.ts';
import { words } from './phone-locale.ts';
import type { TicketSeen } from './ticket-source.ts';

/** What the phone shows as a whole. */
export type PhoneScreen =
  | 'loading'
  /** Never reached the hub, and nothing is kept. */
  | 'unreached'
  | 'unknown'
  | TicketPageView['state'];

export function phoneScreen({ data, unknown, loading }: TicketSeen): PhoneScreen {
  if (unknown) return 'unknown';
  if (data === null) return loading ? 'loading' : 'unreached';
  return data.state;
}

/** Seen among other tabs, and read by screen readers first. */
export function phoneTitle({ data, unknown }: TicketSeen): string {
  if (data === null || unknown) return words.t('title-plain');
  const { number, ahead, counter, state } = data;
  if (state === 'called' && counter !== null) return words.t('title-called', { number, counter });
  if (state !== 'waiting') return words.t('title-state', { number, state: ticketWord(state) });
  return ahead === 0
    ? words.t('title-next', { number })
    : words.t('title-waiting', { number, count: ahead });
}

export interface Line {
  readonly counters: readonly string[];
  readonly max: number;
}

/** How much of the line fits beside plates on a narrow page. */
export function lineOf({ ahead, counters }: Pick<TicketPageView, 'ahead' | 'counters'>): Line {
  if (ahead <= 4) return { counters: counters.slice(0, 3), max: 4 };
  return { counters: counters.slice(0, 2), max: ahead <= 6 ? 6 : 4 };
}

/** What to have ready, in one sentence; the first few papers, as many as a phone's lines hold. */
export function papersHint({ papers }: Pick<TicketPageView, 'papers'>): string {
  if (papers.length === 0) return words.t('hint-papers-none');
  return words.t('hint-papers', { papers: papers.map(textOf).join(words.t('papers-comma')) });
}

/** The ticket of an address `/t/{ticket}`, wherever the hall is mounted. */
export function ticketFrom(path: string): string {
  const last = /\/t\/([^/]+)\/?$/.exec(path)?.[1] ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    // A broken escape names no ticket.
    return '';
  }
}

/** What makes a phone speak up: it was called, or called once more. */
export function isNewCall(
  before: Pick<TicketPageView, 'state' | 'calls'> | null,
  now: Pick<TicketPageView, 'state' | 'calls'>,
): boolean {
  if (now.state !== 'called') return false;
  return before?.state !== 'called' || now.calls > before.calls;
}
