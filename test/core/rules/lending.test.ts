import { describe, expect, it } from 'vitest';
import { clerk, hallDay, replay } from '#test/support/hall-day.ts';
import { refusedBy } from '#test/support/hall-told.ts';

const servicesAt = (hall: ReturnType<typeof hallDay>, counter: string) =>
  hall.state.config?.counters.find(({ id }) => id === counter)?.services;

describe('a counter lent to other services', () => {
  it('[disperse-the-crowd] calls what it is lent to, for the rest of the day only', () => {
    const hall = hallDay().at('08:20').open('3', '1003').at('09:00');
    const ticket = hall.issue('payment');
    hall.do('call', { counter: '3' }, clerk('1003'));
    expect(hall.ticket(ticket.id).state).toBe('waiting');
    const services = ['enquiry', 'payment', 'payment'];
    const [event] = hall.do('set-counter-services', { counter: '3', services });
    expect(event).toMatchObject({
      type: 'CounterServicesSet',
      data: { counter: '3', services: ['enquiry', 'payment'], lent: true },
    });
    expect(hall.state.ownServices).toEqual({ '3': ['enquiry'] });
    hall.do('call', { counter: '3' }, clerk('1003'));
    expect(hall.ticket(ticket.id)).toMatchObject({ state: 'called', counter: '3' });
    expect(replay(hall.history)).toEqual(hall.state);
    hall.do('start', { counter: '3' }, clerk('1003'));
    hall.do('finish', { counter: '3' }, clerk('1003'));
    hall.at('08:00', '2026-03-03');
    expect(hall.state.day).toBe('2026-03-03');
    expect(servicesAt(hall, '3')).toEqual(['enquiry']);
    expect(hall.state.ownServices).toEqual({});
  });

  it('is given back by null, and by the same services in another order or as a star', () => {
    const hall = hallDay().at('09:00');
    const set = (counter: string, services: readonly string[] | null) =>
      hall.do('set-counter-services', { counter, services });
    expect(set('2', ['enquiry', 'payment'])).toEqual([]);
    expect(set('2', ['payment'])).toHaveLength(1);
    expect(set('2', ['payment'])).toEqual([]);
    expect(set('2', ['enquiry'])[0]).toMatchObject({ data: { lent: true } });
    expect(hall.state.ownServices).toEqual({ '2': ['*'] });
    expect(set('2', null)[0]).toMatchObject({ data: { services: ['*'], lent: false } });
    expect(hall.state.ownServices).toEqual({});
    set('2', ['payment']);
    expect(set('2', ['payment', 'enquiry'])[0]).toMatchObject({
      data: { services: ['*'], lent: false },
    });
    expect(set('2', null)).toEqual([]);
  });

  it('keeps each lent counter apart, and a new configuration ends all lending', () => {
    const hall = hallDay().at('09:00');
    hall.do('set-counter-services', { counter: '1', services: ['enquiry'] });
    hall.do('set-counter-services', { counter: '3', services: ['payment'] });
    hall.do('set-counter-services', { counter: '1', services: null });
    expect(hall.state.ownServices).toEqual({ '3': ['enquiry'] });
    expect(servicesAt(hall, '1')).toEqual(['payment']);
    expect(servicesAt(hall, '3')).toEqual(['payment']);
    const { config } = hall.state;
    if (config === null) throw new Error('configured');
    hall.do('configure', { config, why: 'test' });
    expect(hall.state.ownServices).toEqual({});
  });

  it('[right-counter] leaves nobody waiting without a counter that receives customers', () => {
    const hall = hallDay().at('08:20').open('1', '1001').at('09:00');
    hall.issue('payment');
    hall.issue('payment', 'special');
    hall.issue('enquiry');
    const only = { counter: '1', services: ['enquiry'] };
    const refusal = { kind: 'refused', ...refusedBy('right-counter', { counter: '1', count: 2 }) };
    expect(hall.refused('set-counter-services', only)).toEqual(refusal);
    // Another that could, but has not opened, or is paused.
    hall.open('2', '1002');
    hall.do('pause', { counter: '2', kind: 'absence', reason: 'x' }, clerk('1002'));
    expect(hall.refused('set-counter-services', only)).toEqual(refusal);
    hall.do('resume', { counter: '2' }, clerk('1002'));
    expect(hall.do('set-counter-services', only)).toHaveLength(1);
  });

  it('asks nothing of a counter that is closed, or for those kept for it', () => {
    const hall = hallDay().at('08:20').open('1', '1001').at('09:00');
    const ticket = hall.issue('payment');
    expect(hall.do('set-counter-services', { counter: '2', services: ['enquiry'] })).toHaveLength(
      1,
    );
    hall.do('move-ticket', { ticket: ticket.id, counter: '1', reason: 'x' });
    hall.do('set-counter-services', { counter: '1', services: ['enquiry'] });
    hall.do('call', { counter: '1' }, clerk('1001'));
    expect(hall.ticket(ticket.id).state).toBe('called');
  });

  it('[right-counter] keeps the last counter that could, even while it is closed', () => {
    const place = { prefers: [], backup: null, place: null };
    const counters = [
      { ...place, id: '1', services: ['payment', 'enquiry'] },
      { ...place, id: '2', services: ['enquiry'] },
    ];
    const hall = hallDay({ counters }).at('08:20').open('2', '1002').at('09:00');
    hall.issue('payment');
    const only = { counter: '1', services: ['enquiry'] };
    expect(hall.refused('set-counter-services', only)).toMatchObject({
      rule: 'right-counter',
      by: { counter: '1', count: 1 },
    });
    hall.do('set-counter-services', { counter: '2', services: ['enquiry', 'payment'] });
    expect(hall.do('set-counter-services', only)).toHaveLength(1);
  });

  it('knows its counters and services', () => {
    const hall = hallDay().at('09:00');
    expect(hall.ask('set-counter-services', { counter: '9', services: null })).toEqual({
      kind: 'unknown',
      what: 'counter',
      id: '9',
    });
    expect(hall.ask('set-counter-services', { counter: '1', services: ['payment', 'x'] })).toEqual({
      kind: 'unknown',
      what: 'service',
      id: 'x',
    });
  });
});
