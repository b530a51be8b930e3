import type { KioskView } from '#protocol/views.ts';
import { textOf, timeOfDay } from '#ui/locale/index.ts';
import { words } from './locale.ts';
import type { Phase } from './phase.ts';
import type { Note } from './ph-kiosk-note.ts';
import { whenWords } from './when.ts';

/** A screen that gives no numbers: head and note. */
export interface NoteScreen {
  readonly heading: string;
  readonly help: string;
  readonly note: Note;
}

interface Facts {
  /** The hall's time; since when the hub is away, in the hall's time. */
  readonly nowMs: number;
  readonly sinceMs: number;
  /** A number is on its way. */
  readonly isWaiting: boolean;
}

export function noteOf(phase: Phase, view: KioskView | null, facts: Facts): NoteScreen {
  const hotline = view?.hall.hotline ?? null;
  switch (phase.kind) {
    case 'opening':
    case 'connecting':
    case 'ready':
    case 'offline':
      return {
        heading: words.t('connecting-title'),
        help: '',
        note: { icon: 'offline', texts: [words.t('connecting-text')] },
      };
    case 'away': {
      const timezone = view?.hall.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
      const time = timeOfDay(facts.sinceMs, timezone);
      return {
        heading: words.t('away-title'),
        help: words.t('away-since', { time }),
        note: {
          icon: 'offline',
          texts: [words.t('away-text'), ...(facts.isWaiting ? [words.t('away-busy')] : [])],
          staff: true,
          hotline,
        },
      };
    }
    case 'pending':
      return {
        heading: words.t('pending-title'),
        help: '',
        note: { icon: 'shield', texts: [words.t('pending-text')], code: phase.code },
      };
    case 'revoked':
      return {
        heading: words.t('revoked-title'),
        help: '',
        note: {
          icon: 'lock',
          texts: [words.t('revoked-text')],
          staff: true,
          action: words.t('revoked-again'),
        },
      };
    case 'ended':
      return {
        heading: words.t('ended-title'),
        help: '',
        note: { icon: 'swap', texts: [words.t('ended-text')], staff: true },
      };
    case 'resting':
      return view === null
        ? noteOf({ kind: 'connecting' }, null, facts)
        : resting(view, facts.nowMs);
  }
}

/** Closed, over for today, or held by a supervisor. */
function resting(view: KioskView, nowMs: number): NoteScreen {
  const { hall, services } = view;
  const reason = services[0]?.reason ?? null;
  const until = reason?.until ?? hall.nextOpensAt;
  const waiting = services.reduce((sum, service) => sum + service.waiting, 0);
  const staff = hall.state !== 'closed';
  const label =
    hall.state === 'closed'
      ? 'closed'
      : hall.state === 'serving-out'
        ? 'serving-out'
        : reason === null
          ? 'none'
          : 'held';
  return {
    heading: words.t(`${label}-title`),
    help: label === 'none' ? '' : words.t(`${label}-help`),
    note: {
      icon: label === 'held' ? 'pause' : 'clock',
      texts: label === 'held' ? held(view) : reason === null ? [] : [textOf(reason.text)],
      facts: [
        ...(until === null || label === 'held'
          ? []
          : [{ label: words.t('next-opening'), value: whenWords(until, nowMs, hall) }]),
        ...(waiting === 0
          ? []
          : [
              {
                label: words.t('reason-waiting'),
                value: words.t('reason-waiting-count', { count: waiting }),
              },
            ]),
      ],
      staff,
      hotline: hall.hotline,
    },
  };
}

/** A supervisor's own words stand in the notice. */
function held({ notices, services }: KioskView): string[] {
  const notice = notices.find(({ kind }) => kind === 'intake');
  const reason = services[0]?.reason;
  if (notice !== undefined) return [textOf(notice.text)];
  return reason === null || reason === undefined ? [] : [textOf(reason.text)];
}
