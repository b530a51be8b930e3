import { hoursOf } from '#core/calendar/hours-of.ts';
import type { HallConfig } from '#core/hall-config.ts';
import { counterOf, offers } from '#core/lookup.ts';
import type { HallDay } from '#core/state.ts';
import type { Text } from '#core/vocabulary.ts';
import { clockTime, inEach, text } from '#protocol/words/text.ts';

/**
 * What saving ends or changes beside the changes themselves, in sentences: for the day that runs,
 * and for the next business day.
 */
export interface Consequences {
  readonly now: readonly Text[];
  readonly next: readonly Text[];
}

/**
 * @param soon what would hold from now on
 * @param later what would hold from the next business day on
 */
export function consequencesOf(state: HallDay, soon: HallConfig, later: HallConfig): Consequences {
  return {
    now: [
      ...endOfLending(state, soon),
      ...otherEnd(state, soon),
      ...turnsAnew(state, soon),
      ...leavers(state.config, soon, text('马上', 'at once')),
      ...(state.planned === null ? [] : [planStays]),
    ],
    next: [
      ...leavers(state.config, later, text('到时', 'then')),
      ...(state.planned === null ? [] : [planGoes]),
    ],
  };
}

const planStays = text(
  '已经排好的那一份还在，也带上这次改动。',
  'What is planned for the next business day stays, with this change in it.',
);
const planGoes = text(
  '现在排好的那一份，由这一份代替。',
  'It takes the place of what is planned now.',
);

/** `disperse-the-crowd` is for the day as it was: every counter gets back what its settings say. */
function endOfLending(state: HallDay, config: HallConfig): readonly Text[] {
  return Object.keys(state.ownServices).flatMap((id) => {
    const counter = counterOf(config, id);
    if (counter === undefined) return [];
    const names = config.services.filter((each) => offers(counter, each.id));
    const isAll = names.length === config.services.length;
    return [
      inEach((language) => {
        const listed = names.map(({ name }) => name[language]);
        return language === 'zh'
          ? `借出的 ${id} 号窗口回到本来的业务：${isAll ? '全部' : listed.join('、')}。`
          : `Counter ${id}, lent for today, serves its own again: ${isAll ? 'everything' : listed.join(', ')}.`;
      }),
    ];
  });
}

/** Numbers end at another time today. */
function otherEnd({ hours, day }: HallDay, config: HallConfig): readonly Text[] {
  if (day === null || hours === null) return [];
  const { timezone } = config.hall;
  const next = hoursOf(config.hours, timezone, day);
  if (next === null || next.closesAtMs === hours.closesAtMs) return [];
  const until = clockTime(next.closesAtMs, timezone);
  const was = clockTime(hours.closesAtMs, timezone);
  return [
    text(
      `今天改到 ${until} 停止取号，原来是 ${was}。`,
      `Today numbers are given until ${until} instead of ${was}.`,
    ),
  ];
}

/** Shares and runs of priority calls are counted from the last change on. */
function turnsAnew({ memory }: HallDay, { guards }: HallConfig): readonly Text[] {
  const isShared = Object.keys(memory.credits).length > 0;
  const isRun = guards.maxConsecutivePriority !== null && memory.consecutivePriority > 0;
  if (!isShared && !isRun) return [];
  return [text('各类别轮流的次序从头算。', 'The turns between the classes begin anew.')];
}

function leavers(present: HallConfig | null, config: HallConfig, when: Text): readonly Text[] {
  const staying = new Set(config.staff.map(({ badge }) => badge));
  return (present?.staff ?? [])
    .filter(({ badge }) => !staying.has(badge))
    .map(({ badge, name }) =>
      text(
        `${name}（${badge}）的密码和登录${when.zh}失效。`,
        `Pin and sign-ins of ${name} (${badge}) end ${when.en}.`,
      ),
    );
}
