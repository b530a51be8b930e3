import type { AttachedKind, AttachedState, Text } from '#core/vocabulary.ts';
import { text } from './text.ts';

/** What of the hall's equipment fails, in words: for the screens and for the supervisor. */

export interface FaultFacts {
  readonly kind: AttachedKind;
  readonly state: AttachedState;
  readonly counter: string | null;
}

const things: Readonly<Record<AttachedKind, Text>> = {
  printer: text('取号机的打印机', 'The ticket printer'),
  board: text('叫号屏', 'The display board'),
  pad: text('评价器', 'The rating pad'),
  reader: text('读卡扫码器', 'The card and code reader'),
};

/** The facility, with its counter where it stands at one. */
export function facility({ kind, counter }: Omit<FaultFacts, 'state'>): Text {
  const thing = things[kind];
  if (counter === null) return thing;
  return text(`${counter} 号窗口的${plain(kind).zh}`, `${plain(kind).en} at counter ${counter}`);
}

function plain(kind: AttachedKind): Text {
  switch (kind) {
    case 'printer':
      return text('打印机', 'The printer');
    case 'board':
      return text('叫号屏', 'The board');
    case 'pad':
      return text('评价器', 'The pad');
    case 'reader':
      return text('读卡扫码器', 'The reader');
  }
}

/** `fault-notice`: what is out of order, why, and when it is expected back. */
export function faultNotice(facts: FaultFacts, until: string): Text {
  const what = facility(facts);
  const why = publicReasons[facts.state];
  const instead = insteadOf(facts.kind);
  return text(
    `${what.zh}${why.zh}，预计 ${until} 前恢复。${instead.zh}`,
    `${what.en} ${why.en}. We expect it back by ${until}. ${instead.en}`,
  );
}

const publicReasons: Readonly<Record<AttachedState, Text>> = {
  ready: text('刚刚恢复', 'has just come back'),
  'paper-low': text('快没纸了', 'is low on paper'),
  'paper-out': text('没纸了，正在换纸', 'is out of paper; we are changing the roll'),
  'cover-open': text('正在打开检修', 'is open for service'),
  offline: text('暂时不能用，正在检修', 'is out of order; we are looking at it'),
  uncertain: text('暂时不能用，正在检修', 'is out of order; we are looking at it'),
};

function insteadOf(kind: AttachedKind): Text {
  switch (kind) {
    case 'printer':
      return text(
        '取号照常，请拍下屏幕上的号码或扫码。',
        'Numbers are still given: please photograph the screen or scan the code.',
      );
    case 'board':
      return text(
        '请看大屏、听叫号。',
        'Please watch the large screen and listen for your number.',
      );
    case 'reader':
      return text('请在屏幕上选择，或找工作人员。', 'Please use the screen, or ask our staff.');
    case 'pad':
      return text('感谢您的理解。', 'Thank you for your patience.');
  }
}

/** For staff: the state in two or three words. */
export const attachedStateWords: Readonly<Record<AttachedState, Text>> = {
  ready: text('正常', 'ready'),
  'paper-low': text('纸快用完', 'paper low'),
  'paper-out': text('缺纸', 'out of paper'),
  'cover-open': text('盖子开着', 'cover open'),
  offline: text('没有连上', 'not connected'),
  uncertain: text('状态不明', 'state unknown'),
};

/** For staff: what to do about it. */
export const attachedStateHelp: Readonly<Record<AttachedState, Text>> = {
  ready: text('一切正常。', 'All is well.'),
  'paper-low': text('请准备好纸卷。', 'Please have a new roll at hand.'),
  'paper-out': text(
    '请装纸。装好后自己接着打，一张不漏。',
    'Please put paper in; printing goes on by itself and misses none.',
  ),
  'cover-open': text(
    '请合上盖子，打印会自己接上。',
    'Please close the cover; it goes on by itself.',
  ),
  offline: text('请看电源和连线，连上就自己恢复。', 'Please look at power and cable.'),
  uncertain: text('设备不应答，请看一眼。', 'It does not answer; please have a look.'),
};
