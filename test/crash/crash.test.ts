import { beforeAll, describe, expect, it } from 'vitest';
import buildPages from '../support/build-pages.ts';
import { runCrashCycles } from './cycles.ts';
import { createLedger, type Promised, type Request } from './ledger.ts';

// A hub without pages is not ready.
beforeAll(buildPages, 300_000);

/** The long form is `npm run crash`; docs/reliability.md has its figures. */
describe('the real hub, killed under load', () => {
  it('keeps every promise, does nothing twice, and its screens come back', async () => {
    const figures = await runCrashCycles({ cycles: 4, seed: 20260302 });
    expect(figures.broken).toEqual([]);
    expect(figures.cycles).toBe(4);
    expect(figures.promises).toBeGreaterThan(20);
  }, 120_000);
});

describe('the ledger of promises', () => {
  const request = (key: string, name = 'issue-ticket'): Request => ({
    key,
    name,
    path: '/api/tickets',
    args: {},
    token: 'token',
  });
  const promised = (key: string, revision: number, ticket: string): Promised => ({
    request: request(key),
    revision,
    ticket,
    number: 'A001',
  });
  const issued = (seq: number, ticket: string, number: string) => ({
    seq,
    type: 'TicketIssued',
    data: { ticket, number },
  });

  it('finds nothing where journal and promises agree', () => {
    const ledger = createLedger();
    ledger.promise(promised('a', 1, 't1'));
    ledger.promise(promised('a', 1, 't1'));
    ledger.write([issued(1, 't1', 'A001')]);
    expect(ledger.disagreements()).toEqual([]);
  });

  it.each([
    ['a promise that is not written', [], 'no TicketIssued of t1'],
    [
      'a second ticket for one asking',
      [issued(1, 't1', 'A001'), issued(2, 't2', 'A002')],
      '2 times TicketIssued',
    ],
    ['a number given twice', [issued(1, 't1', 'A001'), issued(2, 't2', 'A001')], 'number A001'],
    ['a gap', [issued(2, 't1', 'A001')], 'event 2 follows 0'],
  ])('finds %s', (_, events, finding) => {
    const ledger = createLedger();
    ledger.promise(promised('a', 1, 't1'));
    ledger.write(events);
    expect(ledger.disagreements().join('\n')).toContain(finding);
  });

  it('finds a second answer that is not the first', () => {
    const ledger = createLedger();
    ledger.promise(promised('a', 1, 't1'));
    ledger.promise(promised('a', 2, 't2'));
    ledger.write([issued(1, 't1', 'A001')]);
    expect(ledger.disagreements()).toHaveLength(2);
  });
});
