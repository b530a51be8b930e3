import { relative } from 'node:path';
import type { RunningHub } from './start-hub.ts';
import { greetingWords as words } from './start-words.ts';

/** The one block that a start prints: where everything is, for somebody who sees it first. */
export function greeting({ hall, url, journalPlace, head, clockNote }: RunningHub): string {
  const { config } = hall.dispatch.state();
  if (config === null) return '';
  const { name, timezone } = config.hall;
  const counter = config.counters[0]?.id ?? '1';
  const pages: readonly (readonly [keyof typeof words.pages, string])[] = [
    ['start', '/'],
    ['kiosk', '/kiosk'],
    ['lobby', '/display'],
    ['window', `/display/window/${counter}`],
    ['door', '/display/door'],
    ['counter', '/counter'],
    ['docs', '/api/docs'],
  ];
  const title = [
    words.product,
    `${name.zh} ${name.en}`,
    ...(config.training ? [words.training] : []),
  ];
  return [
    '',
    title.join(' · '),
    '',
    ...pages.map(([page, path]) => line(words.pages[page], `${url}${path}`)),
    line(words.journal, `${shown(journalPlace)} · ${head.seq} · ${head.hash.slice(0, 16)}`),
    line(
      words.time,
      [localTime(hall.clock.now(), timezone), ...clockWords(hall, clockNote)].join(' · '),
    ),
    ...signIns(hall),
    '',
    words.stop,
    '',
  ].join('\n');
}

function clockWords(hall: RunningHub['hall'], note: RunningHub['clockNote']): string[] {
  const speed = hall.clock.speed();
  const pace = speed === 0 ? words.standsStill : `×${speed}`;
  return [...(note === null ? [] : [words.clock[note]]), ...(speed === 1 ? [] : [pace])];
}

/** Pins are shown in a training hall only. */
function signIns(hall: RunningHub['hall']): string[] {
  const { config } = hall.dispatch.state();
  if (config?.training !== true) return [];
  const pins = hall.vault.pins.training();
  const people = config.staff.map(({ badge, name, role }) => {
    const pin = pins.get(badge) ?? '----';
    return `    ${badge.padEnd(8)}${pin.padEnd(10)}${name}  ${words.duty[role]}`;
  });
  return ['', `  ${words.signIns}`, ...people];
}

function line(label: string, value: string): string {
  return `  ${label}${' '.repeat(Math.max(1, 22 - width(label)))}${value}`;
}

/** Columns on a terminal: a Chinese character takes two. */
function width(text: string): number {
  return text.length + (text.match(/[\u2e80-\uffff]/g)?.length ?? 0);
}

function localTime(atMs: number, timezone: string): string {
  const local = new Intl.DateTimeFormat('sv-SE', {
    timeZone: timezone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return `${local.format(atMs)} (${timezone})`;
}

function shown(path: string): string {
  const near = relative(process.cwd(), path);
  return near.startsWith('..') || path.includes('://') ? withoutPassword(path) : `./${near}`;
}

function withoutPassword(address: string): string {
  return address.replace(/^(\w+:\/\/[^:/@]*):[^@]*@/, '$1:…@');
}
