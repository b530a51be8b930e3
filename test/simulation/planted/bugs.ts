import type { DiskBug } from '../disk-journal.ts';

/**
 * Small mistakes put into the product on purpose: the checks have to find each. A text of one file
 * is replaced while it is read; the file itself stays as it is.
 */
export interface PlantedBug {
  readonly name: string;
  /** What the checks should say. */
  readonly found: RegExp;
  /** The world that finds it soon. */
  readonly seed: number;
  readonly disk?: DiskBug;
  readonly changes?: readonly Change[];
}

export interface Change {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

export const plantedBugs: readonly PlantedBug[] = [
  {
    name: 'the journal answers before the flush',
    seed: 1,
    found: /stable|acknowledged|gone/,
    disk: 'answers-early',
  },
  {
    name: 'the journal forgets its receipts when it is opened',
    seed: 17,
    found: /two tickets for one press|with one key|nobody asked/,
    disk: 'loses-receipts',
  },
  {
    name: 'a torn commit is taken for a whole one',
    seed: 25,
    found:
      /gone|day|follows|two tickets|nobody asked|with one key|broken invariant|did not|Unexpected|progress/,
    disk: 'keeps-torn-end',
  },
  {
    name: 'the loop publishes before it appends',
    seed: 1,
    found: /stable/,
    changes: [
      {
        file: 'server/dispatch/loop.ts',
        from: '    try {\n      await journal.append({\n',
        to: '    stable = reached;\n    tellAll({ state: stable, events: batch.events, states: batch.states });\n    try {\n      await journal.append({\n',
      },
    ],
  },
  {
    name: 'the loop answers before it appends',
    seed: 1,
    found: /answered \d+, stable/,
    changes: [
      {
        file: 'server/dispatch/loop.ts',
        from: '    try {\n      await journal.append({\n',
        to: '    answerAll(batch);\n    try {\n      await journal.append({\n',
      },
    ],
  },
  {
    name: 'a failed write is not undone',
    seed: 2,
    found: /storage|follows|stable|progress|is not up|broken|seq/,
    changes: [
      {
        file: 'server/dispatch/loop.ts',
        from: '    tip = stable;\n    if (missed',
        to: '    if (missed',
      },
    ],
  },
  {
    name: 'a lost confirmation is not told to the views',
    seed: 3,
    found: /announced call|not stable|the lobby at|no ticket|broken invariant/,
    changes: [
      {
        file: 'server/dispatch/loop.ts',
        from: '      return (await journal.head()).seq === reached.seq;',
        to: '      return false;',
      },
      {
        file: 'server/dispatch/loop.ts',
        from: '    if (missed.length > 0) tellAll({ state: stable, events: missed, states });\n',
        to: '',
      },
    ],
  },
  {
    name: 'keys are forgotten',
    seed: 1,
    found: /two tickets for one press|with one key|nobody asked/,
    changes: [
      {
        file: 'server/dispatch/kept-answers.ts',
        from: '      if (kept === undefined) return null;\n',
        to: '      if (kept !== undefined || key !== null) return null;\n',
      },
    ],
  },
  {
    name: 'the key of the command that begins a day is forgotten',
    seed: 3,
    found: /with one key|two tickets for one press/,
    changes: [
      {
        file: 'server/dispatch/kept-answers.ts',
        from: '      today = { day, answers: new Map() };\n',
        to: '      today = { day, answers: new Map() };\n      return;\n',
      },
    ],
  },
  {
    name: 'a page takes a new key for every try',
    seed: 2,
    found: /two tickets for one press|nobody asked/,
    changes: [
      {
        file: 'ui/hub/command-sender.ts',
        from: 'ask({ id, name',
        to: 'ask({ id: freshId(), name',
      },
    ],
  },
  {
    name: 'a screen takes an older view for a newer one',
    seed: 1,
    found: /went back to/,
    changes: [
      {
        file: 'ui/hub/hub-client.ts',
        from: 'each.seen.revision > message.revision',
        to: 'each.seen.revision < 0',
      },
    ],
  },
  {
    name: 'the hub leaves out one of the calls that a screen has missed',
    seed: 1,
    found: /announced call/,
    changes: [
      {
        file: 'server/projections/call-stream.ts',
        from: 'filter((call) => call.callNo > callNo)',
        to: 'filter((call) => call.callNo > callNo + 1)',
      },
    ],
  },
  {
    name: 'an agent begun anew prints again what the last one had begun',
    seed: 22,
    found: /printed twice|never printed/,
    changes: [
      {
        file: 'hardware/agent/print-jobs.ts',
        from: "if (print.state !== 'asked') {",
        to: "if (print.state !== 'asked' && own.size > 1e9) {",
      },
      {
        file: 'hardware/agent/print-jobs.ts',
        from: "if (!(await report(job, 'sending'))) return;",
        to: "if (!(await report(job, 'sending')) && own.size > 1e9) return;",
      },
    ],
  },
  {
    name: 'a call number is skipped',
    seed: 1,
    found: /call \d+ follows call \d+/,
    changes: [
      {
        file: 'server/core/rules/calling.ts',
        from: '\n          callNo: state.lastCallNo + 1,',
        to: '\n          callNo: state.lastCallNo + 2,',
      },
    ],
  },
  {
    name: 'who is missed is never let go at the end of the day',
    seed: 1,
    found: /still there|no progress|broken invariant/,
    changes: [
      {
        file: 'server/core/due.ts',
        from: 'const lapsed = lapse(state, state.aside);',
        to: 'const lapsed = lapse(state, []);',
      },
    ],
  },
  {
    name: 'the hall does not close behind the last customer',
    seed: 1,
    found: /no progress/,
    changes: [
      {
        file: 'server/core/due.ts',
        from: 'function isOver(state: HallDay): boolean {\n  return (\n',
        to: 'function isOver(state: HallDay): boolean {\n  return state.seq < 0 && (\n',
      },
    ],
  },
  {
    name: 'two kiosks are leased the same numbers',
    seed: 1,
    found: /another kiosk's/,
    changes: [
      {
        file: 'server/core/rules/leases.ts',
        from: 'Math.max(leasedFrom, lastLeased + 1, lastGiven + 1)',
        to: 'Math.max(leasedFrom, lastGiven + 1 + 0 * lastLeased)',
      },
    ],
  },
  {
    name: 'a number that is handed in again stands in the line twice',
    seed: 17,
    found: /handed in|given twice/,
    changes: [
      {
        file: 'server/core/rules/leases.ts',
        from: 'if (known !== undefined && Object.hasOwn(known.handedIn, number)) return true;',
        to: '',
      },
    ],
  },
  {
    name: 'a kiosk that is begun anew forgets what it gave',
    seed: 10,
    found: /given twice|never came into its line|handed in/,
    changes: [
      {
        file: 'kiosk/offline-numbers.ts',
        from: 'let book = bookOf(deps.recollect());',
        to: 'let book = bookOf(null);',
      },
    ],
  },
  {
    name: 'a kiosk hands in the next number before the last one is answered',
    seed: 89,
    found: /handed in/,
    changes: [
      {
        file: 'kiosk/hand-in.ts',
        from: '        later(handInTiming.retryMs);\n        return;\n',
        to: '        later(handInTiming.retryMs);\n        continue;\n',
      },
    ],
  },
  {
    name: 'a kiosk takes a number for handed in that the hub never heard of',
    seed: 3,
    found: /never came into its line|handed in/,
    changes: [
      {
        file: 'kiosk/hand-in.ts',
        from: '    if (isFinal) numbers.handedIn(ticket);',
        to: '    numbers.handedIn(ticket);',
      },
    ],
  },
  {
    name: 'a kiosk goes on giving numbers when its lease has run out',
    seed: 10,
    found: /has run out/,
    changes: [
      {
        file: 'kiosk/offline-numbers.ts',
        from: 'return nowMs < Date.parse(lease.until) ? lease : null;',
        to: 'return lease;',
      },
    ],
  },
];
