import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { headOf } from '#kiosk/heads.ts';
import { noteOf } from '#kiosk/notes.ts';
import { spokenScreen } from '#kiosk/spoken.ts';
import { shortReason } from '#kiosk/short-reason.ts';
import { freshVisit, ticketTaken } from '#kiosk/visit.ts';
import { minutesUntil, whenWords } from '#kiosk/when.ts';
import type { HallHead, KioskView } from '#protocol/views.ts';
import { language } from '#ui/locale/index.ts';
import { hall, kioskView, service, ticket } from './sample-view.ts';

const nowMs = Date.parse('2026-03-02T10:18:00Z');
const facts = { nowMs, sinceMs: nowMs - 60_000, isWaiting: false };
const withHall = (change: Partial<HallHead>): KioskView => ({
  ...kioskView,
  hall: { ...hall, ...change },
});

beforeEach(() => {
  language.set('zh');
});
afterEach(() => {
  language.set('zh');
});

describe('heads', () => {
  it('ask on pine', () => {
    expect(headOf(freshVisit, kioskView, nowMs)).toEqual({
      heading: '您好，今天办什么？',
      help: '点一下要办的业务，马上出号。',
      look: 'pine',
    });
  });

  it('[closing-reminder] the head is the lamp and counts down', () => {
    const closing = withHall({ state: 'closing' });
    expect(headOf(freshVisit, closing, nowMs)).toEqual({
      heading: '还能取号 12 分钟',
      help: '18:30 停止取号。只要取到号，今天一定办完。',
      look: 'lamp',
    });
    const last = Date.parse('2026-03-02T10:30:00Z');
    expect(headOf(freshVisit, closing, last).heading).toBe('马上停止取号');
  });

  it('a fault is told instead of the hint', () => {
    const text = { zh: '二号机停用。', en: 'Kiosk two is off.' };
    const view = {
      ...kioskView,
      notices: [{ id: 'n', kind: 'fault' as const, text, until: null }],
    };
    expect(headOf(freshVisit, view, nowMs).help).toBe('二号机停用。');
  });

  it('a ticket darkens the whole screen, so that the slip is the bright thing', () => {
    expect(headOf(ticketTaken(freshVisit, ticket), kioskView, nowMs).look).toBe('whole');
  });
});

describe('screens without numbers', () => {
  const closed = (change: Partial<HallHead>, rule: 'outside-hours' | 'intake-closed') => ({
    ...withHall(change),
    services: [
      service('a', {
        waiting: 4,
        available: false,
        reason: { rule, text: { zh: '原因。', en: 'Why.' }, until: '2026-03-03T00:30:00.000Z' },
      }),
    ],
  });

  it('[hours-on-the-door] a closed hall says when numbers start again', () => {
    const view = closed({ state: 'closed' }, 'outside-hours');
    const { heading, note } = noteOf({ kind: 'resting' }, view, facts);
    expect(heading).toBe('现在不营业');
    expect(note.facts?.[0]).toEqual({ label: '下次开始取号', value: '明天 08:30' });
    expect(note.staff).toBe(false);
  });

  it('[serve-everyone-queued] after intake those who hold a number are told they are served', () => {
    const view = closed({ state: 'serving-out' }, 'intake-closed');
    const { help, note } = noteOf({ kind: 'resting' }, view, facts);
    expect(help).toBe('手里有号的，今天一定办完。请安心坐等。');
    expect(note.facts).toContainEqual({ label: '今天还在排队的', value: '4 人，都会办完' });
  });

  it('[never-close-early] a held intake tells the supervisor’s reason and no time of its own', () => {
    const text = { zh: '现在先停一会儿取号：停电。', en: 'Paused: no power.' };
    const view = {
      ...closed({ state: 'open', intakeClosedReason: '停电' }, 'intake-closed'),
      notices: [{ id: 'intake', kind: 'intake' as const, text, until: null }],
    };
    const { heading, note } = noteOf({ kind: 'resting' }, view, facts);
    expect(heading).toBe('现在先停一会儿取号');
    expect(note.texts).toEqual(['现在先停一会儿取号：停电。']);
    expect(note.facts?.map(({ label }) => label)).toEqual(['今天还在排队的']);
    expect(note.staff).toBe(true);
  });

  it('the hub is away: staff, since when, and what becomes of a touch that is on its way', () => {
    const away = { kind: 'away', sinceMs: 0 } as const;
    const { heading, help, note } = noteOf(away, kioskView, { ...facts, isWaiting: true });
    expect(heading).toBe('请找工作人员取号');
    expect(help).toContain('18:17');
    expect(note.staff).toBe(true);
    expect(note.texts).toHaveLength(2);
    expect(noteOf(away, null, facts).note.texts).toHaveLength(1);
  });

  it('a kiosk that waits for approval shows its code', () => {
    expect(noteOf({ kind: 'pending', code: '135452' }, null, facts).note.code).toBe('135452');
  });

  it('every state speaks both languages', () => {
    for (const spoken of ['zh', 'en'] as const) {
      language.set(spoken);
      for (const kind of ['connecting', 'revoked', 'ended', 'resting'] as const) {
        expect(noteOf({ kind }, kioskView, facts).heading).not.toBe('');
      }
    }
  });
});

describe('short words', () => {
  it('a tile says why in a few words, for any rule', () => {
    expect(shortReason({ rule: 'quota-reached' })).toBe('今天的号取完了');
    expect(shortReason({ rule: 'one-open-ticket' })).toBe('现在取不了号');
  });

  it('days are the hall’s own', () => {
    const at = (instant: string) => whenWords(instant, nowMs, hall);
    expect(at('2026-03-02T11:00:00Z')).toBe('今天 19:00');
    expect(at('2026-03-02T16:30:00Z')).toBe('明天 00:30');
    expect(at('2026-03-04T00:30:00Z')).toMatch(/^3月4日.*08:30$/);
    language.set('en');
    expect(at('2026-03-03T00:30:00Z')).toBe('Tomorrow 08:30');
  });

  it('minutes are whole, upwards, and never negative', () => {
    expect(minutesUntil('2026-03-02T10:30:00Z', nowMs)).toBe(12);
    expect(minutesUntil('2026-03-02T10:18:01Z', nowMs)).toBe(1);
    expect(minutesUntil('2026-03-02T10:00:00Z', nowMs)).toBe(0);
    expect(minutesUntil(null, nowMs)).toBe(0);
  });
});

describe('read aloud', () => {
  it('says the question and what can be touched, with states', () => {
    const head = headOf(freshVisit, kioskView, nowMs);
    const said = spokenScreen(freshVisit, kioskView, head);
    expect(said).toContain('您好，今天办什么？');
    expect(said).toContain('payment, 6 人在等, 5到15 分钟');
    expect(said).toContain('enquiry, 2 人在等, 暂无法估计');
    expect(said).toContain('terminal, 现在取不了号');
  });

  it('says a number sign by sign', () => {
    const visit = ticketTaken(freshVisit, ticket);
    expect(spokenScreen(visit, kioskView, headOf(visit, kioskView, nowMs))).toContain('A 0 2 8');
  });
});
