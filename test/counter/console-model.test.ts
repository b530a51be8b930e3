import { describe, expect, it } from 'vitest';
import {
  ageSeconds,
  foldList,
  longestWaiting,
  mostPressing,
  rowPromise,
} from '#counter/console/list-fold.ts';
import { keyStateAt, secondsToAllowed } from '#counter/console/pad-layout.ts';
import { missingList, notBrought } from '#counter/console/papers.ts';
import {
  missingPart,
  prefilledRecord,
  recordOf,
  type RecordDraft,
} from '#counter/console/record.ts';
import { problemOfKey, troubleOf } from '#counter/console/refusal-model.ts';
import { withReadersWays } from '#counter/console/refusal-ways.ts';
import { consoleView, keys, next, now, ready, refused } from './console-samples.ts';

const nowMs = Date.parse(now);

describe('the list', () => {
  const ten = Array.from({ length: 10 }, (_, index) => next(`A${index}`));

  it('shows ten, or three above the centre, and says how many more', () => {
    const view = { next: ten, waitingCount: 14 };
    expect(foldList(view, false)).toEqual({ rows: ten, more: 4 });
    expect(foldList(view, true)).toEqual({ rows: ten.slice(0, 3), more: 11 });
    expect(foldList({ next: [], waitingCount: 0 }, true)).toEqual({ rows: [], more: 0 });
  });

  it('[ten-minute-promise] marks a row from two minutes before its promise', () => {
    expect([121, 120, 0, -1].map(rowPromise)).toEqual(['in-time', 'near', 'near', 'broken']);
  });

  it('names the longest waiting first, without touching the order of the list', () => {
    const list = [10, 40, 20].map((waitedSeconds, i) => next(`A${i}`, { waitedSeconds }));
    expect(longestWaiting(list, 2).map(({ number }) => number)).toEqual(['A1', 'A2']);
    expect(list.map(({ number }) => number)).toEqual(['A0', 'A1', 'A2']);
  });

  it('[ten-minute-promise] points to whoever runs out of time before the first does', () => {
    const first = next('V1', { promiseLeftSeconds: 470 });
    const second = next('A2', { promiseLeftSeconds: 300 });
    const late = next('A3', { promiseLeftSeconds: -30 });
    expect(mostPressing([first, second, late], first)).toBe(late);
    expect(mostPressing([first, next('A4', { promiseLeftSeconds: 480 })], first)).toBeUndefined();
    expect(mostPressing([first], first)).toBeUndefined();
  });

  it('figures grow with the hall’s time while live, and stand still otherwise', () => {
    expect(ageSeconds({ now }, nowMs + 4_900, true)).toBe(4);
    expect(ageSeconds({ now }, nowMs - 500, true)).toBe(0);
    expect(ageSeconds({ now }, nowMs + 4_900, false)).toBe(0);
  });
});

describe('a key’s state', () => {
  const waits = refused('no-show-time', { allowedFrom: '2026-03-02T02:24:30.000Z' });
  const view = consoleView({ keys: keys({ 'no-show': waits, start: ready }) });

  it('[no-show-time] ends by itself where only time was missing', () => {
    expect(keyStateAt(view, 'no-show', nowMs).allowed).toBe(false);
    expect(secondsToAllowed(waits, nowMs + 12_400)).toBe(18);
    expect(keyStateAt(view, 'no-show', nowMs + 30_000).allowed).toBe(true);
    expect(keyStateAt(view, 'recall', nowMs + 30_000).allowed).toBe(false);
    expect(secondsToAllowed(view.keys.recall, nowMs)).toBeNull();
  });

  it('[no-pause-while-waiting] explains itself with what is in the way and the ways out', () => {
    const state = refused('no-pause-while-waiting', {
      refusal: {
        title: { zh: '题', en: 'title' },
        by: { counter: '3', count: 10 },
        waysOut: [{ command: 'pause', args: { kind: 'absence' }, label: { zh: '急', en: 'go' } }],
        overridable: true,
      },
    });
    expect(problemOfKey(state, 'en')).toMatchObject({
      status: 409,
      code: 'refused',
      rule: 'no-pause-while-waiting',
      detail: 'detail',
      by: { count: 10 },
      waysOut: [{ command: 'pause', args: { kind: 'absence' }, label: 'go' }],
      overridable: true,
    });
    expect(problemOfKey(ready, 'en')).toBeNull();
  });

  it('keeps a refusal, a disk that cannot write and an absent hub apart', () => {
    const problem = problemOfKey(refused('recall-gap'), 'zh')!;
    expect(troubleOf(problem).kind).toBe('refused');
    expect(troubleOf({ ...problem, status: 503, code: 'storage-cannot-write' }).kind).toBe(
      'not-recorded',
    );
    expect(troubleOf(null)).toEqual({ kind: 'unreachable' });
  });
});

