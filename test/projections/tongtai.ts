import type { HallConfig, Policy } from '#core/hall-config.ts';

/** The hall of the contract's example, whole: three classes, three services, four counters. */
export function tongtai(
  policy: Partial<Policy> = {},
  change: Partial<HallConfig> = {},
): HallConfig {
  const daily = { from: '08:30', to: '18:30' };
  const service = (
    id: string,
    zh: string,
    en: string,
    prefix: string,
    expectedMinutes: number,
  ) => ({
    id,
    name: { zh, en },
    short: { zh, en },
    prefix,
    promiseMinutes: 10,
    expectedMinutes,
    quotaPerDay: null,
    papers: [{ zh: '客户号或电话号码', en: 'Account or phone number' }],
    icon: id,
  });
  const counter = (id: string, services: readonly string[], prefers: readonly string[] = []) => ({
    id,
    services,
    prefers,
    backup: null,
    place: { zh: `进门第 ${id} 个`, en: `number ${id} from the door` },
  });
  const clerk = (badge: string, name: string) => ({
    badge,
    name,
    role: 'clerk' as const,
    photo: null,
    mayCallOutOfOrder: false,
  });
  return {
    hall: {
      id: 'tongtai',
      name: { zh: '通泰街营业厅', en: 'Tongtai Street Hall' },
      timezone: 'Asia/Shanghai',
      hotline: '10050',
      languages: ['zh', 'en'],
    },
    training: false,
    hours: {
      weekly: {
        mon: daily,
        tue: daily,
        wed: daily,
        thu: daily,
        fri: daily,
        sat: daily,
        sun: daily,
      },
      exceptions: [
        { date: '2026-03-05', hours: { from: '09:00', to: '16:00' }, reason: 'inventory' },
        { date: '2026-03-20', hours: null, reason: 'works' },
      ],
      closingNoticeMinutes: 15,
    },
    classes: [
      {
        id: 'ordinary',
        rank: 0,
        name: { zh: '普通', en: 'Ordinary' },
        prefix: null,
        promiseMinutes: null,
        needsCustomer: false,
      },
      {
        id: 'special',
        rank: 1,
        name: { zh: '爱心', en: 'Priority' },
        prefix: null,
        promiseMinutes: null,
        needsCustomer: false,
      },
      {
        id: 'vip',
        rank: 2,
        name: { zh: '贵宾', en: 'VIP' },
        prefix: 'V',
        promiseMinutes: null,
        needsCustomer: true,
      },
    ],
    services: [
      service('payment', '缴费', 'Payments', 'A', 3),
      service('enquiry', '咨询', 'Enquiries', 'B', 4),
      service('broadband', '宽带', 'Broadband', 'C', 5),
    ],
    counters: [
      counter('1', ['payment', 'enquiry']),
      counter('2', ['*'], ['vip']),
      counter('3', ['payment']),
      counter('4', ['broadband']),
    ],
    staff: [
      clerk('1001', '李敏'),
      clerk('1002', '周倩'),
      clerk('1003', '孙伟'),
      clerk('1004', '陈刚'),
      clerk('1005', '何洁'),
      { badge: '9001', name: '王芳', role: 'supervisor', photo: null, mayCallOutOfOrder: true },
    ],
    discipline: { kind: 'strict' },
    guards: { maxConsecutivePriority: null, maxWaitMinutes: {} },
    policy: {
      routinePause: 'strict',
      signOff: 'strict',
      handover: 'covered',
      noShow: { minCalls: 2, minSeconds: 60, rejoinAfter: 3 },
      recallMax: 5,
      recallGapSeconds: 5,
      startOnCall: false,
      maxOpenTicketsPerPerson: 1,
      handoverMaxMinutes: 10,
      transferPlace: 'keep',
      ratingMinutes: 5,
      openEveryDay: 'strict',
      ...policy,
    },
    notices: [],
    ...change,
  };
}
