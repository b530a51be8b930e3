import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readManifest } from '#server/voice/pack/manifest.ts';
import { readPack } from '#server/voice/pack/pack-folder.ts';
import { createPackStore } from '#server/voice/pack/pack-store.ts';
import { loudnessOf, targetLufs } from '#server/voice/sound/loudness.ts';
import { readWav, writeWav } from '#server/voice/sound/wav.ts';
import { packSource } from '#server/voice/sources/pack-source.ts';
import { promptsFor } from '#server/voice/words/prompts.ts';
import { calling, packOf, plain, recorded, tempFolder, writePack } from './sounds.ts';

const about = { name: 'Li', speaker: 'Li Min', licence: 'the hall’s own' };

describe('a manifest', () => {
  it('with mistakes has each of them named with its place', () => {
    const { faults } = readManifest(
      JSON.stringify({
        format: 2,
        name: 'x',
        speaker: ' ',
        clipz: 1,
        clips: {
          请: { file: 'a.wav' },
          'zh:到': { file: '../secret.wav' },
          'zh:号': 'b.wav',
          'zh:三': { file: 'c.wav', gain: 3 },
        },
      }),
    );
    expect(faults.map(({ place, message }) => `${place}: ${message.en}`)).toEqual([
      'clipz: there is no key "clipz"',
      'format: format must be 1',
      'speaker: speaker must be a text',
      'licence: licence must be a text',
      'clips["请"]: its name must begin with zh: or en:',
      'clips["zh:到"].file: file must name a file of this folder, without a path',
      'clips["zh:号"].file: file must name a file of this folder, without a path',
      'clips["zh:三"].gain: there is no key "gain"',
    ]);
  });

  it.each([
    ['not JSON at all', 'it is not JSON'],
    ['[1, 2]', 'it is not JSON'],
    [' '.repeat(300_000), 'it is too large'],
  ])('that is %.20s is refused whole', (text, message) => {
    expect(readManifest(text).faults.map((fault) => fault.message.en)).toEqual([message]);
  });
});

describe('a pack', () => {
  it('with broken files says which and why, and speaks with the rest', async () => {
    const folder = tempFolder();
    const clips = {
      'zh:请': { file: 'good.wav' },
      'zh:到': { file: 'gone.wav' },
      'zh:号': { file: 'text.wav' },
      'zh:零': { file: 'silent.wav' },
      'zh:一': { file: 'cut.wav' },
      'zh:二': { file: 'huge.wav' },
      'zh:三': { file: 'long.wav' },
    };
    writePack(
      folder,
      { format: 1, ...about, clips },
      {
        'good.wav': writeWav(recorded()),
        'text.wav': 'this is no sound',
        'silent.wav': writeWav(recorded(300, 0.3, 0)),
        'cut.wav': writeWav(recorded()).slice(0, 500),
        'huge.wav': new Uint8Array(900_000),
        'long.wav': writeWav(recorded(300, 9, 0.3, 8_000)),
      },
    );
    const pack = (await readPack(folder, 'li'))!;
    expect([...pack.clips.keys()]).toEqual(['zh:请']);
    expect(pack.faults.map(({ place, message }) => `${place}: ${message.en}`)).toEqual([
      'clips["zh:到"]: there is no file gone.wav',
      'clips["zh:号"]: text.wav: not a WAV file',
      'clips["zh:零"]: silent.wav is silent',
      'clips["zh:一"]: cut.wav: the file is cut off',
      'clips["zh:二"]: huge.wav is too large',
      'clips["zh:三"]: long.wav: it is too long',
    ]);
  });

  it('without a manifest says so; without a folder is none', async () => {
    const folder = tempFolder();
    expect((await readPack(folder, 'li'))!.faults.map(({ message }) => message.en)).toEqual([
      'there is no manifest.json',
    ]);
    expect(await readPack(join(folder, 'nothing'), 'li')).toBeNull();
  });

  it('says a call by its clips, in order, each as loud as the others', async () => {
    const folder = tempFolder();
    packOf(
      folder,
      promptsFor('zh', plain).map(({ key }) => key),
    );
    const pack = (await readPack(folder, 'tones'))!;
    expect(pack.faults).toEqual([]);
    const source = packSource(pack);
    const phrase = calling('A012', '3');
    expect(source.mark(phrase)).toContain('tones');
    const sound = await source.say(phrase);
    // 请 A 零 一 二 号 到 三 号窗口: nine tones of 0.3 s with short rests between.
    expect(sound.samples.length / sound.sampleRate).toBeGreaterThan(9 * 0.3);
    expect(sound.samples.length / sound.sampleRate).toBeLessThan(9 * 0.45);
    expect(Math.abs(loudnessOf(sound) - targetLufs)).toBeLessThan(1.5);
    expect(source.mark(calling('A012', '3', 'en'))).toBeNull();
  });
});

