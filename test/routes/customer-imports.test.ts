import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CustomerCountsView, CustomerImportView } from '#protocol/customer-imports.ts';
import { limits } from '#server/limits.ts';
import { startHub, type TestHub } from '#test/support/hub.ts';

let hub: TestHub;
let token: string;
const logged: string[] = [];

beforeEach(async () => {
  hub = await startHub({
    customers: [{ key: '13800000001', class: 'vip', note: null }],
    logTo: (line) => logged.push(line),
  });
  token = await hub.signIn('9001');
});
afterEach(() => hub.close());

const upload = (file: string, headers: Readonly<Record<string, string>> = {}) =>
  hub.request('POST', '/api/customers/imports', {
    token,
    body: file,
    headers: { 'content-type': 'text/csv', ...headers },
  });

async function read(file: string): Promise<CustomerImportView> {
  const brought = await upload(file);
  expect(brought.status).toBe(202);
  const { import: id } = brought.body as unknown as CustomerImportView;
  for (;;) {
    const view = (await look(id)).body as unknown as CustomerImportView;
    if (view.state === 'ready' || view.state === 'failed') return view;
    await wait(1);
  }
}

const look = (id: string) => hub.request('GET', `/api/customers/imports/${id}`, { token });
const counts = async () => {
  const { body } = await hub.request('GET', '/api/customers', { token });
  return body as unknown as CustomerCountsView;
};

it('a file is brought, judged, kept and counted; its bad rows are to be had as a table', async () => {
  const view = await read('号码,类别\n13900000001,贵宾\n13900000002,gold\n');
  expect(view).toMatchObject({ good: 1, bad: 1 });
  const table = await hub.request('GET', `/api/customers/imports/${view.import}/faults.csv`, {
    token,
    language: 'zh',
  });
  expect(table.headers['content-type']).toContain('text/csv');
  expect(table.text).toBe('\uFEFF行,列,原因\r\n3,类别,没有“gold”这个类别。\r\n');

  const kept = await hub.request('POST', `/api/customers/imports/${view.import}/keep`, {
    token,
    body: { mode: 'add', list: (await counts()).list },
  });
  expect(kept.status).toBe(202);
  while (((await look(view.import)).body as unknown as CustomerImportView).state !== 'kept') {
    await wait(1);
  }
  expect(await counts()).toMatchObject({ count: 2, byClass: [{ class: 'vip', count: 2 }] });
  const issued = await hub.request('POST', '/api/tickets', {
    token,
    body: { service: 'payment', customer: '139 0000 0001' },
  });
  expect(issued.body).toMatchObject({ class: 'vip' });
});

it('[privacy] no number stands in an answer, the log or the journal', async () => {
  const view = await read('key,class\n13912345678,vip\n13912345678,vip\n');
  expect(JSON.stringify(view)).toContain('139****5678');
  await hub.request('POST', '/api/customers/erase', { token, body: { key: '13912345678' } });
  const journal = (await hub.journal.read(1, 1_000)).map(({ body }) => body).join('\n');
  for (const text of [JSON.stringify(view), journal, logged.join('\n')]) {
    expect(text).not.toContain('13912345678');
  }
});

it('the second of two managers is told that the list is another one', async () => {
  const view = await read('key,class\n13900000001,vip\n');
  const other = await hub.request('POST', `/api/customers/imports/${view.import}/keep`, {
    token,
    body: { mode: 'replace', list: 7 },
    language: 'en',
  });
  expect(other.body).toMatchObject({ status: 409, code: 'refused' });
  expect(other.body.detail).toContain('Somebody has changed the list');
  expect(await counts()).toMatchObject({ count: 1 });
});

it('what is thrown away is gone; what is unknown is 404', async () => {
  const view = await read('key,class\n13900000001,vip\n');
  const path = `/api/customers/imports/${view.import}`;
  expect((await hub.request('DELETE', path, { token })).status).toBe(204);
  for (const [method, address, body] of [
    ['GET', path, undefined],
    ['DELETE', path, undefined],
    ['GET', `${path}/faults.csv`, undefined],
    ['POST', `${path}/keep`, { mode: 'add', list: 1 }],
  ] as const) {
    expect((await hub.request(method, address, { token, body })).status, address).toBe(404);
  }
});

it('one customer is erased by number, and only once', async () => {
  const erase = () =>
    hub.request('POST', '/api/customers/erase', { token, body: { key: '+86 138-0000-0001' } });
  expect((await erase()).body).toEqual({ erased: true });
  expect((await erase()).body).toEqual({ erased: false });
  expect(await counts()).toMatchObject({ count: 0 });
});

it('takes tables from supervisors only, within the bound and as their own type', async () => {
  const clerk = await hub.signIn('1001');
  const asked = await hub.request('POST', '/api/customers/imports', {
    token: clerk,
    body: 'key,class\n',
    headers: { 'content-type': 'text/csv' },
  });
  expect(asked.status).toBe(403);
  expect((await upload('{}', { 'content-type': 'application/json' })).status).toBe(415);
  const large = { 'content-length': String(limits.customerFileBytesMax + 1) };
  expect((await upload('key,class\n', large)).status).toBe(413);
  const json = await hub.request('POST', '/api/customers/erase', {
    token,
    body: 'key,class',
    headers: { 'content-type': 'text/csv' },
  });
  expect(json.status).toBe(415);
});
