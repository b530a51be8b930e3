import { staffOf } from '#core/lookup.ts';
import type { InTheWay } from '#core/refusals.ts';
import type { Text } from '#core/vocabulary.ts';
import type { RefusalFacts } from './refusals.ts';
import { clockTime, people, text } from './text.ts';

/** Parts of a refusal's sentence; each does without the fact where it is not known. */

/** Counts beyond 99 stay two digits on a key. */
export function waitShort(by: InTheWay): Text {
  if (by.count === undefined) return text('还有人在等', 'People waiting');
  const shown = by.count > 99 ? '99+' : String(by.count);
  return text(`${shown} 人在等`, `${shown} waiting`);
}

export function waitSecondsShort(by: InTheWay): Text {
  if (by.seconds === undefined) return text('再等一等', 'Wait a little');
  return text(`再等 ${String(by.seconds)} 秒`, `Wait ${String(by.seconds)} s`);
}

export function count(by: InTheWay, otherwise: string | number = ''): string {
  return String(by.count ?? otherwise);
}

export function countZh(by: InTheWay): string {
  return by.count === undefined ? '顾客' : `${String(by.count)} 位`;
}

export function waitingZh(by: InTheWay): string {
  return by.count === undefined ? '顾客在等' : `${String(by.count)} 位在等`;
}

export function waitingEn(by: InTheWay): string {
  return by.count === undefined ? 'People' : people(by.count);
}

export function peopleEn(by: InTheWay): string {
  return by.count === undefined ? 'people' : people(by.count);
}

export function isAre(by: InTheWay): string {
  return by.count === 1 ? 'is' : 'are';
}

export function counterZh(by: InTheWay, otherwise: string): string {
  return by.counter === undefined ? otherwise : `${by.counter} 号`;
}

export function counterEn(by: InTheWay, otherwise: string): string {
  return by.counter === undefined ? otherwise : `Counter ${by.counter}`;
}

/** With its space before the Chinese that follows. */
export function numberZh(by: InTheWay, otherwise: string): string {
  return by.number === undefined ? otherwise : `${by.number} `;
}

export function inMinutesZh(by: InTheWay): string {
  if (by.seconds === undefined) return '';
  return `约 ${String(Math.max(1, Math.ceil(by.seconds / 60)))} 分钟后`;
}

export function inMinutesEn(by: InTheWay): string {
  if (by.seconds === undefined) return '';
  const minutes = Math.max(1, Math.ceil(by.seconds / 60));
  return `, about ${String(minutes)} ${minutes === 1 ? 'minute' : 'minutes'}`;
}

export function secondsZh(by: InTheWay): string {
  return by.seconds === undefined ? '再等一等' : `再等 ${String(by.seconds)} 秒`;
}

export function secondsEn(by: InTheWay): string {
  return by.seconds === undefined ? 'in a moment' : `in ${String(by.seconds)} s`;
}

export function nameOf(by: InTheWay, { config }: RefusalFacts): string | null {
  if (by.badge === undefined) return null;
  return (config === null ? undefined : staffOf(config, by.badge)?.name) ?? by.badge;
}

export function closingZh(facts: RefusalFacts): string {
  const time = closing(facts);
  return time === null ? '到下班时间' : `${time} `;
}

export function closingEn(facts: RefusalFacts): string {
  return closing(facts) ?? 'closing time';
}

export function closing({ config, closesAtMs }: RefusalFacts): string | null {
  if (config === null || closesAtMs === null || closesAtMs === undefined) return null;
  return clockTime(closesAtMs, config.hall.timezone);
}

export function hotlineZh({ config }: RefusalFacts): string {
  const hotline = config?.hall.hotline ?? null;
  return hotline === null ? '' : `请打 ${hotline}，`;
}

export function hotlineEn({ config }: RefusalFacts): string {
  const hotline = config?.hall.hotline ?? null;
  return hotline === null
    ? 'Our staff are glad to listen.'
    : `We are glad to listen on ${hotline}.`;
}
