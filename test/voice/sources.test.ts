import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { peakOf } from '#server/voice/sound/loudness.ts';
import { durationMs } from '#server/voice/sound/wav.ts';
import { openEspeak } from '#server/voice/sources/espeak.ts';
import { openSherpa, type SherpaPackage } from '#server/voice/sources/sherpa.ts';
import { espeakText, knowsItsLanguage } from '#server/voice/words/espeak-text.ts';
import { calling, recorded, tempFolder } from './sounds.ts';

const usual = { voices: { zh: null, en: null }, wordsPerMinute: 150 };

/** A program that stands for espeak-ng. */
function program(script: string): string {
  const path = join(tempFolder(), 'espeak-ng');
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

describe('espeak-ng itself (Debian: apt install espeak-ng)', () => {
  it('speaks both languages by voices that pass the probe', async () => {
    const { source, report } = await openEspeak(usual);
    // Not skipped where it is missing: .ci/run installs it, and the hub's own voice needs it.
    expect(report.state, report.notes.map(({ en }) => en).join(' ')).toBe('ready');
    for (const phrase of [calling('A012', '3', 'zh'), calling('A012', '3', 'en')]) {
      const sound = await source!.say(phrase);
      expect(durationMs(sound)).toBeGreaterThan(2_000);
      expect(durationMs(sound)).toBeLessThan(8_000);
      expect(peakOf(sound)).toBeGreaterThan(0.1);
    }
    expect(source!.mark(calling())).toMatch(/espeak-ng|eSpeak/i);
    expect(source!.mark(calling())).not.toBe(source!.mark(calling('A012', '3', 'en')));
  });

  it('a voice that it lacks is named, and the usual one speaks', async () => {
    const { source, report } = await openEspeak({ ...usual, voices: { zh: 'nonesuch', en: null } });
    expect(report.notes.map(({ en }) => en)).toContain('espeak-ng has no voice "nonesuch".');
    expect(source!.mark(calling())).toMatch(/cmn/);
  });
});

describe('the probe', () => {
  it.each([
    ["(en)h,eI55@55f'o@55(cmn)_|", 'zh', false],
    ["X'Au51_|", 'zh', true],
    ['xɑu51', 'zh', false],
    ['', 'zh', false],
    ["k'aUnt3", 'en', true],
    ["(cmn)k'a", 'en', false],
  ] as const)('%s is the phonemes of a working %s voice: %s', (phonemes, language, is) => {
    expect(knowsItsLanguage(phonemes, language)).toBe(is);
  });

  it('refuses a voice that spells 号 in Latin letters, and says so plainly', async () => {
    const { source, report } = await openEspeak({
      ...usual,
      program: program(`case "$*" in
        *--version*) echo "eSpeak NG 1.51";;
        *-x*) echo "(en)h,eI55@55f'o@55(cmn)_|";;
      esac`),
    });
    expect(source).toBeNull();
    expect(report.state).toBe('refused');
    expect(report.notes[0]!.en).toBe(
      'The voice "cmn" of espeak-ng spells 号 in Latin letters; nobody would understand it.',
    );
    expect(report.notes[0]!.zh).toContain('念成拉丁字母');
  });

  it('says what to install where there is none', async () => {
    const { source, report } = await openEspeak({ ...usual, program: '/nonexistent/espeak-ng' });
    expect(source).toBeNull();
    expect(report).toMatchObject({ state: 'absent' });
    expect(report.notes[0]!.en).toContain('apt install espeak-ng');
  });

  it('a program that hangs is ended in time', async () => {
    const startedMs = performance.now();
    const hangs = program('exec sleep 30');
    const { report } = await openEspeak({ ...usual, program: hangs, withinMs: 150 });
    expect(report.state).toBe('absent');
    expect(performance.now() - startedMs).toBeLessThan(5_000);
  });

  it('a voice without sound is refused', async () => {
    const silent = program(`case "$*" in
      *--version*) echo x;;
      *-x*) case "$*" in *en*) echo "k'aUnt3";; *) echo "X'Au51_|";; esac;;
      *) echo noise;;
    esac`);
    const { report } = await openEspeak({ ...usual, program: silent });
    expect(report.state).toBe('refused');
  });
});

it('letters are written so that espeak-ng names them', () => {
  expect(espeakText(calling('A012', '3', 'en'))).toBe(
    '[[eI]] zero one two, please come to counter three.',
  );
  expect(espeakText(calling('W1', '3', 'zh'))).toBe('请达不流一号到三号窗口。');
});

describe('a sherpa-onnx model', () => {
  const asked: { text: string; speed: number }[] = [];
  const configs: object[] = [];
  const library: SherpaPackage = {
    OfflineTts: class {
      constructor(config: object) {
        configs.push(config);
      }
      generate(given: { text: string; sid: number; speed: number }) {
        asked.push(given);
        return recorded(250, 0.5);
      }
    },
  };
  const load = async () => library;
  function model(files: readonly string[]): string {
    const folder = join(tempFolder(), 'model');
    mkdirSync(folder);
    for (const file of files) writeFileSync(join(folder, file), '');
    return folder;
  }

  it('is opened with its files and asked for words, not figures', async () => {
    const folder = model(['vits-zh.onnx', 'tokens.txt', 'lexicon.txt']);
    const { source, report } = await openSherpa({ folder, wordsPerMinute: 170, load });
    expect(report.state).toBe('ready');
    expect(configs.at(-1)).toMatchObject({
      model: {
        vits: {
          model: join(folder, 'vits-zh.onnx'),
          lexicon: join(folder, 'lexicon.txt'),
          dataDir: '',
        },
      },
    });
    const sound = await source!.say(calling());
    expect(sound.sampleRate).toBe(24_000);
    expect(asked.at(-1)).toEqual({ text: '请A零一二号到三号窗口。', sid: 0, speed: 1 });
  });

  it.each([
    [['tokens.txt'], 'refused', 'The model folder lacks *.onnx.'],
    [['a.onnx'], 'refused', 'The model folder lacks tokens.txt.'],
  ])('with only %o is %s', async (files, state, words) => {
    const { report } = await openSherpa({ folder: model(files), wordsPerMinute: 170, load });
    expect(report.state).toBe(state);
    expect(report.notes[0]!.en).toBe(words);
  });

  it('is not asked for, not there, without its package, or broken: each said', async () => {
    const folder = model(['a.onnx', 'tokens.txt']);
    const open = (given: Partial<Parameters<typeof openSherpa>[0]>) =>
      openSherpa({ folder, wordsPerMinute: 170, ...given });
    expect((await open({ folder: null })).report.state).toBe('unused');
    expect((await open({ folder: '/nonexistent' })).report.notes[0]!.en).toContain('/nonexistent');
    const noPackage = await open({ load: () => Promise.reject(new Error('not found')) });
    expect(noPackage.report.notes[0]!.en).toContain('npm install sherpa-onnx-node');
    const broken: SherpaPackage = {
      OfflineTts: class {
        constructor() {
          throw new Error('bad magic');
        }
        generate(): never {
          throw new Error('never opened');
        }
      },
    };
    const report = (await open({ load: async () => broken })).report;
    expect(report).toMatchObject({ state: 'refused' });
    expect(report.notes[0]!.en).toContain('bad magic');
  });
});
