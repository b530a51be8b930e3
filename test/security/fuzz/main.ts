/**
 * `npm run fuzz -- [--minutes N] [--seed S]`: hubs one after the other, each with its own seed,
 * every door of HTTP and every word of the sockets with valid, mutated and hostile input. Ends with
 * `N worlds, N tries, 0 faults` and exit code 0, or with the smallest input that broke something,
 * its seed, and exit code 1.
 */
import { parseArgs } from 'node:util';
import { createFuzzWorld } from './world.ts';

const triesPerWorld = { http: 3_000, words: 1_500 } as const;

process.exitCode = await fuzz();

async function fuzz(): Promise<number> {
  const { values } = parseArgs({
    options: { minutes: { type: 'string' }, seed: { type: 'string' } },
  });
  const minutes = numberOf(values.minutes ?? '1', 'minutes');
  const firstSeed = numberOf(values.seed ?? String(Date.now() % 1_000_000), 'seed');
  if (minutes === null || firstSeed === null) return 2;
  const untilMs = Date.now() + minutes * 60_000;
  const answers: Record<string, number> = {};
  let tries = 0;
  let seed = firstSeed;
  do {
    const world = await createFuzzWorld(seed);
    try {
      await world.walk();
      await world.http(triesPerWorld.http);
      await world.words(triesPerWorld.words);
    } catch (error) {
      process.stdout.write(`${error instanceof Error ? describe(error) : String(error)}\n`);
      process.stdout.write(`seed ${seed}: npm run fuzz -- --minutes 0 --seed ${seed}\n`);
      return 1;
    } finally {
      const report = world.report();
      tries += report.tries;
      for (const [answer, count] of Object.entries(report.answers)) {
        answers[answer] = (answers[answer] ?? 0) + count;
      }
      await world.close();
    }
    seed += 1;
  } while (Date.now() < untilMs);
  const kinds = Object.entries(answers).sort((one, other) => other[1] - one[1]);
  for (const [answer, count] of kinds) process.stdout.write(`${answer.padEnd(24)}${count}\n`);
  const worlds = `${seed - firstSeed} worlds from seed ${firstSeed} on`;
  process.stdout.write(`${worlds}, ${tries} tries, 0 faults\n`);
  return 0;
}

function numberOf(text: string, name: string): number | null {
  const value = Number(text);
  if (Number.isFinite(value) && value >= 0) return value;
  process.stderr.write(`--${name}: "${text}" is no number\n`);
  return null;
}

function describe(error: Error): string {
  const cause = error.cause instanceof Error ? `\n${error.cause.message}` : '';
  return `${error.message}${cause}`;
}
