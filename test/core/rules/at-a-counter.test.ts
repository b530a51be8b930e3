import { describe, expect, it } from 'vitest';
import type { Command, CommandArgs, CommandName } from '#core/commands.ts';
import type { Refusal } from '#core/refusals.ts';
import type { Actor, CounterState } from '#core/vocabulary.ts';
import { clerk, hallDay, kiosk } from '#test/support/hall-day.ts';
import { outcome } from '#test/support/hall-told.ts';

/** Every act at a counter; what is not among them is a supervisor's. */
const acts = {
  call: {},
  recall: {},
  start: {},
  finish: {},
  'no-show': {},
  transfer: { to: { service: 'enquiry' }, reason: 'asked' },
  park: { missing: ['id card'] },
  pause: { kind: 'routine', reason: 'break' },
  resume: {},
  handover: { to: '1003' },
  'relieve-handover': {},
  'complete-handover': {},
  'cancel-handover': {},
  close: {},
} as const satisfies Partial<Record<CommandName, object>>;

type Act = keyof typeof acts;
const names = Object.keys(acts) as Act[];
const states = ['closed', 'idle', 'calling', 'serving', 'paused', 'absent', 'handover'] as const;

/** Counter 1 under 1001 in a state since nine, five seconds on; counter 2 is open under 1002. */
function seatIn(state: CounterState) {
  const hall = hallDay().at('08:20').open('2', '1002').at('09:00');
  if (state === 'closed') return hall.later(5);
  hall.open('1', '1001');
  const act = <N extends CommandName>(name: N, args: CommandArgs[N]) =>
    hall.do(name, args, clerk('1001'));
  if (state === 'calling' || state === 'serving') {
    hall.issue();
    act('call', { counter: '1' });
    if (state === 'serving') act('start', { counter: '1' });
  }
  if (state === 'paused') act('pause', { counter: '1', kind: 'routine', reason: 'break' });
  if (state === 'absent') act('pause', { counter: '1', kind: 'absence', reason: 'family' });
  if (state === 'handover') act('handover', { counter: '1', to: '1003' });
  return hall.later(5);
}

function ask(state: CounterState, name: CommandName, args: object, actor: Actor) {
  return seatIn(state).ask(name, { counter: '1', ...args }, actor);
}

const no = 'not-possible-now';
const taken = 'one-counter-one-clerk';
const busy = 'one-customer-at-a-time not-possible-now';

