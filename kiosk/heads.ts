import type { KioskView } from '#protocol/views.ts';
import { common, textOf, timeOfDay } from '#ui/locale/index.ts';
import { words } from './locale.ts';
import type { Printing } from './printing.ts';
import type { Visit } from './visit.ts';
import { minutesUntil } from './when.ts';

/** The head of a screen: its question and how it looks. */
export interface Head {
  readonly heading: string;
  readonly help: string;
  readonly look: 'pine' | 'lamp' | 'whole';
}

export function headOf(
  visit: Visit,
  view: KioskView,
  nowMs: number,
  printing: Printing = 'none',
  awaySinceMs: number | null = null,
): Head {
  const { screen } = visit;
  switch (screen.at) {
    case 'home':
      return awaySinceMs === null
        ? homeHead(visit, view, nowMs)
        : pine(words.t('offline-title'), sinceWords(view, awaySinceMs));
    case 'who':
      return pine(
        words.t('who-title'),
        words.t('who-large-help', { service: nameOf(view, screen.service) }),
      );
    case 'number':
      return pine(words.t('number-title'), words.t('number-help'));
    case 'confirm':
      return pine(
        words.t('confirm-title', { service: nameOf(view, screen.service) }),
        words.t(visit.large ? 'confirm-help' : 'confirm-long'),
      );
    case 'reason':
      return pine(words.t('reason-title'), words.t('reason-help'));
    case 'refused':
      return pine(words.t('refused-title'), words.t('refused-help'));
    case 'offline':
      return {
        heading: words.t('offline-issued-title'),
        help: awaySinceMs === null ? '' : sinceWords(view, awaySinceMs),
        look: 'whole',
      };
    case 'ticket':
      return {
        heading: words.t(screen.found ? 'found-title' : issuedTitles[printing]),
        help: '',
        look: 'whole',
      };
  }
}

const issuedTitles = {
  none: 'issued-title-no-paper',
  'on-paper': 'issued-title',
  'no-paper': 'issued-title-paper-out',
  'not-printed': 'issued-title-not-printed',
} as const satisfies Record<Printing, string>;

/** Openly: that the connection is away, and since when. */
function sinceWords({ hall }: KioskView, sinceMs: number): string {
  return words.t('offline-since', { time: timeOfDay(sinceMs, hall.timezone) });
}

function homeHead({ large }: Visit, view: KioskView, nowMs: number): Head {
  const { hall } = view;
  if (hall.state === 'closing') {
    const minutes = minutesUntil(hall.closesAt, nowMs);
    return {
      heading:
        minutes === 0 ? words.t('closing-title-last') : words.t('closing-title', { minutes }),
      help:
        hall.closesAt === null
          ? ''
          : common.t('hall-closing-at', { time: timeOfDay(hall.closesAt, hall.timezone) }),
      look: 'lamp',
    };
  }
  // A fault is worth more than the hint.
  const notice = view.notices.find(({ kind }) => kind === 'fault');
  const hint = large ? '' : words.t('greeting-help');
  return pine(
    words.t(large ? 'greeting-large' : 'greeting'),
    notice === undefined ? hint : textOf(notice.text),
  );
}

function pine(heading: string, help: string): Head {
  return { heading, help, look: 'pine' };
}

function nameOf(view: KioskView, id: string): string {
  const service = view.services.find((one) => one.id === id);
  return service === undefined ? '' : textOf(service.name);
}
