import type { Text } from '#core/vocabulary.ts';
import { answersOwed } from './record-alerts.ts';
import { people, spokenSeconds, text } from './text.ts';

/** What a console reminds of; the kinds are those of ReminderView. */
export type Reminder =
  | { readonly kind: 'closing'; readonly closes: string; readonly minutes: number }
  | { readonly kind: 'serving-out'; readonly waiting: number }
  | { readonly kind: 'sign-off' }
  | { readonly kind: 'swap-asked'; readonly from: string }
  | { readonly kind: 'vip-arrival'; readonly number: string; readonly className: Text }
  | { readonly kind: 'special-needs'; readonly number: string; readonly need: string | null }
  | { readonly kind: 'handover-asked'; readonly from: string; readonly counter: string }
  | { readonly kind: 'handover-long'; readonly minutes: number }
  | { readonly kind: 'handover-next'; readonly before: string | null }
  | { readonly kind: 'answers-owed'; readonly count: number; readonly overdue: number }
  | { readonly kind: 'absence-over'; readonly until: string }
  | {
      readonly kind: 'promise';
      readonly number: string;
      readonly leftSeconds: number;
    };

export function reminderText(reminder: Reminder): Text {
  switch (reminder.kind) {
    case 'closing':
      return text(
        `${reminder.closes} 停止取号，还有 ${String(reminder.minutes)} 分钟。取了号的都会办完。`,
        `Numbers stop at ${reminder.closes}, in ${String(reminder.minutes)} min. Everyone holding one is served.`,
      );
    case 'serving-out':
      return text(
        `已停止取号，大厅还有 ${String(reminder.waiting)} 位。`,
        `No more numbers. ${people(reminder.waiting)} left in the hall.`,
      );
    case 'sign-off':
      return text(
        '今天的顾客都办完了，可以下班。辛苦了。',
        'Everyone has been served. You may sign off; thank you.',
      );
    case 'swap-asked':
      return text(
        `${reminder.from}想和您换班，有空时在“我的班”里答复。`,
        `${reminder.from} asks to swap shifts. Please answer under “My shifts” when you have a moment.`,
      );
    case 'vip-arrival':
      return text(
        `${reminder.number} 到了，${reminder.className.zh}，请先接待。`,
        `${reminder.number} has arrived (${reminder.className.en}). Please receive them first.`,
      );
    case 'special-needs':
      return reminder.need === null
        ? text(
            `${reminder.number} 需要照顾，请起身帮一把。`,
            `${reminder.number} may need a hand; please stand up and help.`,
          )
        : text(
            `${reminder.number} 需要照顾（${reminder.need}），请起身帮一把。`,
            `${reminder.number} may need a hand (${reminder.need}); please stand up and help.`,
          );
    case 'handover-asked':
      return text(
        `${reminder.from}在 ${reminder.counter} 号等您接班，请过去签名。`,
        `${reminder.from} is waiting at counter ${reminder.counter} for you to take over.`,
      );
    case 'handover-long':
      return text(
        `交接已经 ${String(reminder.minutes)} 分钟，顾客还在等。`,
        `The handover has taken ${String(reminder.minutes)} min; customers are waiting.`,
      );
    case 'handover-next':
      return reminder.before === null
        ? text('交接已排上，轮到就开始。', 'Your handover is next and starts by itself.')
        : text(
            `交接已排上，${reminder.before} 号好了就轮到您。`,
            `Your handover is in line, after counter ${reminder.before}.`,
          );
    case 'answers-owed':
      return answersOwed(reminder.count, reminder.overdue);
    case 'absence-over':
      return text(
        `说好 ${reminder.until} 回来，时间到了。晚一点的话，请改一下牌子。`,
        `Your sign says ${reminder.until}. If it takes longer, please update the sign.`,
      );
    case 'promise':
      return promiseText(reminder.number, reminder.leftSeconds);
  }
}

function promiseText(number: string, leftSeconds: number): Text {
  const span = spokenSeconds(Math.abs(leftSeconds));
  return leftSeconds < 0
    ? text(
        `${number} 已超承诺 ${span.zh}，请先顾到。`,
        `${number} is ${span.en} past the promise; please see to it first.`,
      )
    : text(`${number} 再等 ${span.zh}就到承诺。`, `${number} reaches its promise in ${span.en}.`);
}
