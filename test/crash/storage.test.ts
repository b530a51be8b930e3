import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { verifyFolder } from '#journal/verifying.ts';
import type { LobbyView } from '#protocol/views.ts';
import buildPages from '../support/build-pages.ts';
import { at, handsOf } from '../support/hall-hands.ts';
import { runHub, type RunningHub } from '../support/running-hub.ts';
import { fullDisk, readOnlyFolder, smallFileSystem, type Trouble } from './storage-trouble.ts';

// A hub without pages is not ready.
beforeAll(buildPages, 300_000);

interface Ticket {
  readonly id: string;
  readonly number: string;
}

/** Well above what a folder with room for forty pages can take. */
const askedMax = 2_000;

async function untilRefused(hub: RunningHub, kiosk: string, given: Ticket[]) {
  for (let asked = 0; asked < askedMax; asked += 1) {
    const body = { service: 'payment' };
    const answer = await hub.ask<Ticket & { code: string }>('POST', '/api/tickets', body, kiosk);
    if (answer.status !== 201) return answer;
    given.push(answer.body);
  }
  throw new Error('the storage never failed');
}

async function endures(hub: RunningHub, trouble: Trouble): Promise<void> {
  const hands = await handsOf(hub);
  const kiosk = await hands.device('kiosk', 'storage');
  const supervisor = await hands.token('9001');
  const given = [await hub.post<Ticket>('/api/tickets', { service: 'payment' }, kiosk)];

  trouble.begin();
  onTestFinished(trouble.end);
  const refused = await untilRefused(hub, kiosk, given);
  expect(refused).toMatchObject({ status: 503, body: { code: 'storage-cannot-write' } });
  // Nothing changed, and what is shown is what is written.
  expect((await hub.ask('GET', '/readyz')).status).toBe(503);
  const during = await hub.get<LobbyView>('/api/hall');
  const waiting = during.waiting.reduce((sum, { count }) => sum + count, 0);
  expect(waiting).toBe(given.length);
  expect((await untilRefused(hub, kiosk, given)).status).toBe(503);

  trouble.end();
  const body = { service: 'payment' };
  await expect
    .poll(async () => (await hub.ask('POST', '/api/tickets', body, kiosk)).status, {
      timeout: 15_000,
      interval: 50,
    })
    .toBe(201);
  expect((await hub.ask('GET', '/readyz')).status).toBe(200);
  const issued = (await hub.journal(supervisor)).filter(({ type }) => type === 'TicketIssued');
  const numbers = issued.map(({ data }) => data['number']);
  expect(numbers.slice(0, given.length)).toEqual(given.map(({ number }) => number));
  expect(numbers).toHaveLength(given.length + 1);
  await hub.kill();
  expect(verifyFolder(hub.dataDir)).toMatchObject({ ok: true });
}

describe('a running hub whose storage fails', () => {
  it('answers 503 on a full disk, shows nothing unwritten, and goes on when there is room', async () => {
    const small = smallFileSystem(24);
    const hub = await runHub({
      at: at('09:00'),
      ...(small === null ? {} : { within: small.path }),
    });
    onTestFinished(async () => {
      await hub.close();
      small?.remove();
    });
    await endures(hub, fullDisk(hub, small?.path ?? null));
  }, 60_000);

  it('answers 503 while its data are read-only, and goes on when they can be written', async () => {
    const hub = await runHub({ at: at('09:00') });
    const trouble = readOnlyFolder(hub);
    onTestFinished(() => hub.close());
    await endures(hub, trouble);
  }, 60_000);
});
