/** `npm run emulate` as installers and outside tests use it: a process of its own, over TCP. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openBoard } from '#hardware/boards/open-board.ts';
import { systemClock } from '#hardware/clock.ts';
import { silentLog } from '#hardware/device.ts';
import { drawGlass } from '#hardware/emulators/board-picture.ts';
import { glassColours, type Glass } from '#hardware/emulators/glass.ts';
import { createLink } from '#hardware/transports/link.ts';
import { tcpTransport } from '#hardware/transports/tcp.ts';
import { calling } from '#test/hardware/boards/faces.ts';
import { root } from '#test/house/project-files.ts';

describe('npm run emulate', () => {
  it('is a board: board.txt at each change, board.png after it', async () => {
    const out = mkdtempSync(join(tmpdir(), 'paihao-board-'));
    const program = join(root, 'hardware/emulators/main.ts');
    const child = spawn(process.execPath, [program, 'onbon', '--port', '0', '--out', out]);
    const [said] = (await once(child.stdout, 'data')) as [Buffer];
    const port = Number(/127\.0\.0\.1:(\d+)/.exec(said.toString())?.[1]);
    const link = createLink(tcpTransport({ host: '127.0.0.1', port }), {
      clock: systemClock,
      random: () => 0,
    });
    const spec = { dialect: 'onbon', transport: 'tcp', settings: {} } as const;
    const board = openBoard(spec, { link, clock: systemClock, log: silentLog });
    board.show({ ...calling('A012'), flashing: false });
    await until(out, () => {
      const picture = join(out, 'board.png');
      return existsSync(picture) && readFileSync(join(out, 'board.txt'), 'utf8').includes('A012');
    });
    expect(readFileSync(join(out, 'board.txt'), 'utf8')).toBe('      A012\n 请到 3 号窗口\n');
    expect(readFileSync(join(out, 'board.png')).toString('latin1', 1, 4)).toBe('PNG');
    await board.close();
    const left = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await left).toEqual([0, null]);
    rmSync(out, { recursive: true });
  });

  it.each([
    [['boards'], 'no such kind'],
    [['onbon', '--fault', 'rain'], 'knows these faults'],
    [['onbon', '--dialect', 'rtu'], 'speaks'],
  ])('refuses %j with exit 2 and says why', async (args, why) => {
    const child = spawn(process.execPath, [join(root, 'hardware/emulators/main.ts'), ...args]);
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    expect((await once(child, 'exit'))[0]).toBe(2);
    expect(said).toContain(why);
  });
});

describe('a picture of a board', () => {
  it('differs with what stands there, its colour and its lamp', () => {
    const base: Glass = { kind: 'dots', columns: 8, rows: [], flashing: false, lamp: false };
    const rows = (text: string) => glassColours.map((colour) => [{ text, colour }]);
    const glasses: Glass[] = [
      base,
      ...rows('A1').map((each) => ({ ...base, rows: each })),
      ...rows('请').map((each) => ({ ...base, rows: each })),
      { ...base, kind: 'digits', rows: [{ text: 'A012', colour: 'red' }] },
      { ...base, kind: 'digits', rows: [{ text: 'A013', colour: 'red' }] },
      { ...base, kind: 'digits', rows: [{ text: 'A013', colour: 'red' }], lamp: true },
      { ...base, kind: 'characters', rows: [{ text: 'A012', colour: 'blue' }] },
    ];
    const pictures = glasses.map((glass) => drawGlass(glass).toString('base64'));
    expect(new Set(pictures).size).toBe(glasses.length);
  });
});

/** Waits for files of a folder, by their changes. */
function until(folder: string, isThere: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!isThere()) return;
      watching.close();
      resolve();
    };
    const watching = watch(folder, look);
    look();
  });
}
