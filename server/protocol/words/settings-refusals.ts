import { staffOf } from '#core/lookup.ts';
import type { InTheWay } from '#core/refusals.ts';
import type { RuleId } from '#core/rules.ts';
import type { Text } from '#core/vocabulary.ts';
import type { RefusalFacts } from './refusals.ts';
import { clockTime, text } from './text.ts';

/** Refusals of a change of the settings. */
export function settingsRefusal(
  rule: 'newer-settings' | 'settings-in-use',
  by: InTheWay,
  facts: RefusalFacts,
) {
  if (rule === 'newer-settings') {
    return {
      detail: text(
        '您打开以后，有同事改过设置。请看看两边的改动，再决定。',
        'A colleague has changed the settings since you opened them. Please look at both.',
      ),
      short: text('刚被改过', 'Just changed'),
    };
  }
  return { detail: obstacleText(rule, by, facts), short: text('正在用', 'In use') };
}

/** One thing that stands against a change taking effect now, in a sentence. */
export function obstacleText(rule: RuleId, by: InTheWay, facts: RefusalFacts): Text {
  const { config } = facts;
  if (rule === 'never-close-early') {
    const zone = config?.hall.timezone ?? 'UTC';
    const until = by.atMs === undefined ? '' : clockTime(by.atMs, zone);
    return text(
      `今天门口写的是${until === '' ? '原来的时间' : ` ${until} `}停止取号，不能提前。要提前，请写明原因。`,
      `The door says that numbers are given until ${until === '' ? 'the usual time' : until} today. To close earlier, give the reason.`,
    );
  }
  if (by.state === 'day') {
    return text(
      '今天这一天已经按原来的记了，从下一个营业日起才能换。',
      'Today is counted by the old one; it can change from the next business day on.',
    );
  }
  if (by.badge !== undefined && by.counter !== undefined && by.state !== undefined) {
    const name = (config === null ? undefined : staffOf(config, by.badge)?.name) ?? by.badge;
    return by.state === 'handover'
      ? text(
          `${name}要去 ${by.counter} 号窗口接班。`,
          `${name} is taking over counter ${by.counter}.`,
        )
      : text(`${name}正在 ${by.counter} 号窗口。`, `${name} is at counter ${by.counter}.`);
  }
  if (by.counter !== undefined && by.count === undefined) {
    return text(`${by.counter} 号窗口正开着。`, `Counter ${by.counter} is open.`);
  }
  const { zh: whoZh, en: whoEn } = whoWaits(by);
  if (by.counter !== undefined) {
    return text(
      `专等 ${by.counter} 号窗口的，${whoZh}。`,
      `Kept for counter ${by.counter}, ${whoEn}.`,
    );
  }
  const named =
    by.service === undefined
      ? config?.classes.find(({ id }) => id === by.class)?.name
      : config?.services.find(({ id }) => id === by.service)?.name;
  const id = by.service ?? by.class ?? '';
  return text(`“${named?.zh ?? id}”${whoZh}。`, `${named?.en ?? id}: ${whoEn}.`);
}

/** Who is not finished yet: how many, and by number as far as they are told. */
function whoWaits({ count = 0, numbers = [] }: InTheWay): Text {
  const some = text(`还有 ${String(count)} 位没办完`, `${String(count)} still to be served`);
  if (numbers.length === 0) return some;
  const more = count > numbers.length;
  return text(
    `${some.zh}：${numbers.join('、')}${more ? '……' : ''}`,
    `${some.en}: ${numbers.join(', ')}${more ? ' …' : ''}`,
  );
}
