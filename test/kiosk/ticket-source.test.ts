import { describe, expect, it } from 'vitest';
import type { TicketPageView } from '#protocol/views.ts';
import {
  createTicketSource,
  sourceTiming,
  type TicketAnswer,
  type TicketFeed,
  type TicketSeen,
} from '#kiosk/ticket-source.ts';
import { ticket } from './sample-view.ts';

const away: TicketAnswer = { ok: false, problem: null };
const unknown: TicketAnswer = {
  ok: false,
  problem: { type: '', title: '', status: 404, code: 'unknown' },
};
const fresh = (revision: number, change: Partial<TicketPageView> = {}): TicketAnswer => ({
  ok: true,
  data: { ...ticket, ...change, revision },
});

function given(kept: TicketPageView | null = null) {
  const answers: TicketAnswer[] = [];
  const seen: TicketSeen[] = [];
  const keptNow: TicketPageView[] = [];
  const timers: { run: () => void; ms: number }[] = [];
  let feed: TicketFeed | null = null;
  let watchFails = 0;
  let asked = 0;
  let closed = 0;
  const source = createTicketSource({
    async get() {
      asked++;
      return answers.shift() ?? away;
    },
    async watch(given) {
      if (watchFails > 0) {
        watchFails--;
        throw new Error('no code');
      }
      feed = given;
      return () => {
        closed++;
      };
    },
    kept: () => kept,
    keep: (data) => void keptNow.push(data),
    changed: (next) => void seen.push(next),
    after(run, ms) {
      const timer = { run, ms };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), 1);
    },
  });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    source,
    answers,
    seen,
    keptNow,
    timers,
    settle,
    asked: () => asked,
    closed: () => closed,
    last: () => source.seen(),
    failWatch: (times: number) => void (watchFails = times),
    feed: () => feed!,
    async later() {
      timers.shift()?.run();
      await settle();
    },
  };
}

describe('a phone’s ticket', () => {
  it('shows what it kept as not current, until the hub answers', async () => {
    const given_ = given(ticket);
    expect(given_.last()).toMatchObject({ data: ticket, live: false, loading: true });
    given_.answers.push(fresh(5, { ahead: 2 }));
    await given_.source.start();
    expect(given_.last()).toMatchObject({ live: true, loading: false, data: { ahead: 2 } });
    expect(given_.last().data).not.toHaveProperty('revision');
    expect(given_.keptNow.at(-1)?.ahead).toBe(2);
  });

  it('asks on while the socket is away, and no more once it is there', async () => {
    const { answers, source, timers, later, feed, asked, last, settle } = given();
    answers.push(fresh(5), fresh(6, { ahead: 1 }));
    await source.start();
    await settle();
    expect(timers.map(({ ms }) => ms)).toEqual([sourceTiming.pollMs]);
    await later();
    expect(last().data?.ahead).toBe(1);
    feed().connected(true);
    expect(timers).toEqual([]);
    feed().view({ ...ticket, ahead: 0 }, 7);
    expect(last().data?.ahead).toBe(0);
    expect(asked()).toBe(2);
  });

  it('a late answer does not undo what the socket told', async () => {
    const { answers, source, feed, last, settle } = given();
    answers.push(fresh(5));
    await source.start();
    await settle();
    feed().connected(true);
    feed().view({ ...ticket, state: 'called', counter: '5' }, 9);
    answers.push(fresh(8));
    await source.refresh();
    expect(last().data?.state).toBe('called');
  });

  it('says since when it is out of reach, keeps the ticket, and comes back by itself', async () => {
    const { answers, source, later, last, timers, settle } = given();
    answers.push(fresh(5), away, fresh(6));
    await source.start();
    await settle();
    await later();
    expect(last()).toMatchObject({ live: false, data: { number: 'A028' } });
    expect(timers.map(({ ms }) => ms)).toEqual([sourceTiming.retryMs]);
    await later();
    expect(last().live).toBe(true);
  });

  it('a hub that started anew may count from the beginning once the page was out of reach', async () => {
    const { answers, source, later, last, settle } = given();
    answers.push(fresh(50), away, fresh(3, { ahead: 0 }));
    await source.start();
    await settle();
    await later();
    await later();
    expect(last()).toMatchObject({ live: true, data: { ahead: 0 } });
  });

  it('a socket that falls is followed by one request at once', async () => {
    const { answers, source, feed, asked, last, settle } = given();
    answers.push(fresh(5));
    await source.start();
    await settle();
    feed().connected(true);
    answers.push(away);
    feed().connected(false);
    await settle();
    expect(asked()).toBe(2);
    expect(last().live).toBe(false);
  });

  it('the socket’s code is fetched again where it did not arrive', async () => {
    const { answers, source, later, failWatch, feed, settle } = given();
    failWatch(1);
    answers.push(fresh(5), fresh(5));
    await source.start();
    await settle();
    expect(feed()).toBeNull();
    await later();
    expect(feed()).not.toBeNull();
  });

  it('a ticket that the hub does not know is asked for no more', async () => {
    const { answers, source, timers, last, feed, settle } = given(ticket);
    answers.push(unknown);
    await source.start();
    await settle();
    expect(last()).toMatchObject({ unknown: true, live: false, data: ticket });
    expect(timers).toEqual([]);
    expect(feed()).toBeNull();
  });

  it('a trouble of the hub is not a ticket that is unknown', async () => {
    const { answers, source, last } = given();
    answers.push({ ok: false, problem: { type: '', title: '', status: 503, code: 'busy' } });
    await source.start();
    expect(last()).toMatchObject({ unknown: false, live: false, loading: false });
  });

  it('leaves nothing running', async () => {
    const { answers, source, timers, closed, seen, settle, feed } = given();
    answers.push(fresh(5));
    await source.start();
    await settle();
    source.close();
    expect(timers).toEqual([]);
    expect(closed()).toBe(1);
    const count = seen.length;
    feed().view(ticket, 9);
    expect(seen).toHaveLength(count);
  });
});