describe('the packs of a hall', () => {
  it('keep what is recorded: trimmed, at -16 LUFS, whatever the microphone', async () => {
    const folder = tempFolder();
    const store = createPackStore(folder);
    expect(await store.describe('li', about)).toBe(true);
    for (const amplitude of [0.05, 0.3, 0.9]) {
      const kept = await store.keepClip('li', 'zh:请', writeWav(recorded(300, 0.5, amplitude)));
      expect(kept).toMatchObject({ ok: true, faults: [] });
      expect(kept.ok && Math.abs(kept.keptLufs - targetLufs)).toBeLessThan(0.1);
    }
    const [file = ''] = readdirSync(join(folder, 'li')).filter((name) => name.endsWith('.wav'));
    const read = readWav(readFileSync(join(folder, 'li', file)), 5);
    expect(read.ok && loudnessOf(read.sound)).toBeCloseTo(targetLufs, 0);
    expect(read.ok && read.sound.samples.length / 24_000).toBeLessThan(0.62);
    const [pack] = await store.list();
    expect(pack).toMatchObject({ id: 'li', manifest: about, faults: [] });
    expect(await store.dropClip('li', 'zh:请')).toBe(true);
    expect((await store.read('li'))!.clips.size).toBe(0);
    expect(await store.drop('li')).toBe(true);
    expect(await store.list()).toEqual([]);
  });

  it('refuse what is no clip, and names of folders that lead elsewhere', async () => {
    const store = createPackStore(tempFolder());
    await store.describe('li', about);
    const wav = writeWav(recorded());
    expect(await store.keepClip('other', 'zh:请', wav)).toEqual({ ok: false, why: 'no-pack' });
    expect(await store.keepClip('li', '请', wav)).toEqual({ ok: false, why: 'bad-key' });
    const silent = writeWav(recorded(300, 0.3, 0.0005));
    expect(await store.keepClip('li', 'zh:请', silent)).toEqual({ ok: false, why: 'silent' });
    const noise = new Uint8Array(100);
    expect(await store.keepClip('li', 'zh:请', noise)).toEqual({ ok: false, why: 'not-wav' });
    const long = writeWav(recorded(300, 12, 0.4, 8_000));
    expect(await store.keepClip('li', 'zh:请', long)).toEqual({ ok: false, why: 'too-long' });
    for (const id of ['..', '../x', 'A', '', 'a/b', '.hidden']) {
      expect(await store.describe(id, about), id).toBe(false);
      expect(await store.archive(id), id).toBeNull();
      expect(await store.drop(id), id).toBe(false);
    }
  });

  it('leave as an archive that any program opens', async () => {
    const folder = tempFolder();
    packOf(join(folder, 'li'), ['zh:请', 'zh:到']);
    const archive = await createPackStore(folder).archive('li');
    const path = join(folder, 'li.zip');
    writeFileSync(path, archive!);
    // Python is everywhere that Debian is; where it is not, the bytes alone are looked at.
    const tested = spawnSync('python3', ['-m', 'zipfile', '-t', path], { encoding: 'utf8' });
    if (tested.error === undefined) expect(tested.stdout + tested.stderr).toMatch(/Done testing/);
    const listed = Buffer.from(archive!).toString('latin1');
    for (const name of ['manifest.json', '0.wav', '1.wav']) {
      expect(listed.split(name).length - 1).toBeGreaterThanOrEqual(2);
    }
  });
});
