import type { InTheWay } from '#core/refusals.ts';
import {
  counterStates,
  ticketStates,
  type CounterState,
  type Text,
  type TicketState,
} from '#core/vocabulary.ts';
import { text } from './text.ts';

/** Words for `not-possible-now`: the act asked for, in the state that stands in its way. */

/** The states as staff say them; `calling` is public as `请前往`, so pages have words of their own. */
export const counterStateWords: Readonly<Record<CounterState, Text>> = {
  closed: text('未开放', 'not open'),
  idle: text('空闲', 'free'),
  calling: text('呼叫中', 'calling'),
  serving: text('办理中', 'serving'),
  paused: text('暂停服务', 'paused'),
  absent: text('暂时离开', 'away'),
  handover: text('交接中', 'changing over'),
};

export const ticketStateWords: Readonly<Record<TicketState, Text>> = {
  waiting: text('在等', 'waiting'),
  called: text('已叫到', 'called'),
  serving: text('办理中', 'being served'),
  parked: text('等材料', 'waiting for papers'),
  missed: text('没来', 'missed'),
  done: text('办好了', 'done'),
  cancelled: text('已取消', 'cancelled'),
};

const nobodyCalled = text('还没叫号', 'Nobody called');
const alreadyHere = text('人已到', 'Already here');
const startFirst = text('先点开始', 'Start first');
const finishFirst = text('先办完这位', 'Finish first');
const resumeFirst = text('先恢复', 'Resume first');
const changingOver = text('正在交接', 'Changing over');
const notOpen = text('还没开窗', 'Not open');
const intakeOver = text('取号已结束', 'Intake over');
const noHandover = text('没有在交接', 'No handover');
const handoverActs: readonly (string | null)[] = [
  'relieve-handover',
  'complete-handover',
  'cancel-handover',
];

/** At most six characters, three words. */
export function notPossibleShort(command: string | null, by: InTheWay): Text {
  const { state } = by;
  if (isOfIntake(command, by)) return intakeOver;
  if (state === 'handover-queued') return text('交接已排上', 'Queued already');
  if (isOfCounter(by, state)) return shortAtCounter(command, state);
  if (isTicketState(state)) return shortOfTicket(state);
  if (state === 'not-moved') return text('没有可撤的', 'Nothing to undo');
  if (state !== undefined && isOfPaper(state)) return paperWords[state].short;
  return text('稍等再按', 'Not yet');
}

/** What stands in the way of a printed ticket. */
const paperWords = {
  'no-printer': {
    short: text('没有打印机', 'No printer'),
    detail: text(
      '现在没有连着的打印机，请先看一下设备。',
      'No printer is attached now; please look at the devices first.',
    ),
  },
  'not-yours': {
    short: text('不归它管', 'Not its own'),
    detail: text('这张票不由这台设备打印。', 'This ticket is another device’s to print.'),
  },
  'print-asked': {
    short: text('正在排队打印', 'Queued already'),
    detail: text(
      '这张票已经在等打印，马上出票。',
      'This ticket already waits for the printer; it comes by itself.',
    ),
  },
  'print-sending': {
    short: text('正在打印', 'Printing now'),
    detail: text('这张票正在打印，请稍等。', 'This ticket is being printed; one moment.'),
  },
  'print-sent': {
    short: text('正在打印', 'Printing now'),
    detail: text('这张票正在打印，请稍等。', 'This ticket is being printed; one moment.'),
  },
  'print-printed': {
    short: text('已经打好', 'Printed already'),
    detail: text('这张票已经打出来了。', 'This ticket has been printed.'),
  },
  'print-uncertain': {
    short: text('先看一眼票', 'Look first'),
    detail: text(
      '不确定这张票打没打出来，请先看一下打印机。',
      'Nobody knows whether this ticket came out; please look at the printer first.',
    ),
  },
  'print-refused': {
    short: text('没打出来', 'Not printed'),
    detail: text(
      '打印机没有收下这张票，可以补打。',
      'The printer took none of this ticket; it can be printed again.',
    ),
  },
  'print-dropped': {
    short: text('不用打了', 'Not needed'),
    detail: text('这张票已经不用打印了。', 'This ticket needs no paper any more.'),
  },
} as const;

function isOfPaper(state: string): state is keyof typeof paperWords {
  return Object.hasOwn(paperWords, state);
}

function shortAtCounter(command: string | null, state: CounterState): Text {
  if (handoverActs.includes(command)) return noHandover;
  switch (state) {
    case 'closed':
      return command === 'close' ? text('已经下班', 'Already closed') : notOpen;
    case 'handover':
      return changingOver;
    case 'paused':
    case 'absent':
      if (command === 'pause') return text('已经停了', 'Already paused');
      return resumeFirst;
    case 'idle':
      return command === 'resume' ? text('正开着', 'Already open') : nobodyCalled;
    case 'calling':
      switch (command) {
        case 'call':
          return text('正在叫号', 'Already calling');
        case 'finish':
        case 'park':
          return startFirst;
        case 'resume':
          return text('正开着', 'Already open');
        default:
          return text('先接待这位', 'Customer first');
      }
    case 'serving':
      switch (command) {
        case 'recall':
        case 'no-show':
          return alreadyHere;
        case 'start':
          return text('已开始', 'Started');
        case 'resume':
          return text('正开着', 'Already open');
        default:
          return finishFirst;
      }
  }
}

