import { pino } from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import type { HallEvent } from '#core/events.ts';
import { evolve } from '#core/evolve.ts';
import { items } from '#core/sequence.ts';
import { initialDay, type HallDay } from '#core/state.ts';
import { createLearnedEstimator } from '#estimate/learned.ts';
import { createMemoryJournal } from '#journal/memory.ts';
import { createWarmEstimator } from '#server/warm-estimator.ts';
import { pastDay } from '../support/past-days.ts';
import { tongtai } from '../projections/tongtai.ts';

/** Two days that were lived before, and the morning of a third. */
async function threeDays() {
  const config = tongtai();
  const days: (readonly HallEvent[])[] = [];
  for (const [index, date] of ['2026-03-02', '2026-03-03', '2026-03-04'].entries()) {
    days.push(await pastDay(config, date, index + 1));
  }
  let seq = 0;
  const numbered = days.map((events) => events.map((event) => ({ ...event, seq: (seq += 1) })));
  const [first = [], second = [], third = []] = numbered;
  const half = Math.floor(third.length / 2);
  return { past: [...first, ...second], morning: third.slice(0, half), rest: third.slice(half) };
}

it('learns the days before beside the work, and then answers as if it had been there', async () => {
  const { past, morning, rest } = await threeDays();
  expect(past.filter(({ type }) => type === 'TicketCalled').length).toBeGreaterThan(50);
  const journal = createMemoryJournal();
  onTestFinished(() => journal.close());
  const stored = (events: readonly HallEvent[]) =>
    events.map((event) => ({ seq: event.seq, day: event.day, body: JSON.stringify(event) }));
  await journal.append({ events: stored([...past, ...morning]), receipts: [] });

  let state: HallDay = morning.reduce(evolve, initialDay);
  const logger = pino({ level: 'silent' });
  const warm = createWarmEstimator(journal, { state, events: morning }, logger);
  onTestFinished(() => warm.stop());

  const asked = () => {
    const waiting = [...items(state.tickets)].filter((ticket) => ticket.state === 'waiting');
    const services = state.config?.services.map(({ id }) => id) ?? [];
    return (estimator: Pick<typeof warm, 'forTicket' | 'forNew'>) => [
      ...waiting.map(({ ordinal }) => estimator.forTicket(state, ordinal, state.lastAtMs)),
      ...services.map((id) => estimator.forNew(state, id, 'ordinary', 0, state.lastAtMs)),
    ];
  };
  // At once, from the configured minutes: nobody waits for it.
  const atOnce = asked()(warm);
  expect(atOnce.some((each) => each !== null)).toBe(true);
  expect(atOnce).toEqual(asked()(createLearnedEstimator({ day: state })));

  // What happens meanwhile is told to both, and is not lost.
  const soon = rest.slice(0, 20);
  for (const event of soon) {
    state = evolve(state, event);
    warm.apply(event);
  }
  await warm.warmed;
  const there = createLearnedEstimator();
  for (const event of [...past, ...morning, ...soon]) there.apply(event);
  expect(asked()(warm)).toEqual(asked()(there));
  expect(asked()(warm)).not.toEqual(asked()(createLearnedEstimator({ day: state })));

  // And it goes on learning.
  for (const event of rest.slice(20, 60)) {
    state = evolve(state, event);
    warm.apply(event);
    there.apply(event);
  }
  expect(asked()(warm)).toEqual(asked()(there));
});

it('a history that cannot be read leaves it with what it has, and is told', async () => {
  const { morning } = await threeDays();
  const warnings: string[] = [];
  const logger = { info: () => {}, warn: (_: unknown, text?: string) => warnings.push(text ?? '') };
  const journal = {
    ...createMemoryJournal(),
    days: () => Promise.reject(new Error('the disk is gone')),
  };
  const state: HallDay = morning.reduce(evolve, initialDay);
  const warm = createWarmEstimator(journal, { state, events: morning }, logger as never);
  await warm.warmed;
  expect(warnings).toEqual(['wait estimates start without history']);
  const answer = state.config?.services.map(({ id }) =>
    warm.forNew(state, id, 'ordinary', 0, state.lastAtMs),
  );
  expect(answer?.some((each) => each !== null)).toBe(true);
});
