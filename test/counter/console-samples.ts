import type { HallState } from '#core/vocabulary.ts';
import type { RuleId } from '#core/rules.ts';
import {
  consoleKeys,
  type ConsoleKey,
  type ConsoleView,
  type KeyState,
  type NextView,
} from '#protocol/views.ts';

export const ready: KeyState = {
  allowed: true,
  rule: null,
  short: null,
  detail: null,
  allowedFrom: null,
  refusal: null,
};

export function refused(rule: RuleId, more: Partial<KeyState> = {}): KeyState {
  return {
    allowed: false,
    rule,
    short: { zh: '短', en: 'short' },
    detail: { zh: '详细', en: 'detail' },
    allowedFrom: null,
    refusal: { title: { zh: '题', en: 'title' }, by: {}, waysOut: [], overridable: false },
    ...more,
  };
}

/** Every key refused but those given. */
export function keys(
  given: Partial<Record<ConsoleKey, KeyState>> = {},
): Readonly<Record<ConsoleKey, KeyState>> {
  const all = consoleKeys.map((key) => [key, given[key] ?? refused('not-possible-now')] as const);
  return Object.fromEntries(all) as Record<ConsoleKey, KeyState>;
}

export function next(number: string, more: Partial<NextView> = {}): NextView {
  return {
    ticket: `id-${number}`,
    number,
    service: 'payment',
    serviceName: { zh: '缴费', en: 'Payments' },
    class: 'ordinary',
    className: { zh: '普通', en: 'Ordinary' },
    guest: 'ordinary',
    waitedSeconds: 60,
    promiseLeftSeconds: 540,
    why: { zh: '按取号先后', en: 'In turn' },
    estimate: null,
    explained: { ahead: 0, counters: 1, minutesEach: 3 },
    ...more,
  };
}

export const now = '2026-03-02T02:24:00.000Z';

/** A console of counter 3, idle, nobody waiting, all keys refused: change what matters. */
export function consoleView({
  hallState = 'open',
  ...more
}: Partial<ConsoleView> & { hallState?: HallState } = {}): ConsoleView {
  return {
    now,
    clockSpeed: 1,
    hall: {
      id: 'test',
      name: { zh: '试验厅', en: 'Test Hall' },
      state: hallState,
      timezone: 'Asia/Shanghai',
      languages: ['zh', 'en'],
      hotline: null,
      opensAt: '2026-03-02T00:30:00.000Z',
      closesAt: '2026-03-02T10:30:00.000Z',
      nextOpensAt: null,
      training: true,
      intakeClosedReason: null,
    },
    counter: '3',
    state: 'idle',
    sinceSeconds: 0,
    clerk: { badge: '1001', name: '李敏', photo: null },
    ticket: null,
    next: [],
    waitingCount: 0,
    hallWaitingCount: 0,
    canCall: false,
    keys: keys(),
    reminders: [],
    say: { zh: '您好', en: 'Hello' },
    signs: null,
    handover: null,
    handoverQueued: false,
    shift: {
      openedAt: null,
      served: 0,
      missed: 0,
      transferred: 0,
      meanServiceSeconds: null,
      promiseBroken: 0,
      parked: [],
      followUps: [],
    },
    missed: [],
    services: [],
    counters: [],
    relief: [],
    ...more,
  };
}
