import type { CommandArgs, CommandName } from '#core/commands.ts';
import { items } from '#core/sequence.ts';
import type { Rating } from '#core/vocabulary.ts';
import { openHall, type Hall } from './given.ts';
import { tongtai } from './tongtai.ts';

interface Act {
  readonly run: () => void;
  readonly possible: () => boolean;
}

/** A day in which people do all sorts of things, drawn from a seed among what is possible. */
export function livedDay(seed: number, steps = 200): Hall {
  const draw = mulberry32(seed);
  const noShow = { minCalls: 1, minSeconds: 10, rejoinAfter: 2 };
  const hall = openHall(tongtai({ noShow }));
  const pick = <T>(some: readonly T[]): T | undefined => some[Math.floor(draw() * some.length)];
  const act = <N extends CommandName>(name: N, args: CommandArgs[N], by: string): Act => ({
    run: () => hall.run(name, args, by),
    possible: () => {
      const decision = hall.ask(name, args, by);
      return decision.kind === 'accepted' && decision.events.length > 0;
    },
  });
  for (let step = 0; step < steps && !hall.state.ended; step += 1) {
    hall.pass(Math.floor(draw() * 60));
    const found = possibleActs(hall, pick, act).filter((each) => each.possible());
    pick(found)?.run();
  }
  return hall;
}

type Pick = <T>(some: readonly T[]) => T | undefined;
type Make = <N extends CommandName>(name: N, args: CommandArgs[N], by: string) => Act;

const record = {
  equipment: 'fine',
  hardCases: '',
  staffChanges: '',
  followUps: [],
  note: null,
};

function possibleActs(hall: Hall, pick: Pick, act: Make): readonly Act[] {
  const counter = pick(['1', '2', '3', '4']) ?? '1';
  const badge = hall.state.counters[counter]?.clerk ?? String(1000 + Number(counter));
  const ticketIn = (...states: string[]) =>
    pick([...items(hall.state.tickets)].filter(({ state }) => states.includes(state)))?.id ?? '';
  const service = pick(['payment', 'enquiry', 'broadband']) ?? 'payment';
  const each = pick(['ordinary', 'ordinary', 'special']) ?? 'ordinary';
  const place = pick(['keep', 'front', 'back'] as const) ?? 'keep';
  const rating = pick<Rating>(['satisfied', 'fair', 'dissatisfied']) ?? 'fair';
  const to = pick([{ service: 'enquiry' }, { counter: '1' }, { counter: '2' }, { counter: '3' }])!;
  const kind = pick(['routine', 'absence'] as const) ?? 'routine';
  const often = [
    act('issue-ticket', { service, class: each }, '9001'),
    act('call', { counter }, badge),
    act('start', { counter }, badge),
    act('finish', { counter }, badge),
    act('open', { counter }, badge),
    act('resume', { counter }, badge),
    act('complete-handover', { counter, record }, '1005'),
    act('rejoin-ticket', { ticket: ticketIn('missed') }, '9001'),
    act('return-ticket', { ticket: ticketIn('parked') }, '9001'),
    act('rate-ticket', { ticket: ticketIn('done'), rating }, '9001'),
    act('no-show', { counter }, badge),
  ];
  const seldom = [
    act('recall', { counter }, badge),
    act('transfer', { counter, to, place, reason: 'x' }, badge),
    act('park', { counter, missing: ['id'] }, badge),
    act('pause', { counter, kind, reason: 'x', minutes: 5 }, badge),
    act('handover', { counter, to: '1005', record }, badge),
    act('cancel-handover', { counter }, badge),
    act('close', { counter }, badge),
    act('release-counter', { counter }, '9001'),
    act('cancel-ticket', { ticket: ticketIn('waiting', 'missed', 'parked') }, '9001'),
    act('put-back-ticket', { ticket: ticketIn('called', 'serving') }, '9001'),
  ];
  const one = pick(seldom);
  return one === undefined ? often : [...often, one];
}

/** Tommy Ettinger's mulberry32: small, seeded, good enough to draw a day. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
