import type { KioskView } from '#protocol/views.ts';
import { common, range, textOf } from '#ui/locale/index.ts';
import { words } from './locale.ts';
import type { Visit } from './visit.ts';

/** What is read aloud of a screen: its question, then what can be touched. */
export function spokenScreen(
  visit: Visit,
  view: KioskView,
  { heading, help }: { readonly heading: string; readonly help: string },
): string {
  const { screen } = visit;
  switch (screen.at) {
    case 'home':
      return sentence([heading, help, ...view.services.map(spokenService)]);
    case 'who':
      return sentence([heading, help, ...view.classes.map(({ name }) => textOf(name))]);
    case 'ticket':
      return words.t('issued-read', { number: Array.from(screen.ticket.number).join(' ') });
    case 'offline':
      return words.t('issued-read', { number: Array.from(screen.ticket.number).join(' ') });
    case 'reason': {
      const reason = view.services.find(({ id }) => id === screen.service)?.reason;
      return sentence([
        heading,
        reason === null || reason === undefined ? '' : textOf(reason.text),
      ]);
    }
    case 'confirm': {
      const service = view.services.find(({ id }) => id === screen.service);
      return sentence([
        heading,
        service === undefined ? '' : spokenService(service),
        words.t('confirm-yes'),
      ]);
    }
    case 'refused':
      return sentence([heading, screen.problem?.detail ?? screen.problem?.title ?? '']);
    case 'number':
      return sentence([heading, help]);
  }
}

function spokenService({
  name,
  waiting,
  available,
  estimate,
}: KioskView['services'][number]): string {
  const state = !available
    ? words.t('not-now')
    : waiting === 0
      ? common.t('queue-nobody')
      : [words.t('waiting', { count: waiting }), spokenWait(estimate)].filter(Boolean).join(', ');
  return `${textOf(name)}, ${state}`;
}

/** A dash is not spoken everywhere: a range is read with its word. */
function spokenWait(estimate: KioskView['services'][number]['estimate']): string {
  if (estimate !== null && estimate.p90Seconds < 60) return '';
  return range(estimate).replace('–', words.t('spoken-to'));
}

function sentence(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .map((part) => (/[。.？?]$/u.test(part) ? part : `${part}.`))
    .join(' ');
}
