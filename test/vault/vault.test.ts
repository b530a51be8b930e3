import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { limits } from '#server/limits.ts';
import { maskedKey } from '#server/vault/customers.ts';
import { isVaultError } from '#server/vault/database.ts';
import { openVault, type Vault } from '#server/vault/vault.ts';

const hourMs = 3_600_000;
let folder: string;
let nowMs: number;
let open: Vault[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vault-'));
  nowMs = Date.UTC(2026, 2, 2, 1, 0, 0);
  open = [];
});

afterEach(() => {
  for (const vault of open) vault.close();
  rmSync(folder, { recursive: true });
});

function vaultAt(path = join(folder, 'vault.db'), scryptCost = 1024): Vault {
  const vault = openVault({ path, realNow: () => nowMs, scryptCost });
  open.push(vault);
  return vault;
}

function reopened(vault: Vault): Vault {
  vault.close();
  open = open.filter((each) => each !== vault);
  return vaultAt();
}

/** Every byte that the vault has put on the disk. */
function bytesOnDisk(): string {
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('\n');
}

describe('pins', () => {
  it('[privacy] takes the right pin, refuses the wrong one and an unknown badge', async () => {
    const { pins } = vaultAt();
    await pins.replace(new Map([['1001', '4821']]), false);
    expect(await pins.check('1001', '4821')).toBe(true);
    expect(await pins.check('1001', '4822')).toBe(false);
    expect(await pins.check('7777', '4821')).toBe(false);
  });

  it('[privacy] keeps no pin of a working hall in its files', async () => {
    const vault = vaultAt();
    await vault.pins.replace(new Map([['1001', 'pin-7719-secret']]), false);
    expect(vault.pins.training().size).toBe(0);
    expect(bytesOnDisk()).not.toContain('pin-7719-secret');
  });

  it('shows the pins of a training hall, and forgets them when the hall turns serious', async () => {
    const { pins } = vaultAt();
    await pins.replace(new Map([['1001', '4821']]), true);
    expect([...pins.training()]).toEqual([['1001', '4821']]);
    await pins.replace(new Map([['1001', '4821']]), false);
    expect([...pins.training()]).toEqual([]);
    expect(await pins.check('1001', '4821')).toBe(true);
  });

  it('salts: two badges with one pin have different hashes', async () => {
    const vault = vaultAt();
    await vault.pins.replace(
      new Map([
        ['1', 'same'],
        ['2', 'same'],
      ]),
      false,
    );
    const db = new DatabaseSync(join(folder, 'vault.db'));
    const rows = db.prepare('SELECT hex(hash) AS hash FROM pins').all();
    db.close();
    expect(new Set(rows.map((row) => row.hash)).size).toBe(2);
  });

  it('costs as much for an unknown badge as for a known one', async () => {
    const { pins } = vaultAt(join(folder, 'slow.db'), 16_384);
    await pins.replace(new Map([['1001', '4821']]), false);
    // The processor's time: what else the machine does does not count.
    const cost = async (badge: string): Promise<number> => {
      const before = process.cpuUsage();
      await pins.check(badge, 'nope');
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    let known = Infinity;
    let unknown = Infinity;
    for (let round = 0; round < 5; round += 1) {
      known = Math.min(known, await cost('1001'));
      unknown = Math.min(unknown, await cost('9999'));
    }
    expect(unknown).toBeGreaterThan(known * 0.6);
  });

  it('uses at least 2^15 for scrypt when the program runs', () => {
    expect(limits.scryptCost).toBeGreaterThanOrEqual(2 ** 15);
  });

  it('answers null when too many pins wait to be checked', async () => {
    const { pins } = vaultAt();
    const many = limits.pinChecksAtOnceMax + limits.pinChecksWaitingMax;
    const checks = Array.from({ length: many + 1 }, () => pins.check('1', 'x'));
    const answers = await Promise.all(checks);
    expect(answers.filter((answer) => answer === null)).toHaveLength(1);
    expect(await pins.check('1', 'x')).toBe(false);
  });
});

describe('failures', () => {
  it('lets a slip of the finger pass, then doubles the wait up to the longest', () => {
    const { failures } = vaultAt();
    const waits: number[] = [];
    for (let round = 0; round < 16; round += 1) {
      failures.failed('1001', `10.0.0.${round}`);
      waits.push(failures.waitMs('1001', '10.9.9.9'));
      nowMs += waits.at(-1)!;
    }
    expect(waits.slice(0, 6)).toEqual([0, 0, 1_000, 2_000, 4_000, 8_000]);
    expect(waits.at(-1)).toBe(limits.failureDelayMaxMs);
  });

  it('is over when the wait is over, and cleared for the badge by the right pin', () => {
    const { failures } = vaultAt();
    for (let round = 0; round < 4; round += 1) failures.failed('1001', 'here');
    expect(failures.waitMs('1001', 'there')).toBe(2_000);
    nowMs += 1_999;
    expect(failures.waitMs('1001', 'there')).toBe(1);
    nowMs += 1;
    expect(failures.waitMs('1001', 'there')).toBe(0);
    failures.succeeded('1001');
    failures.failed('1001', 'there');
    expect(failures.waitMs('1001', 'there')).toBe(0);
  });

  it('slows an address that tries many badges, and no other address', () => {
    const { failures } = vaultAt();
    for (let round = 0; round <= limits.addressFailuresFreeCount; round += 1) {
      failures.failed(String(round), 'attacker');
    }
    expect(failures.waitMs('2001', 'attacker')).toBe(limits.failureDelayFirstMs);
    expect(failures.waitMs('2001', 'somebody')).toBe(0);
  });

  it('survives a restart, forgets after an hour, and hides badge and address', () => {
    let vault = vaultAt();
    for (let round = 0; round < 5; round += 1) vault.failures.failed('badge-5150', '203.0.113.77');
    vault = reopened(vault);
    expect(vault.failures.waitMs('badge-5150', 'x')).toBe(4_000);
    expect(bytesOnDisk()).not.toMatch(/badge-5150|203\.0\.113\.77/);
    nowMs += limits.failureForgottenMs + 4_000;
    expect(vault.failures.waitMs('badge-5150', 'x')).toBe(0);
    vault.failures.failed('badge-5150', 'x');
    expect(vault.failures.waitMs('badge-5150', 'x')).toBe(0);
  });

  it('locks nobody out for longer than the longest wait when the clock is set back', () => {
    const { failures } = vaultAt();
    for (let round = 0; round < 5; round += 1) failures.failed('1', 'x');
    nowMs -= 10 * 24 * hourMs;
    expect(failures.waitMs('1', 'x')).toBeLessThanOrEqual(limits.failureDelayMaxMs);
  });
});

describe('sessions', () => {
  it('finds a session by its token across a restart; the token itself is not stored', () => {
    let vault = vaultAt();
    const { token, session, expiresAtMs } = vault.sessions.begin('1001');
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(expiresAtMs - nowMs).toBe(12 * hourMs);
    vault = reopened(vault);
    expect(vault.sessions.find(token)).toMatchObject({ session, badge: '1001' });
    expect(vault.sessions.find(`${token}x`)).toBeNull();
    expect(bytesOnDisk()).not.toContain(token);
  });

  it('ends after twelve hours, after idle hours, by sign-out and for a whole badge', () => {
    const { sessions } = vaultAt();
    const idle = sessions.begin('1001');
    nowMs += limits.sessionIdleHoursMax * hourMs;
    expect(sessions.find(idle.token)).toBeNull();

    const busy = sessions.begin('1001');
    for (let hour = 0; hour < 11; hour += 1) {
      nowMs += hourMs;
      expect(sessions.find(busy.token)).not.toBeNull();
    }
    nowMs += hourMs;
    expect(sessions.find(busy.token)).toBeNull();

    const left = sessions.begin('1001');
    sessions.end(left.session);
    expect(sessions.isAlive(left.session)).toBe(false);
    expect(sessions.find(left.token)).toBeNull();

    const first = sessions.begin('1001');
    const other = sessions.begin('1002');
    sessions.endAllOf('1001');
    expect(sessions.find(first.token)).toBeNull();
    expect(sessions.find(other.token)).not.toBeNull();
  });

  it('does not grow beyond its bound: the oldest goes', () => {
    const { sessions } = vaultAt(':memory:');
    const oldest = sessions.begin('1');
    for (let index = 0; index < limits.sessionsMax; index += 1) sessions.begin('1');
    expect(sessions.find(oldest.token)).toBeNull();
  });
});

describe('devices', () => {
  it('begins pending with a code of six digits, is approved, seen and revoked', () => {
    let vault = vaultAt();
    const { device, token, code } = vault.devices.register('kiosk', 'door kiosk')!;
    expect(code).toMatch(/^\d{6}$/);
    expect(vault.devices.findByToken(token)).toMatchObject({ device, state: 'pending' });
    vault.devices.setState(device, 'approved');
    nowMs += limits.seenWriteMs;
    vault.devices.touch(device);
    vault = reopened(vault);
    expect(vault.devices.findByToken(token)).toMatchObject({
      device,
      kind: 'kiosk',
      name: 'door kiosk',
      state: 'approved',
      lastSeenAtMs: nowMs,
    });
    vault.devices.setState(device, 'revoked');
    expect(vault.devices.findByToken(token)).toMatchObject({ state: 'revoked' });
    expect(bytesOnDisk()).not.toContain(token);
  });

  it('gives every device its own code and never more devices than the bound', () => {
    const { devices } = vaultAt(':memory:');
    for (let index = 0; index < limits.devicesMax; index += 1) {
      const registered = devices.register('display', `screen ${index}`)!;
      devices.setState(registered.device, 'approved');
    }
    expect(new Set(devices.list().map(({ code }) => code)).size).toBe(limits.devicesMax);
    expect(devices.register('display', 'one more')).toBeNull();
    devices.setState(devices.list()[7]!.device, 'revoked');
    expect(devices.register('display', 'one more')).not.toBeNull();
    expect(devices.list()).toHaveLength(limits.devicesMax);
  });
});

describe('customers', () => {
  it('[privacy] finds a customer however the number is typed, and keeps no number', () => {
    const vault = vaultAt();
    const entries = [
      { key: '13812345678', class: 'vip', note: 'key account' },
      { key: 'VIP-0099-1', class: 'vip', note: null },
    ];
    expect(vault.customers.replace(entries)).toBe(2);
    const found = vault.customers.find('+86 138-1234-5678');
    expect(found).toMatchObject({ class: 'vip', note: 'key account' });
    expect(vault.customers.find('vip00991')).toMatchObject({ class: 'vip' });
    expect(vault.customers.find('１３８１２３４５６７８')?.customer).toBe(found?.customer);
    expect(vault.customers.find('13812345679')).toBeNull();
    expect(bytesOnDisk()).not.toMatch(/13812345678|VIP-?0099/);
  });

  it('keeps the reference of who stays on the list, drops who left, erases on request', () => {
    const vault = vaultAt();
    vault.customers.replace([
      { key: '1111', class: 'vip', note: null },
      { key: '2222', class: 'vip', note: null },
    ]);
    const stays = vault.customers.find('1111')!;
    vault.customers.replace([{ key: '1111', class: 'special', note: 'x' }]);
    expect(vault.customers.find('1111')).toEqual({
      customer: stays.customer,
      class: 'special',
      note: 'x',
    });
    expect(vault.customers.find('2222')).toBeNull();
    expect(vault.customers.erase(stays.customer)).toBe(true);
    expect(vault.customers.erase(stays.customer)).toBe(false);
    expect(vault.customers.find('1111')).toBeNull();
  });

  it('leaves the list as it was when the import fails halfway', () => {
    const { customers } = vaultAt();
    customers.replace([{ key: '1111', class: 'vip', note: null }]);
    const broken = function* () {
      yield { key: '3333', class: 'vip', note: null };
      throw new Error('the file ends here');
    };
    expect(() => customers.replace(broken())).toThrow('the file ends here');
    expect(customers.find('1111')).not.toBeNull();
    expect(customers.find('3333')).toBeNull();
    expect(customers.replace([{ key: '4444', class: 'vip', note: null }])).toBe(1);
  });

  it('masks a number so that its owner knows it and nobody else', () => {
    expect(maskedKey('138 1234 5678')).toBe('138****5678');
    expect(maskedKey('12345')).toBe('*****');
  });
});

describe('the file', () => {
  it('is for the hub’s user alone, and refuses a newer release’s schema', () => {
    const vault = vaultAt();
    expect(statSync(join(folder, 'vault.db')).mode & 0o077).toBe(0);
    vault.close();
    open = [];
    const db = new DatabaseSync(join(folder, 'vault.db'));
    db.exec('PRAGMA user_version = 99');
    db.close();
    let thrown: unknown;
    try {
      vaultAt();
    } catch (error) {
      thrown = error;
    }
    expect(isVaultError(thrown)).toBe(true);
    expect(String(thrown)).toMatch(/newer release/);
  });
});
