import { advance, announce, nextChangeMs, silentAnnouncer } from '#display/announcer.ts';
import type { AnnouncedCall } from '#ui/hub/call-stream.ts';
import type { HubClient, Seen } from '#ui/hub/hub-client.ts';
import { openPage, type Outside } from './people.ts';
import { must } from './witness.ts';

export interface Screen {
  readonly client: HubClient;
  /** What it shows, and whether it says that it is current. */
  readonly seen: () => Seen<'lobby'> | null;
  /** The last call it announced or listed today; 0 before the first. */
  lastCallNo(day: string): number;
  switchOff(): void;
}

/** The lobby's screen: the real client, stream of calls and announcer. */
export function switchOnScreen(outside: Outside, name: string): Screen {
  const { time, owner, crowd } = outside;
  const client = openPage(outside, `display ${name}`);
  let seen: Seen<'lobby'> | null = null;
  let announcer = silentAnnouncer;
  let last: { readonly day: string; readonly callNo: number } | null = null;
  let cancel = (): void => {};

  function set(next: typeof announcer): void {
    const before = announcer.showing?.call.callNo;
    announcer = next;
    const showing = announcer.showing?.call;
    if (showing !== undefined && showing.callNo !== before) {
      crowd.hear(showing.number, showing.counter);
    }
    cancel();
    const dueMs = nextChangeMs(announcer);
    if (dueMs === null) return;
    cancel = time.at(dueMs + 1, owner, 'announcer', () => set(advance(announcer, time.now())));
  }

  /** Each once, in order, none left out, whatever became of the messages. */
  function hear(call: AnnouncedCall): void {
    const day = call.at.slice(0, 10);
    if (last?.day === day) {
      must(
        call.callNo === last.callNo + 1,
        `${name} announced call ${call.callNo} after ${last.callNo}`,
      );
    }
    last = { day, callNo: call.callNo };
    set(announce(announcer, call, time.now()));
  }

  const stops = [
    client.calls(hear),
    client.watch('lobby', {}, (next) => {
      if (seen?.live === true && next.live) {
        must(next.revision >= seen.revision, `${name} went back to ${next.revision}`);
      }
      seen = next;
      // Who looks up sees the number on the board as well.
      if (!next.live) return;
      for (const { number, counter } of next.data.counters) {
        if (number !== null) crowd.hear(number, counter);
      }
    }),
  ];

  return {
    client,
    seen: () => seen,
    lastCallNo: (day) => (last?.day === day ? last.callNo : 0),
    switchOff() {
      for (const stop of stops) stop();
      cancel();
      client.close();
    },
  };
}
