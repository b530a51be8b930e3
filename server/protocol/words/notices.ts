import type { Text } from '#core/vocabulary.ts';
import { people, text } from './text.ts';

/** Standing messages that the hall's own state puts on every screen. */

/** Rule closing-reminder. */
export function closingNotice(closes: string): Text {
  return text(
    `${closes} 停止取号。只要取到号，今天一定办完。`,
    `Numbers stop at ${closes}. Everyone holding one is served today.`,
  );
}

/** Rule serve-everyone-queued. */
export function servingOutNotice(left: number): Text {
  return left === 0
    ? text(
        '已停止取号。正在办最后几位。',
        'No more numbers today. The last customers are being served.',
      )
    : text(
        `已停止取号。还有 ${String(left)} 位，请安心坐等。`,
        `No more numbers today. ${people(left)} left; please stay, we will get to you.`,
      );
}

/** A supervisor holds the intake; the reason is the supervisor's own words. */
export function intakeHeldNotice(reason: string): Text {
  return text(
    `现在先停一会儿取号：${reason}。已经取到的号都有效。`,
    `Numbers are paused for now: ${reason}. Every number already taken stays good.`,
  );
}
