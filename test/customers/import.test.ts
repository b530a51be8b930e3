import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { CustomerImportView } from '#protocol/customer-imports.ts';
import { createCustomerDesk } from '#server/customers/customer-desk.ts';
import { createCustomerWork, type CustomerWork, type FaultPage } from '#server/customers/work.ts';
import { limits } from '#server/limits.ts';
import { openVault, type Vault } from '#server/vault/vault.ts';
import { asGb18030, asUtf8WithMark, drawnFile } from './customer-files.ts';

const classes = [
  { id: 'ordinary', name: { zh: '普通', en: 'Ordinary' } },
  { id: 'special', name: { zh: '爱心', en: 'Priority seating' } },
  { id: 'vip', name: { zh: '贵宾', en: 'VIP' } },
];
const late = (): Error => new Error('late');
const classIds = classes.map(({ id }) => id);
let folder: string;
let vault: Vault;
let desk: CustomerWork;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'customers-'));
  vault = openVault({ path: join(folder, 'vault.sqlite'), scryptCost: 16 });
  desk = createCustomerDesk(vault, { late });
});

afterEach(async () => {
  await desk.close();
  vault.close();
  rmSync(folder, { recursive: true });
});

/** Brings a file in pieces of an odd size, and waits until it is read. */
async function bring(file: string | Uint8Array, pieceBytes = 60_001): Promise<CustomerImportView> {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file;
  const id = (await desk.begin(classes))!;
  for (let from = 0; from < bytes.length; from += pieceBytes) {
    expect(await desk.take(id, bytes.subarray(from, from + pieceBytes))).toBe(true);
  }
  await desk.finish(id);
  return until(id, ['ready', 'failed']);
}

async function until(id: string, states: readonly string[]): Promise<CustomerImportView> {
  for (;;) {
    const view = (await desk.look(id))!;
    if (states.includes(view.state)) return view;
    await wait(10);
  }
}

async function keep(view: CustomerImportView, mode: 'replace' | 'add'): Promise<void> {
  const { list } = await desk.counts();
  expect(await desk.keep(view.import, mode, list, classIds)).toBe('begun');
  await until(view.import, ['kept']);
}

const reasons = ({ reasons: found }: CustomerImportView) =>
  found.map(({ field, message, count }) => `${String(count)} ${field}: ${message.en}`);