describe('what a counter can do', () => {
  it.each<[CommandName, object, string, Partial<Record<CounterState, string>>]>([
    ['call', {}, '1001', { idle: 'accepted', calling: busy, serving: busy }],
    ['recall', {}, '1001', { calling: 'accepted' }],
    ['start', {}, '1001', { calling: 'accepted' }],
    ['finish', {}, '1001', { serving: 'accepted' }],
    ['no-show', {}, '1001', { calling: 'no-show-calls no-show-time' }],
    ['transfer', acts.transfer, '1001', { calling: 'accepted', serving: 'accepted' }],
    ['park', acts.park, '1001', { serving: 'accepted' }],
    ['pause', acts.pause, '1001', { idle: 'accepted' }],
    [
      'pause',
      { kind: 'absence', reason: 'family' },
      '1001',
      { idle: 'accepted', calling: 'accepted' },
    ],
    ['resume', {}, '1001', { paused: 'accepted', absent: 'accepted' }],
    [
      'handover',
      { to: '1003' },
      '1001',
      {
        idle: 'accepted',
        calling: 'finish-before-handover',
        serving: 'finish-before-handover',
        paused: 'accepted',
      },
    ],
    [
      'handover',
      { to: '1003', queue: true },
      '1001',
      { idle: 'accepted', calling: 'accepted', serving: 'accepted', paused: 'accepted' },
    ],
    ['relieve-handover', {}, '1003', { handover: 'accepted' }],
    ['complete-handover', {}, '1003', { handover: 'handover-record' }],
    ['cancel-handover', {}, '1001', { handover: 'accepted' }],
    [
      'close',
      {},
      '1001',
      { closed: 'accepted', idle: 'accepted', paused: 'accepted', handover: 'stay-until-relieved' },
    ],
    [
      'open',
      {},
      '1003',
      {
        closed: 'accepted',
        ...{ idle: taken, calling: taken, serving: taken, paused: taken, absent: taken },
        handover: taken,
      },
    ],
  ])('[not-possible-now] %s %o by %s', (name, args, badge, otherwise) => {
    for (const state of states) {
      const decision = ask(state, name, args, clerk(badge));
      const verdict = decision.kind === 'refused' ? decision.rules.join(' ') : decision.kind;
      expect([state, verdict]).toEqual([state, otherwise[state] ?? no]);
    }
  });

  it.each<[CounterState, Act, object[]]>([
    ['closed', 'start', []],
    ['idle', 'start', []],
    ['calling', 'finish', [{ command: 'start', args: { counter: '1' }, label: 'start-first' }]],
    ['serving', 'start', [{ command: 'finish', args: { counter: '1' }, label: 'finish-first' }]],
    ['paused', 'start', [{ command: 'resume', args: { counter: '1' }, label: 'resume-first' }]],
    ['absent', 'start', [{ command: 'resume', args: { counter: '1' }, label: 'resume-first' }]],
    ['handover', 'start', []],
  ])('[not-possible-now] %s: %s names the state and the way on', (state, name, waysOut) => {
    expect(outcome(seatIn(state), name, { counter: '1' }, clerk('1001'))).toEqual({
      rule: no,
      rules: [no],
      by: { counter: '1', state },
      waysOut,
      overridable: false,
    });
  });

  it.each(names)('%s at a counter that the hall does not have', (name) => {
    for (const counter of ['9', 'constructor']) {
      const args = { ...acts[name], counter } as CommandArgs[Act];
      expect(hallDay().ask(name, args, clerk('1001'))).toEqual({
        kind: 'unknown',
        what: 'counter',
        id: counter,
      });
    }
  });

  it('a supervisor’s acts name a counter that the hall does not have as well', () => {
    const unknown = { kind: 'unknown', what: 'counter', id: '9' };
    expect(hallDay().ask('release-counter', { counter: '9' })).toEqual(unknown);
    expect(hallDay().ask('open', { counter: '9' }, clerk('1001'))).toEqual(unknown);
  });

  it('every way out leads out: its clerk may take it there and then', () => {
    for (const state of states) {
      for (const name of names) {
        const decision = ask(state, name, acts[name], clerk('1001'));
        if (decision.kind !== 'refused') continue;
        for (const way of decision.waysOut) {
          if (way.command === 'override') continue;
          // What the way out leaves open, its clerk is asked for.
          const args = { ...acts[way.command as Act], ...way.args };
          const taken = ask(state, way.command as Command['name'], args, clerk('1001'));
          const why = taken.kind === 'refused' ? taken.rule : taken.kind;
          expect(`${state}, ${name}: ${way.command} ${why}`).not.toContain(no);
        }
      }
    }
  });
});

describe('whose counter it is', () => {
  const own = names.filter((name) => !['relieve-handover', 'complete-handover'].includes(name));
  const refusal = (by: object, waysOut: Refusal['waysOut'] = []) => ({
    rule: 'not-your-counter',
    by: { counter: '1', ...by },
    waysOut,
    overridable: false,
  });

  it.each(own)('[not-your-counter] %s is the clerk’s who holds it, whatever its state', (name) => {
    for (const state of states) {
      if (state === 'closed') continue;
      const release = {
        command: 'release-counter',
        args: { counter: '1' },
        label: 'release-counter',
      } as const;
      const others = ask(state, name, acts[name], clerk('1002'));
      expect(others).toMatchObject(refusal({ badge: '1001' }, [release]));
      expect(ask(state, name, acts[name], kiosk)).toMatchObject(refusal({}));
    }
  });

  it.each([
    ['a pad beside it', { kind: 'pad', counter: '1' }, true],
    ['a pad beside another', { kind: 'pad', counter: '2' }, false],
    ['a pad beside none', { kind: 'pad', counter: null }, false],
    ['a reader beside it', { kind: 'reader', counter: '1' }, false],
  ] as const)('[not-your-counter] %s works it for its clerk: %o %s', (_, which, works) => {
    const agent = { kind: 'device', device: 'agent-1' } as const;
    const hall = seatIn('calling');
    const report = { id: 'x', state: 'ready', detail: null, kiosk: null, ...which } as const;
    const one = { ...report, id: 'other', kind: 'board' } as const;
    hall.do('report-devices', { devices: [one, report] }, agent);
    const decision = hall.ask('start', { counter: '1' }, agent);
    expect(decision.kind).toBe(works ? 'accepted' : 'refused');
    expect(hall.ask('start', { counter: '1' }, kiosk).kind).toBe('refused');
  });

  it('[not-your-counter] a counter that nobody holds is nobody’s', () => {
    expect(outcome(seatIn('closed'), 'start', { counter: '1' }, clerk('1004'))).toMatchObject({
      rules: [no],
    });
  });
});
