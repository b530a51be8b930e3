import { describe, expect, it } from 'vitest';
import { nextStep } from '#counter/console/next-step.ts';
import { consoleView, keys, ready, refused } from './console-samples.ts';

describe('the wide key', () => {
  it('calls when somebody waits, and rests when nobody does', () => {
    expect(nextStep(consoleView({ state: 'idle', canCall: true }), '1001')).toEqual({
      act: 'call',
      lit: true,
    });
    expect(nextStep(consoleView({ state: 'idle', canCall: false }), '1001')).toEqual({
      act: 'call',
      lit: false,
    });
  });

  it('starts after a call, even when a no-show could be marked: time never moves it', () => {
    const view = consoleView({ state: 'calling', keys: keys({ 'no-show': ready, start: ready }) });
    expect(nextStep(view, '1001')).toEqual({ act: 'start', lit: true });
  });

  it('finishes a service and resumes a pause or an absence', () => {
    expect(nextStep(consoleView({ state: 'serving' }), '1001').act).toBe('finish');
    expect(nextStep(consoleView({ state: 'paused' }), '1001')).toEqual({
      act: 'resume',
      lit: true,
    });
    expect(nextStep(consoleView({ state: 'absent' }), '1001').act).toBe('resume');
  });

  it('[serve-everyone-queued] signs off only after numbers stopped and nobody is left', () => {
    const done = consoleView({
      state: 'idle',
      canCall: false,
      waitingCount: 0,
      hallState: 'serving-out',
      keys: keys({ close: ready }),
    });
    expect(nextStep(done, '1001')).toEqual({ act: 'close', lit: true });
    expect(nextStep({ ...done, waitingCount: 2 }, '1001').act).toBe('call');
    expect(nextStep({ ...done, hall: { ...done.hall, state: 'open' } }, '1001').act).toBe('call');
    const kept = { ...done, keys: keys({ close: refused('serve-everyone-queued') }) };
    expect(nextStep(kept, '1001').act).toBe('call');
  });

  it('[stay-until-relieved] in a handover the step is the incoming clerk’s', () => {
    const from = { badge: '1001', name: 'A', photo: null };
    const to = { badge: '1004', name: 'B', photo: null };
    const waiting = consoleView({
      state: 'handover',
      handover: { from, to, relieved: false, sinceSeconds: 10, draft: null },
    });
    expect(nextStep(waiting, '1001')).toEqual({ act: 'handover-sheet', lit: false });
    expect(nextStep(waiting, '1004')).toEqual({ act: 'handover-sheet', lit: true });
    const relieved = consoleView({
      state: 'handover',
      handover: { from, to, relieved: true, sinceSeconds: 10, draft: null },
    });
    expect(nextStep(relieved, '1004')).toEqual({ act: 'complete-handover', lit: true });
  });

  it('takes the seat of a counter that nobody holds', () => {
    expect(nextStep(consoleView({ state: 'closed' }), '1001')).toEqual({ act: 'open', lit: true });
  });
});
