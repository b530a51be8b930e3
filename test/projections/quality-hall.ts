import { clerk, type hallDay } from '#test/support/hall-day.ts';

type Hall = ReturnType<typeof hallDay>;

/** A hall that asks for its meeting. */
export const meeting = { meeting: true, items: {} };
export const record = {
  equipment: 'fine',
  hardCases: 'none',
  staffChanges: 'none',
  followUps: [],
  note: null,
};

/** A customer of counter 1, from the number to the end of service. */
export function served(hall: Hall, waitSeconds: number, serviceSeconds: number) {
  const ticket = hall.issue('payment');
  hall.later(waitSeconds).do('call', { counter: '1' }, clerk('1001'));
  hall.do('start', { counter: '1' }, clerk('1001'));
  hall.later(serviceSeconds).do('finish', { counter: '1' }, clerk('1001'));
  return ticket;
}
