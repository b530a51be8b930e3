import type { ConsoleView } from '#protocol/views.ts';
import { textOf } from '#ui/locale/index.ts';
import { words } from './locale.ts';
import type { NextStep } from './next-step.ts';

/** Name and second line of the wide key. */
export function nextWords(
  view: ConsoleView,
  step: NextStep,
  badge: string,
): { readonly name: string; readonly detail: string } {
  const number = view.ticket?.number ?? '';
  switch (step.act) {
    case 'call': {
      const [first] = view.next;
      if (!step.lit || first === undefined) {
        return { name: words.t('next-nobody'), detail: words.t('next-nobody-detail') };
      }
      const guest = first.guest === 'ordinary' ? '' : textOf(first.className);
      const service = textOf(first.serviceName);
      const detail = words.t('next-call-detail', { number: first.number, service, guest });
      return { name: words.t('next-call'), detail: detail.trim() };
    }
    case 'start':
      return { name: words.t('next-start'), detail: words.t('next-start-detail', { number }) };
    case 'finish':
      return { name: words.t('next-finish'), detail: words.t('next-finish-detail') };
    case 'resume':
      return { name: words.t('next-resume'), detail: words.t('next-resume-detail') };
    case 'close':
      return { name: words.t('next-close'), detail: words.t('next-close-detail') };
    case 'open': {
      const detail = words.t('next-open-detail', { counter: view.counter });
      return { name: words.t('next-open'), detail };
    }
    case 'complete-handover':
      return { name: words.t('next-complete'), detail: words.t('next-complete-detail') };
    case 'handover-sheet': {
      const { handover } = view;
      if (handover?.to.badge === badge) {
        const detail = words.t('next-sheet-sign-detail', { name: handover.from.name });
        return { name: words.t('next-sheet-sign'), detail };
      }
      const detail = words.t('next-sheet-detail', { name: handover?.to.name ?? '' });
      return { name: words.t('next-sheet'), detail };
    }
  }
}
