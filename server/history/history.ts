import type { BusinessDay, InstantMs } from '#core/vocabulary.ts';
import type { Journal } from '#journal/journal.ts';
import { startThread, type Thread } from '#journal/thread-call.ts';
import type { PastDayOutline, PastMoment, TicketStory } from '#protocol/history.ts';
import type { HistoryFunctions } from './thread.ts';

/** Days of the journal, looked at again: in a thread, so that the hall never waits for it. */
export interface History {
  /** Each answer is null where the journal has no such day (or the day no such ticket). */
  outline(date: BusinessDay): Promise<PastDayOutline | null>;
  at(date: BusinessDay, atMs: InstantMs): Promise<PastMoment | null>;
  story(date: BusinessDay, number: string): Promise<TicketStory | null>;
  close(): Promise<void>;
}

export function createHistory(journal: Journal): History {
  let thread: Thread<HistoryFunctions> | null = null;
  const inThread = (): Thread<HistoryFunctions> =>
    (thread ??= startThread<HistoryFunctions>(new URL('./thread.ts', import.meta.url)));

  /** A running day grows: what was loaded is named by how far it reached. */
  async function keyOf(date: BusinessDay): Promise<string | null> {
    const range = (await journal.days()).find(({ day }) => day === date);
    return range === undefined ? null : `${date} ${range.toSeq}`;
  }

  /** Asks the thread; gives it the day first where it has it not. */
  async function ask<T>(
    date: BusinessDay,
    question: (key: string) => Promise<T | null>,
  ): Promise<T | null> {
    const key = await keyOf(date);
    if (key === null) return null;
    const answer = await question(key);
    if (answer !== null) return answer;
    const records = await journal.readDay(date);
    await inThread().call('load', { key, bodies: records.map(({ body }) => body) });
    return question(key);
  }

  return {
    outline: async (date) =>
      (await ask(date, (key) => inThread().call('outline', key)))?.outline ?? null,
    at: async (date, atMs) =>
      (await ask(date, (key) => inThread().call('at', { key, atMs })))?.moment ?? null,
    story: async (date, number) =>
      (await ask(date, (key) => inThread().call('story', { key, number })))?.story ?? null,
    async close() {
      await thread?.close();
    },
  };
}
