import type { HandInTrouble, Text } from '#core/vocabulary.ts';
import { numbersListed, text } from './text.ts';

/** Why a number given while the hub was away could not be queued afterwards. */
export const handInWords: Readonly<Record<HandInTrouble, Text>> = {
  'day-over': text('登记时当天已经结束', 'the day was over when it was handed in'),
  'after-intake': text('取号时已过停止取号的时间', 'it was given after intake had closed'),
  'service-gone': text('这项业务现在没有窗口办', 'no counter serves it any more'),
  'class-gone': text('这类排队身份要先查名单', 'its class needs a look at the list'),
};

export interface HandedInAlert {
  readonly kind: 'handed-in';
  /** The kiosk's. */
  readonly name: string;
  readonly numbers: readonly string[];
}

export interface HandInRefusedAlert {
  readonly kind: 'hand-in-refused';
  readonly name: string;
  readonly number: string;
  readonly why: HandInTrouble;
}

export function handedIn({ name, numbers }: HandedInAlert) {
  const listed = numbersListed(numbers);
  const count = String(numbers.length);
  return {
    title: text(
      `${name}断网时取的 ${count} 个号，已补登`,
      `${name}: ${count} given offline, now in line`,
    ),
    detail: text(
      `${listed.zh}，按取号的时间排在队里。`,
      `${listed.en}, each placed by the time it was taken.`,
    ),
  };
}

export function handInRefused({ name, number, why }: HandInRefusedAlert) {
  return {
    title: text(`${number} 断网时取的，没能补登`, `${number}, given offline, is not in line`),
    detail: text(
      `${name}：${handInWords[why].zh}。顾客若在，请当面安排。`,
      `${name}: ${handInWords[why].en}. If the customer is here, please see to them.`,
    ),
  };
}
