import type { HallEvent } from '#core/events.ts';
import { serveThread } from '#journal/thread-call.ts';
import type { PastDayOutline, PastMoment, TicketStory } from '#protocol/history.ts';
import { openPastDay, type PastDay } from './past-day.ts';
import { ticketStory } from './ticket-story.ts';

/** Days in this thread's memory; the one looked at last is kept longest. */
const daysMax = 3;

interface Loaded {
  readonly events: readonly HallEvent[];
  readonly day: PastDay | null;
}
const days = new Map<string, Loaded>();

function loaded(key: string): Loaded | null {
  const found = days.get(key);
  if (found === undefined) return null;
  days.delete(key);
  days.set(key, found);
  return found;
}

/** Every answer is null where the day has to be loaded first. */
const functions = {
  /** @param bodies texts of the day's events */
  load({ key, bodies }: { key: string; bodies: readonly string[] }): void {
    const events = bodies.map((body) => JSON.parse(body) as HallEvent);
    days.set(key, { events, day: openPastDay(events) });
    for (const oldest of days.keys()) {
      if (days.size <= daysMax) break;
      days.delete(oldest);
    }
  },
  outline(key: string): { readonly outline: PastDayOutline | null } | null {
    const found = loaded(key);
    return found === null ? null : { outline: found.day?.outline ?? null };
  },
  at({ key, atMs }: { key: string; atMs: number }): { readonly moment: PastMoment | null } | null {
    const found = loaded(key);
    return found === null ? null : { moment: found.day?.at(atMs) ?? null };
  },
  story({ key, number }: { key: string; number: string }): {
    readonly story: TicketStory | null;
  } | null {
    const found = loaded(key);
    return found === null ? null : { story: ticketStory(found.events, number) };
  },
  close(): void {},
};

export type HistoryFunctions = typeof functions;

serveThread(functions);
