import { describe, expect, it } from 'vitest';
import { readHallFile } from '#server/hall-file/read-hall-file.ts';
import { smallHall } from './sample.ts';

function voiceOf(voice: string) {
  const read = readHallFile(smallHall({ voice }));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.config.voice;
}

function problemsOf(voice: string) {
  const read = readHallFile(smallHall({ voice }));
  return read.ok ? [] : read.problems.map(({ path, message }) => [path, message.en]);
}

describe('the voice of a hall file', () => {
  it('has defaults: both languages, 80 percent, the house’s words', () => {
    expect(voiceOf('{}')).toEqual({
      spoken: true,
      volumePercent: 80,
      languages: ['zh', 'en'],
      oneAsYao: false,
      quietHours: [],
      pack: null,
      model: null,
      voices: { zh: null, en: null },
      wordsPerMinute: 150,
      screen: null,
      templates: {},
    });
  });

  it('is read as it is written', () => {
    const template = '{ zh: "请 {number} 到 {counter}", en: "{number} to {counter}" }';
    expect(
      voiceOf(
        `{ volume: 0, languages: [en], oneAsYao: true, quietHours: ["22:00-06:30"], pack: li,
           templates: { call: ${template} } }`,
      ),
    ).toMatchObject({
      volumePercent: 0,
      languages: ['en'],
      oneAsYao: true,
      quietHours: [{ from: '22:00', to: '06:30' }],
      pack: 'li',
      templates: { call: { zh: '请 {number} 到 {counter}', en: '{number} to {counter}' } },
    });
  });

  it('names every mistake: slots that are missing, twice or unknown, volumes and spans', () => {
    const templates = `{ call: { zh: "请 {number} {number} 到窗口", en: "{name}, come to {counter}" },
      closing: { zh: "再见", en: "Goodbye {number}" } }`;
    const found = problemsOf(
      `{ volume: 101, loud: true, quietHours: ["12:30"], templates: ${templates} }`,
    );
    expect(found.map(([path]) => path).sort()).toEqual([
      'voice.loud',
      'voice.quietHours[0]',
      'voice.templates.call.en',
      'voice.templates.call.en',
      'voice.templates.call.zh',
      'voice.templates.call.zh',
      'voice.templates.closing.en',
      'voice.volume',
    ]);
    const said = found.map(([, message]) => message).join(' ');
    expect(said).toContain('The wording needs {number} once');
    expect(said).toContain('{name} is unknown here. Possible: {number}, {counter}.');
    expect(said).toContain('{number} has no place in this wording.');
    expect(said).toContain('12:30-14:00');
  });
});
