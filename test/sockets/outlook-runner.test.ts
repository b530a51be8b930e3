import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAcknowledgements } from '#server/desk/acknowledgements.ts';
import { limits } from '#server/limits.ts';
import { createOutlookRunner } from '#server/outlook-runner.ts';
import { openHall } from '../projections/given.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

function crowded() {
  const hall = openHall();
  hall.run('open', { counter: '3' }, '1001');
  for (let each = 0; each < 10; each += 1) hall.take('payment');
  return hall;
}

const breath = () => new Promise<void>((resolve) => void setImmediate(resolve));

/** All steps of one run, each in a turn of its own. */
async function worked(turns = 40): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await breath();
}

describe('the outlook beside the views', () => {
  it('is worked out when it is asked for, told once, and again only after a rest', async () => {
    const hall = crowded();
    let asked = 0;
    let told = 0;
    const runner = createOutlookRunner({
      sources() {
        asked += 1;
        return hall.sources();
      },
      changed: () => {
        told += 1;
      },
      logger: { warn: vi.fn() },
    });
    expect(runner.at(hall.state, hall.nowMs)).toBeNull();
    vi.advanceTimersByTime(0);
    await worked();
    expect(runner.at(hall.state, hall.nowMs)?.willBreakCount).toBeGreaterThan(0);
    expect([asked, told]).toEqual([1, 1]);
    hall.run('open', { counter: '1' }, '1002');
    runner.at(hall.state, hall.nowMs);
    vi.advanceTimersByTime(limits.outlookGapMs - 1);
    await worked(3);
    expect(asked).toBe(1);
    vi.advanceTimersByTime(limits.outlookGapMs * 100);
    await worked();
    expect([asked, told]).toEqual([2, 2]);
    runner.stop();
  });

  it('leaves out at once who is not waiting any more, and stops with the hub', async () => {
    const hall = crowded();
    const runner = createOutlookRunner({
      sources: () => hall.sources(),
      changed: () => undefined,
      logger: { warn: vi.fn() },
    });
    runner.at(hall.state, hall.nowMs);
    vi.advanceTimersByTime(0);
    await worked();
    const [first] = runner.at(hall.state, hall.nowMs)!.atRisk;
    hall.run('cancel-ticket', { ticket: first!.ticket }, '9001');
    const left = runner.at(hall.state, hall.nowMs)!.atRisk.map(({ number }) => number);
    expect(left).not.toContain(first!.number);
    runner.stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('alerts that somebody has seen', () => {
  const seen = (atMs: number) => ({ by: '9001', atMs, level: 1 });

  it('are forgotten after an hour, when they have gone, or when that is taken back', () => {
    const all = createAcknowledgements();
    all.see('a', seen(1_000));
    all.see('b', seen(2_000));
    all.see('c', seen(3_000));
    all.forget('c');
    expect([...all.all(1_000 + limits.alertSeenMs - 1).keys()]).toEqual(['a', 'b']);
    expect([...all.all(1_000 + limits.alertSeenMs).keys()]).toEqual(['b']);
    all.keep(new Set(['x']));
    expect([...all.all(3_000).keys()]).toEqual([]);
  });

  it('are bounded: the oldest goes', () => {
    const all = createAcknowledgements();
    for (let each = 0; each <= limits.alertsSeenMax; each += 1) all.see(String(each), seen(1_000));
    expect(all.all(1_000).size).toBe(limits.alertsSeenMax);
    expect(all.all(1_000).has('0')).toBe(false);
  });
});
