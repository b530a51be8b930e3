import type { Problem } from '#protocol/problem.ts';
import type { HallHead, KioskView, RedirectView, SignView } from '#protocol/views.ts';

/** Invented data for the gallery: one hall on one morning. */
export const timezone = 'Asia/Shanghai';
export const nowMs = Date.parse('2026-03-02T02:24:00Z');

export const hall: HallHead = {
  id: 'tongtai',
  name: { zh: '通泰街营业厅', en: 'Tongtai Street Hall' },
  state: 'open',
  timezone,
  languages: ['zh', 'en'],
  hotline: '10050',
  opensAt: '2026-03-02T00:30:00Z',
  closesAt: '2026-03-02T10:30:00Z',
  nextOpensAt: '2026-03-03T00:30:00Z',
  training: true,
  intakeClosedReason: null,
};

export const ways: readonly RedirectView[] = [
  { counter: '2', place: { zh: '往左 6 米', en: '6 m to the left' }, waiting: 0 },
  { counter: '5', place: { zh: '往右 3 米', en: '3 m to the right' }, waiting: 1 },
];

const until = '2026-03-02T02:40:00Z';
export const signs: readonly SignView[] = [
  {
    kind: 'paused',
    reason: '换纸',
    until: null,
    redirectTo: ways,
    text: {
      zh: '这个窗口先停一停，请到 2 号或 5 号。让您多走几步，对不起。',
      en: 'This counter is pausing. Please use 2 or 5. Sorry for the extra steps.',
    },
  },
  {
    kind: 'absent',
    reason: '取文件',
    until,
    redirectTo: ways,
    text: {
      zh: '我临时离开一下，10:40 前回来。让您多等了，对不起。',
      en: 'I have to step away and will be back by 10:40. I am sorry to keep you.',
    },
  },
  {
    kind: 'handover',
    reason: '换班',
    until: null,
    redirectTo: ways.slice(0, 1),
    text: {
      zh: '正在换班，大约 3 分钟。急的话请到 2 号。',
      en: 'We are changing over, about 3 minutes. In a hurry? Counter 2 can help.',
    },
  },
];

export const classes: KioskView['classes'] = [
  {
    id: 'ordinary',
    name: { zh: '普通', en: 'Ordinary' },
    needsCustomer: false,
    isDefault: true,
  },
  {
    id: 'special',
    name: { zh: '爱心优先', en: 'Priority' },
    needsCustomer: false,
    isDefault: false,
  },
  { id: 'vip', name: { zh: '贵宾', en: 'VIP' }, needsCustomer: true, isDefault: false },
];

export function refusal(speaking: 'zh' | 'en'): Problem {
  const zh = speaking === 'zh';
  return {
    type: 'https://example.invalid/refused',
    status: 409,
    code: 'refused',
    title: zh ? '有顾客在等，不暂停、不离岗' : 'No pausing while customers wait',
    detail: zh
      ? '现在还不能停：有 10 位能在您这儿办。'
      : 'Not yet: 10 people waiting can be served here.',
    rule: 'no-pause-while-waiting',
    by: { counter: '3', number: 'A028', count: 10 },
    waysOut: [
      { command: 'absence', label: zh ? '有急事，必须离开' : 'I have to leave' },
      { command: 'call', label: zh ? '叫下一位' : 'Call the next' },
      { command: 'override', label: zh ? '请主管放行' : 'Ask a supervisor to let it pass' },
    ],
    overridable: true,
  };
}
