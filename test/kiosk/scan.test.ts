import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meaningOf, noBurst, scanGapMs, strike, type Burst } from '#kiosk/scan.ts';
import { customerShown, freshVisit, ticketTaken } from '#kiosk/visit.ts';
import { kioskView, ticket } from './sample-view.ts';

/** Types keys with a pause before each; answers the scans. */
function type(keys: readonly string[], gapMs: number | ((at: number) => number)): string[] {
  let burst: Burst = noBurst;
  let timeMs = 1_000;
  const scans: string[] = [];
  for (const [at, key] of keys.entries()) {
    timeMs += typeof gapMs === 'number' ? gapMs : gapMs(at);
    const struck = strike(burst, { key, timeMs, withModifier: false });
    ({ burst } = struck);
    if (struck.scan !== null) scans.push(struck.scan);
  }
  return scans;
}
const keysOf = (text: string): string[] => [...Array.from(text), 'Enter'];

describe('a scanner that types', () => {
  it('is known by its speed: a few milliseconds a key, and Enter', () => {
    expect(type(keysOf('V10086'), 4)).toEqual(['V10086']);
    expect(type([...keysOf('10000000001'), ...keysOf('V10086')], 4)).toHaveLength(2);
  });

  it('is not a person, however they type', () => {
    expect(type(keysOf('10000000001'), 60)).toEqual([]);
    // The last key of a person's number and Enter, hit together.
    expect(type(keysOf('10000000001'), (at) => (at > 9 ? 4 : 150))).toEqual([]);
    expect(type(keysOf('123'), 4)).toEqual([]);
  });

  it('types capitals with Shift, and leaves what a person had typed before', () => {
    expect(type(['Shift', 'V', 'Shift', 'I', 'P', '-', '1', '2', 'Enter'], 4)).toEqual(['VIP-12']);
    const gap = (at: number) => (at === 3 ? 400 : at < 3 ? 150 : 5);
    expect(type(['1', '3', '8', ...keysOf('V10086')], gap)).toEqual(['V10086']);
  });

  it('holds no more than a code, and shortcuts end it', () => {
    expect(type(keysOf('9'.repeat(600)), 2)).not.toContain('9'.repeat(600));
    const { burst } = strike(
      { typed: 'V1008', timeMs: 0 },
      { key: '6', timeMs: 2, withModifier: true },
    );
    expect(burst).toEqual(noBurst);
  });

  it('never throws, and never takes slow keys for a scan', () => {
    const keys = fc.array(fc.oneof(fc.string({ maxLength: 2 }), fc.constantFrom('Enter', 'Shift')));
    fc.assert(
      fc.property(keys, fc.integer({ min: scanGapMs + 1, max: 900 }), (some, gapMs) => {
        expect(type(some, gapMs)).toEqual([]);
      }),
    );
  });
});

describe('what a code means', () => {
  const id = '12-abcdefghijklmnopqrstuv';

  it.each([
    [`https://hall.example/t/${id}`, { kind: 'ticket', ticket: id }],
    [`https://hall.example/t/${id}?from=paper`, { kind: 'ticket', ticket: id }],
    [id, { kind: 'ticket', ticket: id }],
    ['10000000001', { kind: 'customer', key: '10000000001' }],
    ['V-10086', { kind: 'customer', key: 'V-10086' }],
    ['https://elsewhere.example/', { kind: 'nothing' }],
    ['贵宾卡', { kind: 'nothing' }],
  ])('%s', (text, meaning) => {
    expect(meaningOf(text)).toEqual(meaning);
  });
});

describe('[vip-first] a customer shown by card or code', () => {
  const found = { reference: 'r1', masked: '100****0001', class: 'vip' };
  const customer = { reference: 'r1', masked: '100****0001' };

  it('has the class of the hall’s list, and takes no ticket by it', () => {
    expect(customerShown(freshVisit, kioskView, found)).toEqual({
      visit: { ...freshVisit, class: 'vip', customer },
      take: null,
    });
    const ordinary = customerShown(freshVisit, kioskView, { ...found, class: 'ordinary' });
    expect(ordinary.visit).toMatchObject({ class: '', screen: { at: 'home' } });
  });

  it('goes on with what the screen of the number was for', () => {
    const asking = {
      ...freshVisit,
      screen: { at: 'number', class: 'vip', service: 'payment' },
    } as const;
    expect(customerShown(asking, kioskView, found).take).toBe('payment');
  });

  it('is not the customer whose ticket is still on the screen', () => {
    const last = ticketTaken({ ...freshVisit, large: true, class: 'special' }, ticket);
    expect(customerShown(last, kioskView, found).visit).toEqual({
      ...freshVisit,
      class: 'vip',
      customer,
    });
  });
});
