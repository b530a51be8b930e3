import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runVaultTool } from '#server/vault/cli.ts';
import { openVault, type Vault } from '#server/vault/vault.ts';

let folder: string;
let vault: Vault;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'erase-'));
  vault = openVault({ path: join(folder, 'vault.sqlite'), scryptCost: 16 });
  vault.customers.replace([
    { key: '13912340001', class: 'vip', note: 'prefers-window-seat-7719' },
    { key: '13912340002', class: 'vip', note: 'note-of-another-4402' },
  ]);
});

afterEach(() => {
  vault.close();
  rmSync(folder, { recursive: true });
});

async function run(args: readonly string[], input = '') {
  const stdout = new PassThrough().setEncoding('utf8');
  const stderr = new PassThrough().setEncoding('utf8');
  let out = '';
  let err = '';
  stdout.on('data', (text: string) => (out += text));
  stderr.on('data', (text: string) => (err += text));
  const environment = { DATA_DIR: folder };
  const stdin = Readable.from([input]);
  const code = await runVaultTool({ args, environment, stdin, stdout, stderr });
  await new Promise(setImmediate);
  return { code, out, err };
}

function bytesOnDisk(): string {
  const names = readdirSync(folder);
  return names.map((name) => readFileSync(join(folder, name), 'latin1')).join('\n');
}

it('[privacy] erases a customer from the vault’s files, beside a hub that has it open', async () => {
  expect(bytesOnDisk()).toContain('prefers-window-seat-7719');
  const { customer = '' } = vault.customers.find('13912340001') ?? {};
  const { code, out } = await run(['erase', '+86 139-1234-0001']);
  expect(code).toBe(0);
  expect(out).toContain('1 of 1 erased');
  expect(out).toContain('customers file');
  expect(out).not.toContain('0001');
  expect(vault.customers.find('13912340001')).toBeNull();
  expect(vault.customers.byReference(customer)).toBeNull();
  const bytes = bytesOnDisk();
  expect(bytes).not.toContain('prefers-window-seat-7719');
  expect(bytes).not.toContain(customer);
  expect(bytes).toContain('note-of-another-4402');
});

it('takes a list from standard input and says how many it found', async () => {
  const { code, out } = await run(['erase', '-'], '13912340001\n\n13900000000\n');
  expect({ code, first: out.split('\n')[0] }).toEqual({ code: 1, first: '1 of 2 erased' });
});

it('says what it takes when it is asked for something else', async () => {
  expect(await run(['--help'])).toMatchObject({ code: 0, err: '' });
  for (const args of [[], ['list'], ['erase'], ['erase', '1', '2'], ['erase', '1', '--nothing']]) {
    const { code, err } = await run(args);
    expect(code, args.join(' ')).toBe(2);
    expect(err).toContain('usage: npm run vault');
  }
  const { code, err } = await run(['erase', '13912340001', '--data', join(folder, 'nowhere')]);
  expect(code).toBe(3);
  expect(err).toContain('no vault');
});