function shortOfTicket(state: TicketState): Text {
  switch (state) {
    case 'waiting':
      return text('还在等', 'Still waiting');
    case 'called':
      return text('已叫到', 'Called already');
    case 'serving':
      return text('正在办', 'Being served');
    case 'parked':
      return text('在等材料', 'Awaiting papers');
    case 'missed':
      return text('没来', 'Missed');
    case 'done':
      return text('已办好', 'Already done');
    case 'cancelled':
      return text('已取消', 'Already cancelled');
  }
}

/** The same as a sentence, naming the counter or the ticket where known. */
export function notPossibleDetail(command: string | null, by: InTheWay): Text {
  const { state } = by;
  if (isOfIntake(command, by)) {
    return text(
      '现在不是取号时间，不用再停或再开。',
      'No numbers are given at this hour; there is nothing to stop or to open.',
    );
  }
  if (state === 'handover-queued') {
    return text(
      '这个窗口的交接已经排上。要换接班人，先取消再排。',
      'A handover is queued here already. For another relief, cancel it first.',
    );
  }
  if (isOfCounter(by, state)) return detailAtCounter(command, state, by);
  if (isTicketState(state)) return detailOfTicket(state, by);
  if (state === 'not-moved') {
    return text(
      `${by.number ?? '这个号'} 后来又有变动，请重新调一次。`,
      `More has happened to ${by.number ?? 'this number'} since; please move it once more instead.`,
    );
  }
  if (state !== undefined && isOfPaper(state)) return paperWords[state].detail;
  return text('现在还不到这一步，请稍等再按。', 'Not at this step yet; please try again shortly.');
}

function detailAtCounter(command: string | null, state: CounterState, by: InTheWay): Text {
  const here = by.counter === undefined ? '这个窗口' : `${by.counter} 号窗口`;
  const there = by.counter === undefined ? 'This counter' : `Counter ${by.counter}`;
  if (handoverActs.includes(command)) {
    return text(`${here}没有在交接。`, `No handover is under way at ${there.toLowerCase()}.`);
  }
  switch (state) {
    case 'closed':
      return text(
        `${here}还没开。先坐上窗口再办。`,
        `${there} is not open yet. Take the seat first.`,
      );
    case 'handover':
      return text(
        `${here}正在交接，签完字就接着来。`,
        `${there} is changing over; once signed, it goes on.`,
      );
    case 'paused':
    case 'absent':
      return text(
        `${here}${state === 'paused' ? '停着' : '暂时离开'}。先恢复，再接着办。`,
        `${there} is ${state === 'paused' ? 'paused' : 'away'}. Resume first, then go on.`,
      );
    case 'idle':
      return command === 'resume'
        ? text(`${here}正开着。`, `${there} is open already.`)
        : text(
            `${here}还没叫号。先叫下一位。`,
            `${there} has called nobody yet. Call the next first.`,
          );
    case 'calling':
      return command === 'finish' || command === 'park'
        ? text(
            '这位还没开始办。人到了，先点开始。',
            'Service has not begun. When the customer is here, start first.',
          )
        : text(
            `${here}正在叫号，先接待这一位。`,
            `${there} is calling a customer; receive them first.`,
          );
    case 'serving':
      return command === 'recall' || command === 'no-show' || command === 'start'
        ? text('这位已经在办了。', 'This customer is already being served.')
        : text(
            `${here}正在办理。先办完这一位。`,
            `${there} is serving. Finish with this customer first.`,
          );
  }
}

function detailOfTicket(state: TicketState, by: InTheWay): Text {
  const zh = by.number ?? '这个号';
  const en = by.number ?? 'This number';
  switch (state) {
    case 'waiting':
      return text(`${zh} 还在等，叫到时再办。`, `${en} is still waiting for its turn.`);
    case 'called':
      return text(
        `${zh} 已经叫到，请到窗口。`,
        `${en} has been called; please come to the counter.`,
      );
    case 'serving':
      return text(`${zh} 正在窗口办理。`, `${en} is being served now.`);
    case 'parked':
      return text(
        `${zh} 在等材料，带来就接着办。`,
        `${en} waits for papers; bring them and we go on.`,
      );
    case 'missed':
      return text(`${zh} 叫过没到，号还留着。`, `${en} was called and missed; the number is kept.`);
    case 'done':
      return text(`${zh} 已经办好了。`, `${en} is done already.`);
    case 'cancelled':
      return text(
        `${zh} 已经取消了，可以重新取号。`,
        `${en} was cancelled; you may take a new number.`,
      );
  }
}

/** The state of the hall stands in the way: `closed` is that of a counter otherwise. */
function isOfIntake(command: string | null, by: InTheWay): boolean {
  return command === 'set-intake' && (by.counter ?? by.number) === undefined;
}

/** `serving` is a state of counters and of tickets: what is named says whose it is. */
function isOfCounter(by: InTheWay, state: string | undefined): state is CounterState {
  const ofTicket = by.counter === undefined && (by.ticket ?? by.number) !== undefined;
  return !ofTicket && counterStates.some((each) => each === state);
}

function isTicketState(state: string | undefined): state is TicketState {
  return ticketStates.some((each) => each === state);
}