describe('a customers file', () => {
  it('is read and nothing of it counts until somebody keeps it', async () => {
    vault.customers.replace([{ key: '13900000001', class: 'vip', note: 'was here' }]);
    const file = 'key,class,note\n139 0000 0001,贵宾,first\n13900000002,vip,\nTT-77,special,x\n';
    const view = await bring(file, 7);
    expect(view).toMatchObject({
      state: 'ready',
      encoding: 'utf-8',
      progress: 1,
      good: 3,
      bad: 0,
      known: 1,
      byClass: [
        { class: 'vip', count: 2 },
        { class: 'special', count: 1 },
      ],
      sample: [
        { line: 2, masked: '139****0001', class: 'vip', note: 'first' },
        { line: 3, masked: '139****0002', class: 'vip', note: '' },
        { line: 4, masked: '****', class: 'special', note: 'x' },
      ],
      keptAs: null,
    });
    expect(vault.customers.find('13900000002')).toBeNull();
    expect(vault.customers.find('13900000001')?.note).toBe('was here');
    expect(await desk.counts()).toMatchObject({ count: 1, byClass: [{ class: 'vip', count: 1 }] });
  });

  it('replaces the list: who stays keeps the reference, who is not in it is gone', async () => {
    vault.customers.replace([
      { key: '13900000001', class: 'ordinary', note: null },
      { key: '13900000009', class: 'vip', note: 'leaves' },
    ]);
    const { customer } = vault.customers.find('13900000001')!;
    const view = await bring('key,class\n13900000001,vip\n13900000002,vip\n');
    await keep(view, 'replace');
    expect(vault.customers.find('13900000001')).toMatchObject({ customer, class: 'vip' });
    expect(vault.customers.byReference(customer)?.class).toBe('vip');
    expect(vault.customers.find('13900000009')).toBeNull();
    expect((await desk.counts()).count).toBe(2);
    expect((await desk.look(view.import))!.keptAs).toBe('replace');
  });

  it('adds to the list: its own rows win, the others stay', async () => {
    const many = Array.from({ length: 300 }, (_, index) => ({
      key: `1380000${String(index).padStart(4, '0')}`,
      class: 'ordinary',
      note: null,
    }));
    vault.customers.replace(many);
    const { customer } = vault.customers.find('13800000007')!;
    await keep(await bring('key,class\n13800000007,vip\n13900000002,vip\n'), 'add');
    expect((await desk.counts()).byClass).toEqual([
      { class: 'ordinary', count: 299 },
      { class: 'vip', count: 2 },
    ]);
    expect(vault.customers.find('13800000007')).toMatchObject({ customer, class: 'vip' });
  });

  it('two at once: the second is told that the list is another one, and may look again', async () => {
    const first = await bring('key,class\n13900000001,vip\n');
    const second = await bring('key,class\n13900000001,special\n13900000002,vip\n');
    const { list } = await desk.counts();
    await keep(first, 'replace');
    const { customer } = vault.customers.find('13900000001')!;
    expect(await desk.keep(second.import, 'add', list, classIds)).toBe('changed');
    expect((await desk.look(second.import))!.state).toBe('ready');
    await keep(second, 'add');
    // The first file's reference is the one that tickets may hold by now.
    expect(vault.customers.find('13900000001')).toMatchObject({ customer, class: 'special' });
  });

  it('is not kept twice, nor after a class of it has left the hall', async () => {
    const view = await bring('key,class\n13900000001,vip\n');
    const { list } = await desk.counts();
    expect(await desk.keep(view.import, 'add', list, ['ordinary'])).toBe('class-gone');
    await keep(view, 'add');
    const now = await desk.counts();
    expect(await desk.keep(view.import, 'add', now.list, classIds)).toBe('not-ready');
    expect(await desk.keep('nothing', 'add', now.list, classIds)).toBe('gone');
  });

  it('[privacy] leaves no trace when it is thrown away; a hub that was stopped cleans up', async () => {
    const view = await bring('key,class,note\n13900000001,vip,secret-note-8812\n');
    expect(bytesOnDisk()).toContain('secret-note-8812');
    expect(bytesOnDisk()).not.toContain('13900000001');
    await desk.close();
    vault.close();
    vault = openVault({ path: join(folder, 'vault.sqlite'), scryptCost: 16 });
    desk = createCustomerDesk(vault, { late });
    expect(await desk.look(view.import)).toBeNull();
    await desk.erase('nobody-00');
    expect(bytesOnDisk()).not.toContain('secret-note-8812');
  });

  it('[privacy] one is erased from the list, from files that wait and from the disk', async () => {
    vault.customers.replace([{ key: '13900000001', class: 'vip', note: 'secret-note-4471' }]);
    const view = await bring('key,class,note\n13900000001,vip,secret-note-4472\n');
    expect(await desk.erase('+86 139-0000-0001')).toBe(true);
    expect(await desk.erase('13900000001')).toBe(false);
    expect(bytesOnDisk()).not.toMatch(/secret-note-447/);
    await keep(view, 'add');
    expect(vault.customers.find('13900000001')).toBeNull();
  });
});

function bytesOnDisk(): string {
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('\n');
}

