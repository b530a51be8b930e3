import type { HallHead, KioskView, TicketPageView } from '#protocol/views.ts';

/** A kiosk's view and a ticket for tests of the pages; `change` what the test is about. */

export const hall: HallHead = {
  id: 'test',
  name: { zh: '试验厅', en: 'Test Hall' },
  state: 'open',
  timezone: 'Asia/Shanghai',
  languages: ['zh', 'en'],
  hotline: '10050',
  opensAt: '2026-03-02T00:30:00.000Z',
  closesAt: '2026-03-02T10:30:00.000Z',
  nextOpensAt: null,
  training: false,
  intakeClosedReason: null,
};

type Service = KioskView['services'][number];

export function service(id: string, change: Partial<Service> = {}): Service {
  return {
    id,
    name: { zh: id, en: id },
    short: { zh: id, en: id },
    icon: null,
    waiting: 0,
    estimate: null,
    available: true,
    reason: null,
    papers: [],
    counters: [],
    ...change,
  };
}

export const quotaReached: Partial<Service> = {
  available: false,
  reason: {
    rule: 'quota-reached',
    text: { zh: '今天的号取完了。', en: 'Today’s numbers are gone.' },
    until: '2026-03-03T00:30:00.000Z',
  },
};

export const kioskView: KioskView = {
  now: '2026-03-02T02:24:00.000Z',
  clockSpeed: 1,
  hall,
  services: [
    service('payment', { waiting: 6, estimate: { p50Seconds: 480, p90Seconds: 840 } }),
    service('broadband', { waiting: 12, estimate: { p50Seconds: 1500, p90Seconds: 2400 } }),
    service('enquiry', { waiting: 2 }),
    service('terminal', quotaReached),
  ],
  classes: [
    klass('ordinary', { isDefault: true }),
    klass('special', {}),
    klass('vip', { needsCustomer: true }),
  ],
  printers: [],
  unprinted: [],
  languages: ['zh', 'en'],
  notices: [],
};

export const ticket: TicketPageView = {
  now: '2026-03-02T02:24:00.000Z',
  clockSpeed: 1,
  hall,
  notices: [],
  place: null,
  counters: ['1', '2', '5', '6'],
  papers: [],
  lastCallNo: 0,
  can: { cancel: true, rejoin: false, rate: false },
  id: '1-0123456789abcdef0123456789abcdef',
  number: 'A028',
  service: 'payment',
  class: 'ordinary',
  state: 'waiting',
  queuedAt: '2026-03-02T02:20:00.000Z',
  ahead: 3,
  estimate: null,
  explained: { ahead: 3, counters: 4, minutesEach: 3 },
  risen: null,
  counter: null,
  calls: 0,
  url: '/t/1-0123456789abcdef0123456789abcdef',
  serviceName: { zh: '缴费', en: 'Payments' },
  className: { zh: '普通', en: 'Ordinary' },
  language: 'zh',
  calledAt: null,
  startedAt: null,
  finishedAt: null,
  waitedSeconds: 240,
  missing: [],
  rating: null,
  ratingUntil: null,
  print: null,
};

function klass(
  id: string,
  change: Partial<KioskView['classes'][number]>,
): KioskView['classes'][number] {
  return { id, name: { zh: id, en: id }, needsCustomer: false, isDefault: false, ...change };
}
