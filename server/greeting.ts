import { relative } from 'node:path';
import type { RunningHub } from './start-hub.ts';

/** The one block that a start prints: where everything is, for somebody who sees it first. */
export function greeting({ hall, url, journalPlace, head, clockNote }: RunningHub): string {
  const { config } = hall.dispatch.state();
  if (config === null) return '';
  const { name, timezone } = config.hall;
  const counter = config.counters[0]?.id ?? '1';
  const pages: readonly (readonly [string, string])[] = [
    ['起始页 Start', '/'],
    ['取号机 Kiosk', '/kiosk'],
    ['大厅屏 Lobby', '/display'],
    ['窗口屏 Window', `/display/window/${counter}`],
    ['门口屏 Door', '/display/door'],
    ['柜员与主管 Counter', '/counter'],
    ['接口 API', '/api/docs'],
  ];
  const training = config.training ? ' · 培训厅 Training hall' : '';
  return [
    '',
    `排号 Paihao · ${name.zh} ${name.en}${training}`,
    '',
    ...pages.map(([label, path]) => line(label, `${url}${path}`)),
    line('日志 Journal', `${shown(journalPlace)} · ${head.seq} · ${head.hash.slice(0, 16)}`),
    line('时间 Time', `${localTime(hall.clock.now(), timezone)}${clockWords(hall, clockNote)}`),
    ...signIns(hall),
    '',
    '停止 To stop: Ctrl-C',
    '',
  ].join('\n');
}

function clockWords(hall: RunningHub['hall'], note: RunningHub['clockNote']): string {
  const speed = hall.clock.speed();
  const words = {
    asked: ' · 指定的时钟 as asked',
    resumed: ' · 接着上次 goes on from the last record',
    'sample-morning':
      ' · 此刻不在营业时间，演练从早上开始 outside hours now: the training day begins in the morning',
  };
  const pace = speed === 1 ? '' : speed === 0 ? ' · 静止 stands still' : ` · ×${speed}`;
  return `${note === null ? '' : words[note]}${pace}`;
}

/** Pins are shown in a training hall only. */
function signIns(hall: RunningHub['hall']): string[] {
  const { config } = hall.dispatch.state();
  if (config?.training !== true) return [];
  const pins = hall.vault.pins.training();
  const people = config.staff.map(({ badge, name, role }) => {
    const pin = pins.get(badge) ?? '----';
    const duty = role === 'supervisor' ? '主管 supervisor' : '柜员 clerk';
    return `    ${badge.padEnd(8)}${pin.padEnd(10)}${name}  ${duty}`;
  });
  return ['', '  登录 Sign-ins (工号 badge, 密码 pin)', ...people];
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