describe('missing papers', () => {
  const papers = [
    { zh: '身份证', en: 'ID card' },
    { zh: '委托书', en: 'Letter of authority' },
  ];

  it('[one-notice-of-missing-papers] is one complete list in the customer’s language', () => {
    expect(missingList(papers, new Set([1, 0]), [' Photo ', '', 'Photo'], 'en')).toEqual([
      'ID card',
      'Letter of authority',
      'Photo',
    ]);
    expect(missingList(papers, new Set([1]), [], 'zh')).toEqual(['委托书']);
    expect(missingList(papers, new Set(), ['  '], 'zh')).toEqual([]);
  });

  it('starts from what was not ticked as brought', () => {
    expect(notBrought(papers, new Set([0]))).toEqual(new Set([1]));
  });
});

describe('ways out', () => {
  it('offers a clerk only what a clerk can do', () => {
    const problem = {
      ...problemOfKey(refused('not-your-counter'), 'zh')!,
      waysOut: [
        { command: 'release-counter', label: 'release' },
        { command: 'override', label: 'pass' },
      ],
    };
    expect(withReadersWays(problem, 'clerk').waysOut).toEqual([
      { command: 'override', label: 'pass' },
    ]);
    expect(withReadersWays(problem, 'supervisor').waysOut).toHaveLength(2);
  });
});

describe('the handover record', () => {
  const written: RecordDraft = {
    equipment: ' fine ',
    hardCases: 'none',
    staffChanges: 'none',
    followUps: [{ text: ' call back ', id: 'f1' }, { text: '  ', id: 'f2' }, { text: 'new' }],
    note: ' ',
  };
  const parkedWords = (number: string, missing: readonly string[]): string =>
    `${number}: ${missing.join(', ')}`;

  it('[handover-record] begins with what the shift itself tells', () => {
    const view = consoleView({
      shift: {
        ...consoleView().shift,
        parked: [{ ticket: 'id', number: 'B001', missing: ['ID card'] }],
        followUps: [{ text: 'answer by noon', owner: '1001', id: 'f1' }],
      },
    });
    expect(prefilledRecord(view, parkedWords)).toEqual({
      equipment: '',
      hardCases: '',
      staffChanges: '',
      followUps: [{ text: 'B001: ID card' }, { text: 'answer by noon', id: 'f1' }],
      note: '',
    });
  });

  it('[handover-record] shows the incoming clerk what the outgoing one wrote', () => {
    const clerk = { badge: '1001', name: 'A', photo: null };
    const draft = {
      equipment: 'printer low',
      hardCases: 'none',
      staffChanges: 'none',
      followUps: [
        { text: 'call back', ticket: null, owner: '1001', id: 'f1' },
        { text: 'look again', ticket: null, owner: '1001' },
      ],
      note: null,
    };
    const handover = { from: clerk, to: clerk, relieved: true, sinceSeconds: 5, draft };
    const record = prefilledRecord(consoleView({ state: 'handover', handover }), parkedWords);
    expect(record).toEqual({
      ...draft,
      followUps: [{ text: 'call back', id: 'f1' }, { text: 'look again' }],
      note: '',
    });
  });

  it('[handover-record] is whole only when every part says something', () => {
    expect(missingPart(written)).toBeNull();
    expect(missingPart({ ...written, hardCases: ' ' })).toBe('hardCases');
    expect(recordOf(written)).toEqual({
      equipment: 'fine',
      hardCases: 'none',
      staffChanges: 'none',
      followUps: [{ text: 'call back', id: 'f1' }, { text: 'new' }],
    });
    expect(recordOf({ ...written, note: 'keys in the drawer' })).toMatchObject({
      note: 'keys in the drawer',
    });
  });
});
