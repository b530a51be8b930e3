import type { HallConfig, Policy } from '#core/hall-config.ts';

const daily = { from: '08:30', to: '18:30' };

export const testPolicy: Policy = {
  routinePause: 'strict',
  signOff: 'strict',
  handover: 'covered',
  noShow: { minCalls: 2, minSeconds: 60, rejoinAfter: 3 },
  recallMax: 5,
  recallGapSeconds: 3,
  startOnCall: false,
  maxOpenTicketsPerPerson: 1,
  handoverMaxMinutes: 10,
  transferPlace: 'keep',
  ratingMinutes: 5,
  openEveryDay: 'strict',
};

/** A small hall for tests: two services, three classes, three counters, five people. */
export const testConfig: HallConfig = {
  hall: {
    id: 'test',
    name: { zh: '试验厅', en: 'Test Hall' },
    timezone: 'Asia/Shanghai',
    hotline: '10050',
    languages: ['zh', 'en'],
  },
  training: true,
  hours: {
    weekly: { mon: daily, tue: daily, wed: daily, thu: daily, fri: daily, sat: daily, sun: daily },
    exceptions: [],
    closingNoticeMinutes: 15,
  },
  classes: [
    klass('ordinary', 0, { zh: '普通', en: 'Ordinary' }, null),
    klass('special', 1, { zh: '爱心', en: 'Priority seating' }, null),
    klass('vip', 2, { zh: '贵宾', en: 'VIP' }, 'V'),
  ],
  services: [
    service('payment', 'A', { zh: '缴费', en: 'Payments' }),
    service('enquiry', 'B', { zh: '咨询', en: 'Enquiries' }),
  ],
  counters: [
    { id: '1', services: ['payment'], prefers: [], backup: null, place: null },
    { id: '2', services: ['*'], prefers: [], backup: null, place: null },
    { id: '3', services: ['enquiry'], prefers: [], backup: null, place: null },
  ],
  staff: [
    person('1001', '李敏', 'clerk'),
    person('1002', '周倩', 'clerk'),
    person('1003', '孙伟', 'clerk'),
    person('1004', '陈刚', 'clerk'),
    person('9001', '王芳', 'supervisor'),
  ],
  discipline: { kind: 'strict' },
  guards: { maxConsecutivePriority: null, maxWaitMinutes: {} },
  policy: testPolicy,
  notices: [],
};

function klass(
  id: string,
  rank: number,
  name: { zh: string; en: string },
  prefix: string | null,
): HallConfig['classes'][number] {
  return { id, rank, name, prefix, promiseMinutes: null, needsCustomer: false };
}

function service(
  id: string,
  prefix: string,
  name: { zh: string; en: string },
): HallConfig['services'][number] {
  return {
    id,
    name,
    short: name,
    prefix,
    promiseMinutes: 10,
    expectedMinutes: 3,
    quotaPerDay: null,
    papers: [],
    icon: null,
  };
}

function person(
  badge: string,
  name: string,
  role: 'clerk' | 'supervisor',
): HallConfig['staff'][number] {
  return { badge, name, role, photo: null, mayCallOutOfOrder: true };
}
