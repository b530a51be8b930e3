import { describe, expect, it, onTestFinished } from 'vitest';
import { forgetSession, keepSession, rememberedSession } from '#counter/session.ts';
import { signInComplaint } from '#counter/sign-in-complaint.ts';
import { language } from '#ui/locale/index.ts';

const session = {
  token: 'token',
  badge: '1001',
  name: 'A',
  role: 'clerk',
  expiresAt: '2026-03-02T12:00:00.000Z',
} as const;

/** A device's storage, for as long as the test lasts. */
function storage(): Map<string, string> {
  const kept = new Map<string, string>();
  const before = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    value: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    },
  });
  onTestFinished(() => {
    Reflect.deleteProperty(globalThis, 'localStorage');
    if (before !== undefined) Object.defineProperty(globalThis, 'localStorage', before);
  });
  return kept;
}

describe('the session of a desk page', () => {
  it('is remembered until it runs out', () => {
    storage();
    expect(rememberedSession(Date.parse('2026-03-02T11:00:00Z'))).toBeNull();
    keepSession(session);
    expect(rememberedSession(Date.parse('2026-03-02T11:59:59Z'))).toEqual(session);
    expect(rememberedSession(Date.parse('2026-03-02T12:00:00Z'))).toBeNull();
    forgetSession();
    expect(rememberedSession(0)).toBeNull();
  });

  it('is no session when something else is found in its place', () => {
    const kept = storage();
    keepSession(session);
    const [key] = [...kept.keys()];
    for (const spoilt of ['{"token":1}', 'null', 'not json', '{"role":"owner"}']) {
      kept.set(key!, spoilt);
      expect(rememberedSession(0)).toBeNull();
    }
  });
});

describe('a sign-in that opened nothing', () => {
  const problem = { type: '', title: 'T', status: 429, code: 'too-many' } as const;

  it('says why, and when to try again', () => {
    language.set('en');
    onTestFinished(() => {
      language.set('zh');
    });
    expect(signInComplaint({ ...problem, detail: 'D', retryAfterSeconds: 8 })).toBe(
      'D You can try again in 8 s.',
    );
    expect(signInComplaint({ ...problem, status: 401, code: 'wrong-pin' })).toBe('T');
    expect(signInComplaint(null)).toContain('hub');
  });
});
