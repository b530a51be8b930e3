import { text } from './text.ts';

export interface AnswersOverdueAlert {
  readonly kind: 'answers-overdue';
  readonly count: number;
  /** Whose they are, by name. */
  readonly owners: readonly string[];
}

const ownersMax = 3;

/** `first-asked`: people who were promised an answer by today or before. */
export function answersOverdue({ count, owners }: AnswersOverdueAlert) {
  const named = owners.slice(0, ownersMax);
  const more = owners.length > named.length;
  return {
    title: text(
      `${String(count)} 件事过了答复的日子`,
      count === 1 ? 'One answer is overdue' : `${String(count)} answers are overdue`,
    ),
    detail: text(
      `负责的是${named.join('、')}${more ? '等同事' : ''}。答复了就记下来，要换人可以转交。`,
      `They are with ${named.join(', ')}${more ? ' and others' : ''}. Note what was answered, or pass them on.`,
    ),
  };
}

/** `pre-shift-meeting`: due, and not recorded yet. */
export function meetingMissing() {
  return {
    title: text('今天的班前会还没记', 'Today’s meeting is not recorded yet'),
    detail: text(
      '开过了，就记下谁到会、说了什么。',
      'If it was held, note who was there and what was said.',
    ),
  };
}

/** On the owner's console: how many are still owed an answer, and how many are late. */
export function answersOwed(count: number, overdue: number) {
  if (overdue === 0) {
    return text(
      `您今天要答复 ${String(count)} 件事。`,
      count === 1 ? 'You owe one answer today.' : `You owe ${String(count)} answers today.`,
    );
  }
  return text(
    `您有 ${String(overdue)} 件事过了答复的日子，请先答复。`,
    overdue === 1
      ? 'One answer of yours is overdue; please see to it.'
      : `${String(overdue)} answers of yours are overdue; please see to them.`,
  );
}
