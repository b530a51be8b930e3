import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url));
const sample = fileURLToPath(new URL('../../server/hall-file/sample-hall.yaml', import.meta.url));

let folder: string;
let children: ChildProcess[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hub-'));
  children = [];
});

afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** The real program, as npm start runs it. */
function hub(...args: readonly string[]) {
  const child = spawn(process.execPath, [main, '--port', '0', ...args], {
    env: { PATH: process.env.PATH, LANG: 'en_GB.UTF-8' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const exit = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));
  return {
    child,
    exit,
    out: () => out,
    err: () => err,
    /** Address of the start page, once the greeting is there. */
    url: () =>
      new Promise<string>((resolve, reject) => {
        const look = (): void => {
          const url = /Start\s+(http:\/\/[\d.:]+)\//.exec(out)?.[1];
          if (url !== undefined && out.endsWith('Ctrl-C\n')) resolve(url);
        };
        child.stdout.on('data', look);
        void exit.then((code) => reject(new Error(`exit ${String(code)}: ${err}`)));
      }),
  };
}

const data = (): string => join(folder, 'data');

// Real processes, several in a row: a busy machine gets its time.
describe('the hub as a program', { timeout: 60_000 }, () => {
  it('greets, keeps its journal, stops on SIGTERM with 0, and goes on where it was', async () => {
    const first = hub(
      '--data',
      data(),
      '--clock',
      '2026-03-02T09:00:00+08:00',
      '--clock-speed',
      '0',
    );
    const url = await first.url();
    for (const page of ['/kiosk', '/display', '/display/window/1', '/display/door', '/counter']) {
      expect(first.out()).toContain(`${url}${page}`);
    }
    expect(first.out()).toMatch(/journal\.sqlite · \d+ · [0-9a-f]{16}/);
    const { signIns } = (await (await fetch(`${url}/api/training`)).json()) as {
      signIns: { badge: string; pin: string }[];
    };
    expect(signIns.length).toBeGreaterThan(0);
    for (const { badge, pin } of signIns) {
      expect(first.out()).toMatch(new RegExp(`${badge}\\s+${pin}`));
    }
    const post = async (path: string, body: object, token = '') => {
      const answer = await fetch(`${url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify(body),
      });
      return (await answer.json()) as { token: string; number: string };
    };
    const { token } = await post('/api/devices', { kind: 'kiosk', name: 'k' });
    expect((await post('/api/tickets', { service: 'payment' }, token)).number).toMatch(/001$/);
    first.child.kill('SIGTERM');
    expect(await first.exit).toBe(0);

    // Started again without a word: still a training hall, its clock not before its last record.
    const second = hub(
      '--data',
      data(),
      '--clock-speed',
      '0',
      '--clock',
      '2026-03-01T09:00:00+08:00',
    );
    const again = await second.url();
    const lobby = (await (await fetch(`${again}/api/hall`)).json()) as {
      waitingCount: number;
      now: string;
    };
    expect(lobby).toMatchObject({ waitingCount: 1, now: '2026-03-02T01:00:00.000Z' });
    const rival = hub('--data', data());
    expect(await rival.exit).toBe(3);
    expect(rival.err()).toContain('another hub holds the data folder');
    second.child.kill('SIGINT');
    expect(await second.exit).toBe(0);
    for (const run of [first, second]) {
      const pins = signIns.map(({ pin }) => `"${pin}"`);
      for (const pin of pins) expect(run.err()).not.toContain(pin);
    }
  });

  it('refuses a hall file with five mistakes: five places, exit 2, nothing written', async () => {
    const lines = readFileSync(sample, 'utf8').split('\n');
    const wrong = lines
      .map((line) => line.replace('timezone: Asia/Shanghai', 'timezone: Asia/Atlantis'))
      .map((line) => line.replace('closingNoticeMinutes: 15', 'closingNoticeMinutes: soon'))
      .map((line) => line.replace('rank: 2', 'rank: high'))
      .map((line) => line.replace('promiseMinutes: 10', 'promisedMinutes: 10'));
    const file = join(folder, 'hall.yaml');
    writeFileSync(file, `${wrong.join('\n')}\nnonsense: true\n`);
    const run = hub('--data', data(), '--config', file);
    expect(await run.exit).toBe(2);
    const told = run.err().trimEnd().split('\n');
    expect(told.length).toBeGreaterThanOrEqual(5);
    for (const line of told) expect(line).toMatch(/hall\.yaml:\d+:\d+ \S/);
    for (const place of ['timezone', 'closingNoticeMinutes', 'rank', 'nonsense']) {
      expect(run.err()).toContain(place);
    }
    expect(run.out()).toBe('');
    expect(existsSync(data())).toBe(false);
  });

  it('refuses bad options with 2, and a hall file that is not there', async () => {
    const [bad, missing] = [
      hub('--port', 'x', '--colour'),
      hub('--data', data(), '--config', join(folder, 'none.yaml')),
    ];
    expect(await bad.exit).toBe(2);
    expect(bad.err().trimEnd().split('\n')).toHaveLength(2);
    expect(await missing.exit).toBe(2);
    expect(missing.err()).toMatch(/none\.yaml: cannot be read/);
    expect(existsSync(data())).toBe(false);
  });

  it('keeps a working hall a working hall: no steered clock, no pins shown, no training', async () => {
    const early = hub('--data', data(), '--config', sample, '--clock-speed', '0');
    expect(await early.exit).toBe(2);
    expect(early.err()).toContain('training hall');
    const working = hub('--data', data(), '--config', sample);
    const url = await working.url();
    expect(working.out()).not.toMatch(/Training|Sign-ins/);
    expect((await fetch(`${url}/api/training`)).status).toBe(404);
    working.child.kill('SIGTERM');
    expect(await working.exit).toBe(0);
    const training = hub('--data', data(), '--training');
    expect(await training.exit).toBe(2);
    expect(training.err()).toContain('working hall');
  });

  it('leaves with 1 when the port is taken, with 3 when the journal is no journal', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as { port: number };
    const run = hub('--data', data(), '--port', String(port));
    expect(await run.exit).toBe(1);
    expect(run.err()).toContain(`port ${port} on 127.0.0.1 is in use`);
    taken.close();

    const file = join(data(), 'journal.sqlite');
    expect(existsSync(file)).toBe(true);
    writeFileSync(file, 'this is no journal at all, whatever its name says'.repeat(100));
    const damaged = hub('--data', data());
    expect(await damaged.exit).toBe(3);
    expect(damaged.err()).toMatch(/journal[^]*verify/);
  });
});
