import type { HallConfig } from '#core/hall-config.ts';

export const ordinaryClass = 'reg';
export const priorityClass = 'prio';
export function spareCounter(number: number): string {
  return `(spare ${String(number)})`;
}

/** A priority customer of the bank's desk is advanced so far in the line (data/README.md). */
const headStartMinutes = 1.5;
const promiseMinutes = 30;

/**
 * The hall of a record: its services and servers, all of which may serve everything. The `promise`
 * discipline with equal promises is first come, first called, and a promise shorter by the head
 * start moves a priority ticket up by just that: the class says the place in line, nothing else.
 * Classes of one rank are one class to the estimator.
 */
export function recordedConfig(
  services: readonly string[],
  servers: readonly string[],
  spareCount: number,
): HallConfig {
  const text = (name: string) => ({ zh: name, en: name });
  const all = { from: '00:00', to: '24:00' };
  return {
    hall: {
      id: 'recorded',
      name: text('recorded'),
      timezone: 'UTC',
      hotline: null,
      languages: ['en'],
    },
    training: false,
    hours: {
      weekly: { mon: all, tue: all, wed: all, thu: all, fri: all, sat: all, sun: all },
      exceptions: [],
      closingNoticeMinutes: 15,
    },
    classes: [
      { ...classNamed(ordinaryClass), promiseMinutes },
      { ...classNamed(priorityClass), promiseMinutes: promiseMinutes - headStartMinutes },
    ],
    services: services.map((id) => ({
      id,
      name: text(id),
      short: text(id),
      prefix: 'A',
      promiseMinutes,
      expectedMinutes: 3,
      quotaPerDay: null,
      papers: [],
      icon: null,
    })),
    counters: [
      ...servers.map((id) => counterNamed(id, ['*'])),
      ...Array.from({ length: spareCount }, (_, index) =>
        counterNamed(spareCounter(index + 1), []),
      ),
    ],
    staff: [],
    discipline: { kind: 'promise' },
    guards: { maxConsecutivePriority: null, maxWaitMinutes: {} },
    policy: {
      routinePause: 'off',
      signOff: 'off',
      handover: 'off',
      noShow: { minCalls: 1, minSeconds: 0, rejoinAfter: 3 },
      recallMax: 3,
      recallGapSeconds: 10,
      startOnCall: true,
      maxOpenTicketsPerPerson: 1,
      handoverMaxMinutes: 15,
      transferPlace: 'keep',
      ratingMinutes: 5,
      openEveryDay: 'off',
    },
    notices: [],
  };

  function classNamed(id: string) {
    return { id, rank: 0, name: text(id), prefix: null, needsCustomer: false };
  }
  function counterNamed(id: string, offered: readonly string[]) {
    return { id, services: offered, prefers: [], backup: null, place: null };
  }
}