describe('what bad input gets', () => {
  it('every bad row is told with its line, its column and the reason, in both languages', async () => {
    const file = [
      'key,class,note',
      ',vip,',
      '1.39E+10,vip,',
      '13?,vip,',
      '13900000001,,',
      '13900000001,gold,',
      '13900000001,vip,',
      '13900000001,vip,',
      `13900000002,vip,${'n'.repeat(300)}`,
      '13900000003,vip,"never closed',
      '13900000004,vip,',
    ].join('\n');
    const view = await bring(file, 3);
    expect({ good: view.good, bad: view.bad, cutNotes: view.cutNotes }).toEqual({
      good: 2,
      bad: 7,
      cutNotes: 1,
    });
    expect(
      view.faults.map(({ line, field, message }) => `${String(line)} ${field} ${message.zh}`),
    ).toEqual([
      '2 key 没有写电话或卡号。',
      '3 key 号码被表格软件改成了科学计数，请把这一列设成文本再填。',
      '4 key 电话或卡号只用数字和字母，4 到 32 位。',
      '5 class 没有写类别。',
      '6 class 没有“gold”这个类别。',
      '8 key 这个号码在第 7 行已经有了，以那一行为准。',
      '10 file 这一行的引号没有合上，它后面的内容没有读。',
    ]);
    const page = (await desk.faults(view.import, 0, 'en'))!;
    expect(page.next).toBeNull();
    expect(page.text.split('\r\n').slice(0, 3)).toEqual([
      '\uFEFFrow,column,reason',
      '2,number,The phone or card number is missing.',
      '3,number,A spreadsheet has rounded this number; set the column to text and enter it again.',
    ]);
    expect(page.text).toContain('6,class,"There is no class ""gold""."\r\n');
  });

  it('a mark before UTF-8 is no part of the first head', async () => {
    const view = await bring(asUtf8WithMark(drawnFile(40).text), 1);
    expect(view).toMatchObject({ state: 'ready', encoding: 'utf-8', good: 35, bad: 5 });
  });

  it('bytes that are no text, a file without a head and an empty one are said to be so', async () => {
    for (const [file, why] of [
      [Uint8Array.from([0xff, 0x00, 0x80, 0xff]), /encoding is unknown/],
      ['13900000001,vip\n', /names the columns/],
      ['', /names the columns/],
    ] as const) {
      const view = await bring(file);
      expect(view.state).toBe('failed');
      expect(reasons(view)).toEqual([expect.stringMatching(why)]);
      await desk.discard(view.import);
    }
  });

  it('so many files may wait; each is forgotten after its time', async () => {
    let nowMs = 0;
    desk = createCustomerWork(vault.lists, { realNow: () => nowMs, tidy: () => undefined });
    const ids: (string | null)[] = [];
    for (let each = 0; each <= limits.customerDraftsMax; each += 1) {
      ids.push(await desk.begin(classes));
    }
    expect(ids.map((id) => id !== null)).toEqual([true, true, true, false]);
    nowMs = limits.customerDraftMs - 1;
    expect((await desk.looks()).length).toBe(limits.customerDraftsMax);
    expect(await desk.discard(ids[0]!)).toBe(true);
    expect(await desk.begin(classes)).not.toBeNull();
    nowMs = limits.customerDraftMs;
    expect((await desk.looks()).length).toBe(1);
    expect(await desk.take(ids[1]!, Buffer.from('key'))).toBe(false);
  });

  it('a file beyond the bound is refused and forgotten', async () => {
    const id = (await desk.begin(classes))!;
    const piece = Buffer.alloc(limits.customerFileBytesMax / 2, 'a');
    expect(await desk.take(id, piece)).toBe(true);
    expect(await desk.take(id, piece)).toBe(true);
    expect(await desk.take(id, Buffer.from('a'))).toBe(false);
    expect(await desk.look(id)).toBeNull();
  });

  it('a thread that does not answer in time is replaced, and everybody who waits is told', async () => {
    vault.customers.replace([{ key: '13900000001', class: 'vip', note: null }]);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    // Somebody else writes into the vault, and takes their time.
    const other = new DatabaseSync(join(folder, 'vault.sqlite'));
    other.exec('BEGIN EXCLUSIVE');
    const stuck = Promise.allSettled([desk.begin(classes), desk.counts()]);
    vi.advanceTimersByTime(limits.customerAnswerMs);
    expect(await stuck).toEqual([
      { status: 'rejected', reason: late() },
      { status: 'rejected', reason: late() },
    ]);
    other.exec('ROLLBACK');
    other.close();
    expect((await desk.counts()).count).toBe(1);
    // What was answered is not late afterwards.
    vi.advanceTimersByTime(limits.customerAnswerMs);
    expect((await desk.counts()).count).toBe(1);
  });

  it('100,000 rows in GB18030: all told, beside the hall, whose loop goes on', async () => {
    const { text, badCount } = drawnFile(100_000);
    const before = performance.eventLoopUtilization();
    const view = await bring(asGb18030(text), 65_536);
    expect(view).toMatchObject({
      encoding: 'gb18030',
      good: 100_000 - badCount,
      bad: badCount,
    });
    expect(view.reasons).toHaveLength(5);
    await keep(view, 'replace');
    // The work takes seconds: done in this thread, its loop would be at it all the time.
    expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.5);
    let lines = 0;
    for (let from: number | null = 0; from !== null;) {
      const page: FaultPage | null = await desk.faults(view.import, from, 'zh');
      lines += (page?.text.split('\r\n').length ?? 1) - 1;
      from = page?.next ?? null;
    }
    expect(lines).toBe(badCount + 1);
    expect((await desk.counts()).count).toBe(100_000 - badCount);
  }, 60_000);
});
