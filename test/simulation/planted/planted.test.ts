import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { plantedBugs } from './bugs.ts';

interface Found {
  readonly name: string;
  readonly seed: number | null;
  readonly what: string | null;
}

/** The planted program runs apart: it replaces sources while they are read. */
async function seekAll(): Promise<readonly Found[]> {
  const program = fileURLToPath(new URL('./main.ts', import.meta.url));
  const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill());
  let output = '';
  let errors = '';
  child.stdout.on('data', (part: Buffer) => (output += part.toString()));
  child.stderr.on('data', (part: Buffer) => (errors += part.toString()));
  const code = await new Promise((resolve) => child.on('exit', resolve));
  if (code !== 0) throw new Error(errors);
  return output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Found);
}

describe('bugs planted in the product', () => {
  it('are found, every one, and said in plain words', { timeout: 300_000 }, async () => {
    const found = await seekAll();
    expect(found.map(({ name }) => name)).toEqual(plantedBugs.map(({ name }) => name));
    for (const bug of plantedBugs) {
      const what = found.find(({ name }) => name === bug.name)?.what ?? 'nothing was found';
      expect(`${bug.name}: ${what}`).toMatch(bug.found);
    }
  });
});
