import { readFileSync } from 'node:fs';
import { readHallFile, type HallFileProblem } from '#server/hall-file/read-hall-file.ts';
import type { HallConfig } from '#core/hall-config.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url));

export const sampleText = read('server/hall-file/sample-hall.yaml').toString('utf8');
export const sampleCustomers: Uint8Array = read('server/hall-file/sample-customers.csv');

/** A small hall file in order; parts are replaced to break it. */
const parts = {
  hall: '{ id: north, name: { zh: 北厅, en: North Hall }, timezone: Asia/Shanghai }',
  hours: `
  weekly: { mon: "08:30-18:30", tue: "08:30-18:30", wed: "08:30-18:30", thu: "08:30-18:30", fri: "08:30-18:30", sat: "08:30-18:30", sun: "08:30-18:30" }`,
  classes: `
  - { id: ordinary, rank: 0, name: { zh: 普通, en: Ordinary } }
  - { id: vip, rank: 2, name: { zh: 贵宾, en: VIP }, prefix: V }`,
  services: `
  - { id: payment, name: { zh: 缴费, en: Payments }, prefix: A }
  - { id: enquiry, name: { zh: 咨询, en: Enquiries }, prefix: B }`,
  counters: `
  - { id: "1", services: [payment, enquiry] }
  - { id: "2", services: ["*"], prefers: [vip] }`,
  staff: `
  - { badge: "1001", name: 李敏, role: clerk, pin: "4821" }
  - { badge: "9001", name: 王芳, role: supervisor, pin: "7350" }`,
};

type Part =
  keyof typeof parts | 'discipline' | 'policy' | 'notices' | 'customers' | 'voice' | 'ticket';

export function smallHall(own: Partial<Record<Part, string | null>> = {}): string {
  return Object.entries({ ...parts, ...own })
    .filter(([, text]) => text !== null)
    .map(([key, text]) => `${key}: ${text}\n`)
    .join('');
}

/** The configuration; fails the test with the problems when there are any. */
export function configOf(text: string): HallConfig {
  const result = readHallFile(text);
  if (!result.ok) throw new Error(lines(result.problems).join('\n'));
  return result.config;
}

export function problemsOf(text: string): readonly HallFileProblem[] {
  const result = readHallFile(text);
  return result.ok ? [] : result.problems;
}

/** `line:column path` of each problem, then its English words. */
export function lines(problems: readonly HallFileProblem[]): string[] {
  return problems.map(
    ({ line, column, path, message }) => `${line}:${column} ${path}: ${message.en}`,
  );
}

/** Paths and English words of what is wrong with a small hall of which parts are replaced. */
export function wrongWith(own: Parameters<typeof smallHall>[0]): string[] {
  return problemsOf(smallHall(own)).map(({ path, message }) => `${path}: ${message.en}`);
}
