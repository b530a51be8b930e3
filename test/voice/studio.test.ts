import { readFileSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openClipCache, readClip } from '#server/voice/clip-cache.ts';
import { voiceLimits } from '#server/voice/limits.ts';
import { loudnessOf, targetLufs } from '#server/voice/sound/loudness.ts';
import { readWav, writeWav } from '#server/voice/sound/wav.ts';
import { createRemoteStudio } from '#server/voice/studio/remote-studio.ts';
import { createStudio } from '#server/voice/studio/studio.ts';
import { promptsFor } from '#server/voice/words/prompts.ts';
import { calling, fakeEngine, packOf, plain, recorded, settings, tempFolder } from './sounds.ts';

const keyOf = (letter: string) => letter.repeat(32);
const bytes = writeWav(recorded());

describe('the cache of clips', () => {
  it('finds what it keeps, also after a restart, by an address made of the content', async () => {
    const folder = tempFolder();
    const kept = await (await openClipCache(folder)).keep(keyOf('a'), bytes, 812.4);
    expect(kept.name).toMatch(/^a{32}-[0-9a-f]{32}-812$/);
    expect(kept.durationMs).toBe(812);
    const again = await openClipCache(folder);
    expect(await again.find(keyOf('a'))).toEqual(kept);
    expect(await again.find(keyOf('b'))).toBeNull();
    expect(Buffer.compare((await readClip(folder, kept.name))!, Buffer.from(bytes))).toBe(0);
  });

  it('a damaged clip is neither served nor found, and is made anew', async () => {
    const folder = tempFolder();
    const cache = await openClipCache(folder);
    const { name } = await cache.keep(keyOf('a'), bytes, 800);
    writeFileSync(join(folder, `${name}.wav`), bytes.slice(0, 300));
    expect(await readClip(folder, name)).toBeNull();
    expect(await cache.find(keyOf('a'))).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
    expect(await cache.keep(keyOf('a'), bytes, 800)).toMatchObject({ name });
  });

  it('serves no other file, whatever the name', async () => {
    const folder = tempFolder();
    for (const name of ['', '..', '../../etc/passwd', 'x', `${keyOf('a')}-${keyOf('b')}-1`]) {
      expect(await readClip(folder, name)).toBeNull();
    }
  });

  it('throws out what was not used for longest, and never what is fresh', async () => {
    const folder = tempFolder();
    let nowMs = 1_000_000_000_000;
    const bounds = { bytesMax: bytes.length * 10, filesMax: 100 };
    const cache = await openClipCache(folder, () => nowMs, bounds);
    const letters = Array.from('abcdef0123');
    for (const letter of letters) await cache.keep(keyOf(letter), bytes, 1);
    await cache.keep(keyOf('9'), bytes, 1);
    expect(readdirSync(folder)).toHaveLength(11);
    nowMs += voiceLimits.cacheKeepMs + 1;
    await cache.find(keyOf('a'));
    await cache.keep(keyOf('8'), bytes, 1);
    const left = readdirSync(folder).map((name) => name[0]);
    expect(left.length).toBeLessThanOrEqual(10);
    expect(left).toContain('a');
    expect(left).toContain('8');
  });

  it('clears away what a crash left half written', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'x.wav.part'), 'half');
    await openClipCache(folder);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('the studio', () => {
  const zhKeys = promptsFor('zh', plain).map(({ key }) => key);

  it('asks the pack first and the engine for what the pack cannot say', async () => {
    const folder = tempFolder();
    packOf(join(folder, 'packs', 'li'), zhKeys);
    const engine = fakeEngine();
    const studio = createStudio({ folder, espeak: engine.open });
    await studio.open({ ...settings, pack: 'li' });
    expect(await studio.render(calling())).toMatchObject({ source: 'pack' });
    expect(engine.asked).toEqual([]);
    const english = await studio.render(calling('A012', '3', 'en'));
    expect(english).toMatchObject({ source: 'espeak-ng' });
    expect(engine.asked).toEqual(['A zero one two, please come to counter three.']);
    const read = readWav((await readClip(join(folder, 'cache'), english!.name))!, 30);
    expect(read.ok && Math.abs(loudnessOf(read.sound) - targetLufs)).toBeLessThan(0.2);
  });

  it('renders a phrase once: then it comes from the disk, also for who asks meanwhile', async () => {
    const folder = tempFolder();
    const engine = fakeEngine();
    const studio = createStudio({ folder, espeak: engine.open });
    await studio.open(settings);
    const [one, other] = await Promise.all([studio.render(calling()), studio.render(calling())]);
    expect(one).toEqual(other);
    expect(await studio.render(calling())).toEqual(one);
    expect(engine.asked).toHaveLength(1);
    const later = createStudio({ folder, espeak: engine.open });
    await later.open(settings);
    expect(await later.render(calling())).toEqual(one);
    expect(engine.asked).toHaveLength(1);
  });

  it.each([{ fails: true }, { silent: true }])('an engine that %o is passed over', async (bad) => {
    const studio = createStudio({ folder: tempFolder(), espeak: fakeEngine(bad).open });
    await studio.open(settings);
    expect(await studio.render(calling())).toBeNull();
  });

  it('says of each source how it stands', async () => {
    const folder = tempFolder();
    const studio = createStudio({ folder, espeak: fakeEngine().open });
    const { sources, pack } = await studio.open({ ...settings, pack: 'gone', model: 'nowhere' });
    expect(pack).toBe('gone');
    expect(sources.map(({ id, state }) => [id, state])).toEqual([
      ['pack', 'absent'],
      ['sherpa-onnx', 'absent'],
      ['espeak-ng', 'ready'],
    ]);
  });

  it('a pack that is recorded speaks as soon as it is chosen; a new clip sounds at once', async () => {
    const folder = tempFolder();
    const studio = createStudio({ folder, espeak: fakeEngine({ fails: true }).open });
    await studio.open(settings);
    await studio.describePack('li', { name: 'Li', speaker: 'Li', licence: 'own' });
    for (const key of zhKeys) await studio.keepClip('li', key, bytes);
    expect(await studio.render(calling())).toBeNull();
    expect(await studio.choosePack('nobody')).toBe(false);
    expect(await studio.choosePack('li')).toBe(true);
    const first = await studio.render(calling());
    expect(first).toMatchObject({ source: 'pack' });
    await studio.keepClip('li', 'zh:请', writeWav(recorded(500, 0.6)));
    const second = await studio.render(calling());
    expect(second!.durationMs).toBeGreaterThan(first!.durationMs + 200);
    expect((await studio.packs())[0]).toMatchObject({ id: 'li', isChosen: true, faults: [] });
    expect(await studio.choosePack(null)).toBe(true);
    expect(await studio.render(calling())).toBeNull();
  });
});

describe('the studio in a process of its own', () => {
  function remote(options: { program?: string; stuckMs?: number } = {}) {
    const folder = tempFolder();
    const troubles: string[] = [];
    const studio = createRemoteStudio(folder, (message) => troubles.push(message), options);
    onTestFinished(() => studio.stop());
    return { folder, troubles, studio };
  }

  it('renders, keeps clips and answers the same as here', async () => {
    const { folder, studio } = remote();
    packOf(
      join(folder, 'packs', 'li'),
      promptsFor('zh', plain).map(({ key }) => key),
    );
    await studio.open({ ...settings, pack: 'li' });
    const rendered = await studio.render(calling());
    expect(rendered).toMatchObject({ source: 'pack' });
    expect(statSync(join(folder, 'cache', `${rendered!.name}.wav`)).size).toBeGreaterThan(10_000);
    expect(await studio.keepClip('li', 'zh:新', bytes)).toMatchObject({ ok: true });
    const archive = await studio.archive('li');
    expect(Buffer.from(archive!.slice(0, 2)).toString()).toBe('PK');
  });

  it('that hangs is replaced, and what was asked fails instead of waiting', async () => {
    const hangs = join(tempFolder(), 'hangs.mjs');
    writeFileSync(
      hangs,
      `process.on('message', ({ id, act }) => {
         if (act !== 'render') process.send({ id, ok: true, value: { sources: [], pack: null } });
       });
       process.on('disconnect', () => process.exit(0));`,
    );
    const { studio, troubles } = remote({ program: hangs, stuckMs: 100 });
    await studio.open(settings);
    await expect(studio.render(calling())).rejects.toThrow('no answer to render');
    expect(troubles).toEqual(['no answer to render for 100 ms']);
    await expect(studio.render(calling())).rejects.toThrow('rests');
  });

  it('that cannot even start says so', async () => {
    const { studio, troubles } = remote({ program: '/nonexistent/studio.mjs' });
    await expect(studio.open(settings)).rejects.toThrow('studio is gone');
    expect(troubles).toHaveLength(1);
  });
});

it('a clip’s age is its last use, so that a restart throws out the right ones', async () => {
  const folder = tempFolder();
  const cache = await openClipCache(folder, () => 2_000_000_000_000);
  const { name } = await cache.keep(keyOf('a'), bytes, 1);
  utimesSync(join(folder, `${name}.wav`), 1, 1);
  await cache.find(keyOf('a'));
  expect(statSync(join(folder, `${name}.wav`)).mtimeMs).toBe(2_000_000_000_000);
  expect(readFileSync(join(folder, `${name}.wav`)).length).toBe(bytes.length);
});
