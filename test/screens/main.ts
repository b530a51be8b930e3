/**
 * `npm run screens`: writes docs/screens. A picture above its limit in bytes fails the run.
 *
 * `npm run screens -- kiosk lobby-call` writes only pictures whose names begin so;
 * `npm run screens -- boards` the boards above the windows, `-- tickets` the printed tickets: neither
 * needs a browser.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { launchBrowser } from '../support/browser.ts';
import { handsOf } from '../support/hall-hands.ts';
import { runHub } from '../support/running-hub.ts';
import { boardIndex, boardPictures } from './boards.ts';
import { ticketIndex, ticketPictures } from './tickets.ts';
import { toPalette } from './palette-png.ts';
import { indexOf, pictureBytesMax, pictureName, pictureScales } from './pictures.ts';
import { storyHall, storyStart, tellStory } from './story.ts';
import { tellReports } from './story-reports.ts';
import { tellRoster } from './story-roster.ts';
import type { Scene, Studio } from './studio.ts';

const folder = fileURLToPath(new URL('../../docs/screens/', import.meta.url));
const wanted = process.argv.slice(2);
const isWanted = (name: string) =>
  wanted.length === 0 || wanted.some((begin) => name.startsWith(begin));

mkdirSync(folder, { recursive: true });
const taken: Scene[] = [];
const tooLarge: string[] = [];
const startedAt = performance.now();
if (isWanted('boards')) await writeBoards();
if (isWanted('tickets')) await writeTickets();
if (wanted.length === 1 && /^(boards|tickets)$/.test(wanted[0] ?? '')) process.exit(0);
const [browser, hub] = await Promise.all([
  launchBrowser(),
  runHub({ at: storyStart, hallFile: storyHall() }),
]);
try {
  const studio: Omit<Studio, 'hub' | 'hands'> = {
    browser,
    languages: ['zh', 'en'],
    still: true,
    scale: (page) => pictureScales[page],
    async look(scene, page) {
      taken.push(scene);
      const name = pictureName(scene);
      if (!isWanted(name)) return;
      const bytes = toPalette(await page.screenshot({ animations: 'disabled' }));
      writeFileSync(join(folder, name), bytes);
      if (bytes.length > pictureBytesMax) tooLarge.push(`${name}: ${String(bytes.length)} bytes`);
      process.stderr.write(`${name} ${String(Math.round(bytes.length / 1000))} kB\n`);
    },
  };
  await tellStory({ ...studio, hub, hands: await handsOf(hub) });
  await tellReports(studio);
  await tellRoster(studio);
  const names = new Set(taken.map(pictureName));
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.png') && !names.has(name)) rmSync(join(folder, name));
  }
  const index = join(folder, 'README.md');
  const style = await resolveConfig(index);
  writeFileSync(index, await format(indexOf(taken), { ...style, parser: 'markdown' }));
} finally {
  await Promise.all([browser.close(), hub.close()]);
}
const seconds = Math.round((performance.now() - startedAt) / 1000);
process.stdout.write(`${String(taken.length)} scenes in ${String(seconds)} s\n`);
if (tooLarge.length > 0) {
  process.stderr.write(`above ${String(pictureBytesMax)} bytes:\n${tooLarge.join('\n')}\n`);
  process.exitCode = 1;
}

async function writeTickets(): Promise<void> {
  const place = join(folder, 'tickets');
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  for (const { file, png } of await ticketPictures()) {
    writeFileSync(join(place, file), toPalette(png));
  }
  const index = join(place, 'README.md');
  const style = await resolveConfig(index);
  writeFileSync(index, await format(ticketIndex(), { ...style, parser: 'markdown' }));
}

async function writeBoards(): Promise<void> {
  const place = join(folder, 'boards');
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  for (const { file, png } of await boardPictures()) {
    writeFileSync(join(place, file), toPalette(png()));
  }
  const index = join(place, 'README.md');
  const style = await resolveConfig(index);
  writeFileSync(index, await format(boardIndex(), { ...style, parser: 'markdown' }));
}
