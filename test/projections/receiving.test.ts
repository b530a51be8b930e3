import { expect, it } from 'vitest';
import { openHall } from './given.ts';
import { see } from './see.ts';

it('the line leads to counters that receive, and to no other', () => {
  const hall = openHall();
  const ticket = hall.take('payment');
  const counters = () => ({
    kiosk: see(hall, 'kiosk').services.find(({ id }) => id === 'payment')?.counters,
    phone: see(hall, 'ticket', { ticket: ticket.id }).counters,
  });
  expect(counters()).toEqual({ kiosk: [], phone: [] });
  hall.run('open', { counter: '3' }, '1001');
  expect(counters()).toEqual({ kiosk: ['3'], phone: ['3'] });
  hall.run('call', { counter: '3' }, '1001');
  expect(counters().kiosk).toEqual(['3']);
  hall.run('start', { counter: '3' }, '1001');
  hall.run('finish', { counter: '3' }, '1001');
  hall.run('pause', { counter: '3', kind: 'routine', reason: 'count' }, '1001');
  expect(counters().kiosk).toEqual([]);
});

it('the phone says what to have at hand', () => {
  const hall = openHall();
  const ticket = hall.take('payment');
  const kiosk = see(hall, 'kiosk').services.find(({ id }) => id === 'payment');
  expect(see(hall, 'ticket', { ticket: ticket.id }).papers).toEqual(kiosk?.papers);
});
