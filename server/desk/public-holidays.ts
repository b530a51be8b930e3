import chineseDays from 'chinese-days';
import { addDays, localDateOf } from '#core/calendar/business-day.ts';
import type { Command, CommandOf } from '#core/commands.ts';
import type { HallDay } from '#core/state.ts';
import type { BusinessDay, InstantMs } from '#core/vocabulary.ts';

/** The state's holidays are those of the country of the hall; these zones are China's. */
const chineseZones: ReadonlySet<string> = new Set([
  'Asia/Shanghai',
  'Asia/Chongqing',
  'Asia/Chungking',
  'Asia/Harbin',
  'Asia/Urumqi',
  'Asia/Kashgar',
  'PRC',
]);

/** How far back and ahead of today shifts may lie. */
const backDays = 1;
const aheadDays = 70;

type WithHolidays = CommandOf<'ask-swap'> | CommandOf<'agree-swap'> | CommandOf<'approve-swap'>;

/** Commands whose rule asks for holidays (`swap-limits`): the core has no calendar of the state. */
export function hasHolidays(command: Command): command is WithHolidays {
  return (
    command.name === 'ask-swap' || command.name === 'agree-swap' || command.name === 'approve-swap'
  );
}

export function withHolidays(
  command: WithHolidays,
  { config }: HallDay,
  nowMs: InstantMs,
): Command {
  const timezone = config?.hall.timezone ?? 'UTC';
  const today = localDateOf(timezone, nowMs);
  const holidays = publicHolidays(timezone, addDays(today, -backDays), backDays + aheadDays).map(
    ({ day }) => day,
  );
  return { ...command, args: { ...command.args, holidays } } as Command;
}

export interface PublicHoliday {
  readonly day: BusinessDay;
  readonly name: { readonly zh: string; readonly en: string };
}

/**
 * The days off of the state's holidays, adjusted days off included, ordinary weekends not; none
 * for halls outside China, and none for a year whose calendar is not announced yet.
 *
 * Source: the package `chinese-days`, which follows the State Council's yearly notice.
 */
export function publicHolidays(
  timezone: string,
  from: BusinessDay,
  dayCount: number,
): readonly PublicHoliday[] {
  if (!chineseZones.has(timezone)) return [];
  const found: PublicHoliday[] = [];
  for (let step = 0; step < dayCount; step += 1) {
    const day = addDays(from, step);
    // `Spring Festival,春节,4` on a holiday, `Saturday` on a weekend.
    const { work, name } = chineseDays.getDayDetail(day);
    const [en = '', zh] = name.split(',');
    if (!work && zh !== undefined) found.push({ day, name: { zh, en } });
  }
  return found;
}
