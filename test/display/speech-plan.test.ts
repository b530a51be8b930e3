import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SpeechClip } from '#protocol/speech.ts';
import { planSpeech } from '#display/sound/speech-plan.ts';
import { announce, dwellMs, holdUntil, silentAnnouncer, spokenMaxMs } from '#display/announcer.ts';

const clip = (language: 'zh' | 'en', durationMs: number): SpeechClip => ({
  language,
  url: `/${language}`,
  durationMs,
  text: language,
});
const both = [clip('zh', 3_500), clip('en', 3_000)];
const spoken = (behind: number, ageMs = 0, clips = both) =>
  planSpeech(clips, behind, ageMs, 700).map(({ language }) => language);

describe('what of an announcement is spoken', () => {
  it('everything while nobody waits behind it', () => {
    expect(spoken(0)).toEqual(['zh', 'en']);
  });

  it('the second language is dropped first', () => {
    expect(spoken(1)).toEqual(['zh']);
    expect(spoken(7)).toEqual(['zh']);
  });

  it('where many wait, only what fits into the picture’s own time', () => {
    expect(spoken(8)).toEqual(['zh']);
    expect(spoken(8, 0, [clip('zh', 4_400)])).toEqual([]);
  });

  it('what is stale is shown, not spoken', () => {
    expect(spoken(0, 30_000)).toEqual(['zh', 'en']);
    expect(spoken(0, 30_001)).toEqual([]);
  });
});

describe('a call stays while the voice speaks', () => {
  const call = {
    callNo: 1,
    ticket: 't',
    number: 'A001',
    service: 'payment',
    counter: '1',
    kind: 'call',
    at: '2026-03-02T01:00:00Z',
    text: { zh: '', en: '' },
    stale: false,
  } as const;

  it('never shorter than its dwell, never so long that the next one waits for ever', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000, max: 100_000 }), (untilMs) => {
        const held = holdUntil(announce(silentAnnouncer, call, 1_000), 1, untilMs);
        const staysMs = held.showing!.untilMs - 1_000;
        expect(staysMs).toBeGreaterThanOrEqual(dwellMs);
        expect(staysMs).toBeLessThanOrEqual(spokenMaxMs);
        if (staysMs > dwellMs && staysMs < spokenMaxMs) expect(staysMs).toBe(untilMs - 1_000);
      }),
    );
  });

  it('only the call that stands there is held', () => {
    const showing = announce(silentAnnouncer, call, 0);
    expect(holdUntil(showing, 2, 9_000)).toBe(showing);
    expect(holdUntil(silentAnnouncer, 1, 9_000)).toBe(silentAnnouncer);
  });
});
