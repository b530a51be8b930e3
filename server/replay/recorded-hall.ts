import type { RecordedRow, RecordedSession } from './recorded-day.ts';

/** Prefix letters that are not read as digits (no I, O or Q). */
const prefixes = 'ABCDEFGHJKLMNPRSTUVWXYZ';
const slotS = 600;
const daySeconds = 86_400;

/**
 * A hall file in which a recorded day can happen: its services, classes and counters, each counter
 * with the services it was recorded to serve. It keeps hours of its own and lets clerks sign off
 * when the record says so; after closing `serve-everyone-queued` holds as everywhere.
 */
export function recordedHallFile(
  rows: readonly RecordedRow[],
  sessions: readonly RecordedSession[],
): { readonly yaml: string; readonly opensS: number; readonly closesS: number } {
  const services = [...new Set(rows.map((row) => row.service))].sort();
  const servers = [...new Set(sessions.map((session) => session.server))];
  const arrivals = rows.map((row) => row.arrivalS);
  const opensS = Math.floor(Math.min(...arrivals) / slotS) * slotS;
  const closesS = Math.min(Math.ceil((Math.max(...arrivals) + 1) / slotS) * slotS, daySeconds);
  const skills = (server: string): readonly string[] => {
    const own = new Set(rows.filter((row) => row.server === server).map((row) => row.service));
    return own.size === 0 ? services : [...own].sort();
  };
  const covered = new Set(servers.flatMap(skills));
  const orphaned = services.filter((service) => !covered.has(service));
  const day = `"${clock(opensS)}-${clock(closesS)}"`;
  const weekly = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((each) => `${each}: ${day}`);
  const yaml = [
    'hall:',
    '  id: recorded',
    '  name: { zh: 录下来的一天, en: A recorded day }',
    '  timezone: UTC',
    '  languages: [zh, en]',
    'hours:',
    `  weekly: { ${weekly.join(', ')} }`,
    '  closingNoticeMinutes: 15',
    'classes:',
    '  - { id: ordinary, rank: 0, name: { zh: 普通, en: Ordinary } }',
    '  - { id: prio, rank: 1, name: { zh: 优先, en: Priority } }',
    'services:',
    ...services.flatMap((service, index) => [
      `  - id: ${quoted(idOf(service))}`,
      `    name: { zh: ${quoted(service)}, en: ${quoted(service)} }`,
      `    prefix: ${prefixes[index] ?? 'A'}`,
      '    promiseMinutes: 10',
      '    expectedMinutes: 3',
    ]),
    'counters:',
    ...servers.map((_, index) => {
      const own = skills(servers[index] ?? '');
      // What nobody was recorded to serve that day, everybody serves.
      const all = [...new Set([...own, ...orphaned])].map((service) => quoted(idOf(service)));
      return `  - { id: ${quoted(String(index + 1))}, services: [${all.join(', ')}] }`;
    }),
    'staff:',
    ...servers.map((_, index) => {
      const { badge, pin } = clerkAt(index);
      return `  - { badge: "${badge}", name: 职员, role: clerk, pin: "${pin}" }`;
    }),
    '  - { badge: "9001", name: 主管, role: supervisor, pin: "735001" }',
    'discipline: { kind: strict }',
    'policy:',
    '  routinePause: strict',
    '  signOff: "off"',
    '  openEveryDay: "off"',
    '  noShow: { minCalls: 1, minSeconds: 0, rejoinAfter: 3 }',
    '',
  ].join('\n');
  return { yaml, opensS, closesS };
}

export function clerkAt(index: number): { readonly badge: string; readonly pin: string } {
  const badge = String(1001 + index);
  return { badge, pin: `${badge}77` };
}

export function idOf(service: string): string {
  return service.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}

function clock(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  const part = (value: number): string => String(value).padStart(2, '0');
  return `${part(Math.floor(minutes / 60))}:${part(minutes % 60)}`;
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
