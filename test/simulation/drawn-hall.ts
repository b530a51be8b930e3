import type { Discipline, HallConfig, PauseReading } from '#core/hall-config.ts';
import type { Random } from '#server/people/random.ts';
import { chance } from '#server/people/random.ts';
import { testConfig } from '#test/support/hall-config.ts';
import { between, pickOne } from './faults.ts';

/** A small hall whose rules are drawn: every discipline and reading has its worlds. */
export function drawHall(random: Random): HallConfig {
  const disciplines: readonly [Discipline, ...Discipline[]] = [
    { kind: 'strict' },
    { kind: 'fifo' },
    { kind: 'ratio', shares: { vip: 2, ordinary: 1 } },
    { kind: 'aging', weights: { vip: 3, ordinary: 1 } },
    { kind: 'promise' },
  ];
  const readings = ['strict', 'covered', 'off'] as const satisfies PauseReading[];
  const hours = { from: '08:30', to: closing(random) };
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
  return {
    ...testConfig,
    training: false,
    hours: {
      weekly: Object.fromEntries(days.map((day) => [day, hours])) as HallConfig['hours']['weekly'],
      exceptions: [],
      closingNoticeMinutes: between(random, 2, 7),
    },
    discipline: pickOne(random, disciplines),
    policy: {
      ...testConfig.policy,
      routinePause: pickOne(random, readings),
      signOff: pickOne(random, readings),
      handover: pickOne(random, readings),
      startOnCall: chance(random, 0.2),
      transferPlace: pickOne(random, ['keep', 'front', 'back']),
    },
  };
}

/** Short opening hours: a day is all its states and crossings, not its length. */
function closing(random: Random): string {
  const minutes = between(random, 8, 25);
  const clock = 8 * 60 + 30 + minutes;
  const hour = String(Math.floor(clock / 60)).padStart(2, '0');
  return `${hour}:${String(clock % 60).padStart(2, '0')}`;
}
