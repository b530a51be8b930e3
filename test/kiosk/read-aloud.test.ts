import { describe, expect, it } from 'vitest';
import { suitableVoice, type VoiceLike } from '#kiosk/read-aloud.ts';

const voice = (name: string, lang: string, localService = true): VoiceLike => ({
  name,
  lang,
  localService,
  voiceURI: name,
});

describe('a voice to read aloud', () => {
  it('is one of the machine, in the language asked for', () => {
    const voices = [voice('Zira', 'en-US'), voice('Huihui', 'zh-CN')];
    expect(suitableVoice(voices, 'zh')?.name).toBe('Huihui');
    expect(suitableVoice(voices, 'en')?.name).toBe('Zira');
  });

  it('is never one of the network: no text leaves the hall', () => {
    expect(suitableVoice([voice('Online', 'zh-CN', false)], 'zh')).toBeNull();
  });

  it('is neither espeak’s Mandarin nor Cantonese', () => {
    const voices = [
      voice('espeak Mandarin', 'cmn'),
      voice('Tracy', 'zh-HK'),
      voice('Sin-ji', 'zh_HK'),
    ];
    expect(suitableVoice(voices, 'zh')).toBeNull();
  });

  it('prefers the mainland’s Mandarin to another', () => {
    const voices = [voice('Yating', 'zh-TW'), voice('Kangkang', 'zh-CN')];
    expect(suitableVoice(voices, 'zh')?.name).toBe('Kangkang');
    expect(suitableVoice(voices.slice(0, 1), 'zh')?.name).toBe('Yating');
  });

  it('is none where there are none: the button is not there', () => {
    expect(suitableVoice([], 'zh')).toBeNull();
    expect(suitableVoice([voice('Anna', 'de-DE')], 'en')).toBeNull();
  });
});
