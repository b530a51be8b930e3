import type { HallConfig, Policy } from '#core/hall-config.ts';
import { testConfig, testPolicy } from '#test/support/hall-config.ts';

/** The hall of the contract's example, whole: three classes, three services, four counters. */
export function tongtai(
  policy: Partial<Policy> = {},
  change: Partial<HallConfig> = {},
): HallConfig {
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
    ...testConfig,
    hall: {
      ...testConfig.hall,
      id: 'tongtai',
      name: { zh: '通泰街营业厅', en: 'Tongtai Street Hall' },
    },
    training: false,
    hours: {
      ...testConfig.hours,
      exceptions: [
        { date: '2026-03-05', hours: { from: '09:00', to: '16:00' }, reason: 'inventory' },
        { date: '2026-03-20', hours: null, reason: 'works' },
      ],
    },
    classes: testConfig.classes.map((each) => ({ ...each, needsCustomer: each.id === 'vip' })),
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
    policy: { ...testPolicy, recallGapSeconds: 5, ...policy },
    ...change,
  };
}
