import { describe, expect, it } from 'vitest';
import { buildView } from '#projections/views.ts';
import type { OutlookView } from '#protocol/supervisor-view.ts';
import { openHall, type Hall } from './given.ts';

const counter4 = { zh: '开 4 号窗口', en: 'Open counter 4' };
const help = (kept: number): OutlookView['help'][number] => ({
  id: 'open-counter:4',
  kind: 'open-counter',
  counter: '4',
  kept,
  minutes: 12,
  services: ['payment'],
  title: counter4,
  detail: { zh: '王芳现在空着。', en: '王芳 is free.' },
  act: null,
});
const outlook = (change: Partial<OutlookView>): OutlookView => ({
  asOf: '2026-03-02T00:30:00.000Z',
  brokenCount: 0,
  willBreakCount: 0,
  atRisk: [],
  help: [],
  ...change,
});

function wallOf(hall: Hall, change: Parameters<Hall['sources']>[0] = {}) {
  const view = buildView('wall', {}, hall.sources(change));
  if (view === null) throw new Error('no wall');
  return view;
}

describe('the wall', () => {
  it('[privacy] names nobody and holds no id of a ticket or a device', () => {
    const hall = openHall();
    hall.run('open', { counter: '1' }, '1001');
    const tickets = Array.from({ length: 6 }, () => hall.take('payment'));
    hall.run('call', { counter: '1' }, '1001');
    hall.run('start', { counter: '1' }, '1001');
    hall.run('open', { counter: '2' }, '1002');
    hall.run('pause', { counter: '2', kind: 'absence', reason: '急事', minutes: 5 }, '1002');
    hall.pass(1_500);
    const view = wallOf(hall, { outlook: outlook({ brokenCount: 5, help: [help(3)] }) });
    const told = JSON.stringify(view);
    expect(view.alerts.map(({ kind }) => kind)).toContain('promise-broken');
    for (const { id } of tickets) expect(told).not.toContain(id);
    for (const { name } of hall.state.config?.staff ?? []) {
      expect(told).not.toContain(name);
    }
    for (const alert of view.alerts) expect(Object.keys(alert)).toEqual(['kind', 'title']);
  });

  it('tells who is and who will be late apart, and not that all is well where nobody can say', () => {
    const hall = openHall();
    expect(wallOf(hall).risk).toBeNull();
    const late = outlook({ brokenCount: 2, willBreakCount: 7 });
    expect(wallOf(hall, { outlook: late }).risk).toEqual({ broken: 2, willBreak: 7 });
  });

  it('names what helps only where it keeps a promise', () => {
    const hall = openHall();
    expect(wallOf(hall, { outlook: outlook({ help: [help(0)] }) }).help).toBeNull();
    const kept = wallOf(hall, { outlook: outlook({ help: [help(0), help(4)] }) }).help;
    expect(kept).toEqual({ title: counter4, kept: 4 });
  });
});
