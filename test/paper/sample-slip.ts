import type { PaperJob, Slip } from '#server/paper/slip.ts';

export const sampleSlip: Slip = {
  hall: { zh: '通泰街营业厅', en: 'Tongtai Street Hall' },
  hotline: '10050',
  timezone: 'Asia/Shanghai',
  languages: ['zh', 'en'],
  language: 'zh',
  number: 'A028',
  service: { zh: '缴费', en: 'Payments' },
  className: { zh: '普通', en: 'Ordinary' },
  isDefaultClass: true,
  ahead: 3,
  estimate: { p50Seconds: 330, p90Seconds: 590 },
  issuedAt: '2026-03-02T02:24:00.000Z',
  address: 'http://192.168.1.20:8080/t/5qvRz2F0aSDk3_8xYtQwEr',
  papers: [{ zh: '客户号或电话号码', en: 'Account or phone number' }],
  notices: [],
  isCopy: false,
  isTraining: false,
};

export function sampleJob(own: Partial<Slip> = {}, id = 'job-1'): PaperJob {
  return { id, slip: { ...sampleSlip, ...own }, template: null };
}
