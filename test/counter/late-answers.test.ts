import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConsoleView, NextView } from '#protocol/views.ts';
import type { CommandAnswer, HubClient } from '#ui/hub/hub-client.ts';
import { ActsController, type Wish } from '#counter/console/acts.ts';
import { PastDay } from '#counter/day-again/past.ts';
import { DraftStore } from '#counter/settings/draft-store.ts';
import { Questions } from '#counter/what-if/questions.ts';
import { host, openQuestions, settled } from './open-questions.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what would have been', () => {
  const job = (id: string, state: string) => ({ job: id, state, done: 0, total: 1, answer: null });

  it('an answer to a question of another day is not shown, and need not be reckoned', async () => {
    const asked = openQuestions();
    const questions = new Questions(host, () => 'token');
    void questions.ask('/api/what-if', { date: '2026-03-02' });
    questions.forget();
    await asked[0]?.answer(job('j1', 'running'));
    expect(questions.job).toBeNull();
    expect(questions.isRunning).toBe(false);
    expect(asked[1]).toMatchObject({ method: 'DELETE', path: '/api/what-if/jobs/j1' });
  });

  it('runs from the press on: a second press has nothing to press', async () => {
    const asked = openQuestions();
    const questions = new Questions(host, () => 'token');
    expect(questions.isRunning).toBe(false);
    void questions.ask('/api/what-if', {});
    expect(questions.isRunning).toBe(true);
    await asked[0]?.answer({ title: 'no' }, 422);
    expect(questions.isRunning).toBe(false);
    expect(questions.failed).toBe(true);
  });

  it('is not looked at any more once its page was left', async () => {
    const asked = openQuestions();
    const questions = new Questions(host, () => 'token');
    void questions.ask('/api/what-if', {});
    await asked[0]?.answer(job('j1', 'running'));
    await vi.advanceTimersByTimeAsync(1_000);
    questions.hostDisconnected();
    await asked[1]?.answer(job('j1', 'running'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked).toHaveLength(2);
  });
});

describe('a past day', () => {
  it('is the one that was chosen last, whichever answer comes last', async () => {
    const asked = openQuestions();
    const past = new PastDay(host, () => 'token');
    const first = past.open('2026-03-02');
    const second = past.open('2026-03-03');
    await asked[1]?.answer({ date: '2026-03-03' });
    await asked[0]?.answer({ date: '2026-03-02' });
    expect(await Promise.all([first, second])).toEqual([false, true]);
    expect(past.outline?.date).toBe('2026-03-03');
  });

  it('is there though the hub did not know the day chosen before', async () => {
    const asked = openQuestions();
    const past = new PastDay(host, () => 'token');
    void past.open('2026-03-02');
    void past.open('2026-03-03');
    await asked[1]?.answer({ date: '2026-03-03' });
    await asked[0]?.answer({ title: 'unknown' }, 404);
    expect(past.isUnknown).toBe(false);
    expect(past.outline?.date).toBe('2026-03-03');
  });
});

describe('a draft of the settings', () => {
  const settings = { hall: { id: 'h', name: { zh: '厅', en: 'Hall' } } };
  const view = (revision: number) => ({ revision, settings, planned: null });
  const store = () => new DraftStore(host, () => null);

  it('mistakes of a draft that was thrown away are not told of the next', async () => {
    const asked = openQuestions();
    const drafts = store();
    void drafts.load();
    await asked[0]?.answer(view(1));
    drafts.change('hall.name.zh', '');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked[1]).toMatchObject({ path: '/api/settings/check' });
    drafts.discard();
    await asked[1]?.answer({ problems: [{ path: 'hall.name.zh' }], newer: null });
    expect(drafts.problems).toEqual([]);
  });

  it('a draft that was thrown away before the hub was asked is not asked about', async () => {
    const asked = openQuestions();
    const drafts = store();
    void drafts.load();
    await asked[0]?.answer(view(1));
    drafts.change('hall.name.zh', '');
    drafts.discard();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked).toHaveLength(1);
  });

  it('what the hub had before does not come back over what it has now', async () => {
    const asked = openQuestions();
    const drafts = store();
    void drafts.load();
    void drafts.load();
    await asked[1]?.answer(view(2));
    await asked[0]?.answer(view(1));
    expect(drafts.view?.revision).toBe(2);
    expect(drafts.baseRevision).toBe(2);
  });
});

describe('a clerk’s console', () => {
  const wish: Wish = { key: 'call', command: 'call', args: { counter: '1' } };

  function console() {
    const { promise, resolve } = Promise.withResolvers<CommandAnswer>();
    const acts = new ActsController(host, {
      view: () => ({ counter: '1' }) as ConsoleView,
      live: () => true,
      nowMs: () => 0,
      badge: () => '1001',
      hub: () => ({ command: () => promise }) as unknown as HubClient,
    });
    const answered = async (): Promise<void> => {
      resolve({ ok: true, revision: 1, result: null });
      await settled();
    };
    return { acts, answered };
  }

  it('an answer closes the dialogue that asked', async () => {
    const { acts, answered } = console();
    acts.open({ kind: 'park' });
    void acts.send(wish);
    await answered();
    expect(acts.opened).toBeNull();
  });

  it('but not one that was opened meanwhile', async () => {
    const { acts, answered } = console();
    void acts.send(wish);
    acts.open({ kind: 'named', row: {} as NextView });
    await answered();
    expect(acts.opened?.kind).toBe('named');
  });
});
