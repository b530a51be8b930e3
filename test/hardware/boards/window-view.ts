import type { WindowView } from '#protocol/views.ts';

/** The view of counter 3 with what a test is about. */
export function windowOf(part: Partial<WindowView>): WindowView {
  return {
    now: '2026-03-02T02:00:00.000Z',
    clockSpeed: 1,
    hall: {
      id: 'tongtai',
      name: { zh: '通泰街营业厅', en: 'Tongtai Street Hall' },
      state: 'open',
      timezone: 'Asia/Shanghai',
      languages: ['zh', 'en'],
      hotline: null,
      opensAt: '08:30',
      closesAt: '18:30',
      nextOpensAt: null,
      training: false,
      intakeClosedReason: null,
    },
    counter: '3',
    place: null,
    state: 'idle',
    number: null,
    ticket: null,
    clerk: null,
    sign: null,
    redirectTo: [],
    rating: null,
    lastCallNo: 0,
    ...part,
  };
}
