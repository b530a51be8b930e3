import type { Text } from '#core/vocabulary.ts';
import { attachedStateHelp, attachedStateWords, facility, type FaultFacts } from './faults.ts';
import {
  handedIn,
  handInRefused,
  type HandedInAlert,
  type HandInRefusedAlert,
} from './hand-ins.ts';
import { answersOverdue, meetingMissing, type AnswersOverdueAlert } from './record-alerts.ts';
import { countersEither, numbersListed, people, sentences, spokenSeconds, text } from './text.ts';

/** What needs a supervisor; the kinds are those of AlertView. */
export type Alert =
  | {
      readonly kind: 'promise-broken';
      readonly numbers: readonly string[];
      readonly serviceName: Text;
      readonly overSeconds: number;
      /** Counters that could serve it and receive now. */
      readonly able: readonly string[];
      /** Counters that could serve it and are paused or away. */
      readonly resting: readonly string[];
    }
  | {
      readonly kind: 'promise-near';
      readonly numbers: readonly string[];
      readonly serviceName: Text;
      readonly leftSeconds: number;
      readonly resting: readonly string[];
    }
  | {
      readonly kind: 'open-a-counter';
      readonly serviceName: Text;
      readonly waitSeconds: number;
      readonly promiseMinutes: number;
      readonly closed: readonly string[];
      readonly resting: readonly string[];
    }
  | {
      readonly kind: 'nobody-serves';
      readonly serviceName: Text;
      readonly count: number;
      readonly able: readonly string[];
    }
  | {
      readonly kind: 'absence-long' | 'pause-long';
      readonly counter: string;
      readonly clerk: string | null;
      readonly minutes: number;
      readonly until: string | null;
      readonly reason: string;
    }
  | {
      readonly kind: 'handover-long';
      readonly counter: string;
      readonly minutes: number;
      readonly from: string;
      readonly to: string;
    }
  | {
      readonly kind: 'service-long';
      readonly counter: string;
      readonly number: string;
      readonly minutes: number;
      readonly expectedMinutes: number;
    }
  | {
      readonly kind: 'vip-arrival';
      readonly number: string;
      readonly className: Text;
      readonly serviceName: Text;
      readonly able: readonly string[];
    }
  | { readonly kind: 'device-pending'; readonly name: string; readonly code: string }
  | { readonly kind: 'device-offline'; readonly name: string; readonly since: string | null }
  | {
      readonly kind: 'attached-fault' | 'paper-low';
      readonly name: string;
      readonly facts: FaultFacts;
      readonly since: string;
      /** Tickets that wait for this printer. */
      readonly waiting: number;
    }
  | {
      readonly kind: 'print-uncertain';
      readonly number: string;
      readonly state: 'uncertain' | 'refused';
      readonly printer: string;
    }
  | HandedInAlert
  | HandInRefusedAlert
  | AnswersOverdueAlert
  | { readonly kind: 'meeting-missing' }
  | { readonly kind: 'sound-blocked'; readonly name: string }
  | { readonly kind: 'seat-open-after-closing'; readonly counter: string; readonly clerk: string }
  | { readonly kind: 'clock'; readonly behindSeconds: number }
  | { readonly kind: 'storage' };

export interface AlertWords {
  /** The fact. */
  readonly title: Text;
  /** Why, and what would help. */
  readonly detail: Text;
}

export function alertWords(alert: Alert): AlertWords {
  switch (alert.kind) {
    case 'promise-broken':
      return promiseBroken(alert);
    case 'promise-near':
      return promiseNear(alert);
    case 'open-a-counter':
      return openACounter(alert);
    case 'nobody-serves':
      return nobodyServes(alert);
    case 'absence-long':
    case 'pause-long':
      return awayLong(alert);
    case 'handover-long':
      return {
        title: text(
          `${alert.counter} 号交接了 ${String(alert.minutes)} 分钟`,
          `Counter ${alert.counter} has been changing over for ${String(alert.minutes)} min`,
        ),
        detail: text(
          `${alert.from}交给${alert.to}，还没签完。`,
          `${alert.from} to ${alert.to}, not signed yet.`,
        ),
      };
    case 'service-long':
      return {
        title: text(
          `${alert.counter} 号 ${alert.number} 办了 ${String(alert.minutes)} 分钟`,
          `${alert.number} at counter ${alert.counter}: ${String(alert.minutes)} min so far`,
        ),
        detail: text(
          `平常约 ${String(alert.expectedMinutes)} 分钟。问一声要不要帮忙。`,
          `About ${String(alert.expectedMinutes)} min as a rule. Ask whether a hand is needed.`,
        ),
      };
    case 'vip-arrival':
      return {
        title: text(
          `${alert.number} 到了，${alert.className.zh}`,
          `${alert.number} has arrived, ${alert.className.en}`,
        ),
        detail: sentences(
          text(`要办${alert.serviceName.zh}。`, `For ${alert.serviceName.en}.`),
          alert.able.length === 0
            ? text('现在没有窗口能接。', 'No counter can receive them now.')
            : waysText(alert.able, '能接。', 'can receive them.'),
        ),
      };
    case 'device-pending':
      return {
        title: text(`${alert.name}等您认可`, `${alert.name} waits for your approval`),
        detail: text(
          `屏幕上显示 ${alert.code}，对得上再认可。`,
          `Its screen shows ${alert.code}; approve it when the two match.`,
        ),
      };
    case 'device-offline':
      return {
        title: text(`${alert.name}没有连上`, `${alert.name} is not connected`),
        detail:
          alert.since === null
            ? text('请看一下电源和网线。', 'Please look at power and network.')
            : text(
                `${alert.since} 断开。请看一下电源和网线。`,
                `Since ${alert.since}. Please look at power and network.`,
              ),
      };
    case 'attached-fault':
    case 'paper-low':
      return attachedFault(alert);
    case 'print-uncertain':
      return printUncertain(alert);
    case 'handed-in':
      return handedIn(alert);
    case 'answers-overdue':
      return answersOverdue(alert);
    case 'meeting-missing':
      return meetingMissing();
    case 'hand-in-refused':
      return handInRefused(alert);
    case 'sound-blocked':
      return {
        title: text(`${alert.name}没开声音`, `${alert.name} has no sound`),
        detail: text('到屏幕前点一下，声音就开了。', 'A touch on the screen turns it on.'),
      };
    case 'seat-open-after-closing':
      return {
        title: text(`${alert.counter} 号还没下班`, `Counter ${alert.counter} is still signed on`),
        detail: text(
          `今天已经结束，${alert.clerk}还坐着 ${alert.counter} 号。`,
          `The day is over and ${alert.clerk} still holds counter ${alert.counter}.`,
        ),
      };
    case 'clock':
      return {
        title: text('时钟走慢了', 'The clock is behind'),
        detail: text(
          `慢了 ${spokenSeconds(alert.behindSeconds).zh}，赶上之前先停记。`,
          `By ${spokenSeconds(alert.behindSeconds).en}; nothing is recorded until it catches up.`,
        ),
      };
    case 'storage':
      return {
        title: text('现在记不下来', 'Nothing can be recorded now'),
        detail: text(
          '存储写不进去。请看磁盘，好了会自己接上。',
          'The storage does not accept writes. Please look at the disk; it goes on by itself.',
        ),
      };
  }
}

function attachedFault(
  alert: Extract<Alert, { kind: 'attached-fault' | 'paper-low' }>,
): AlertWords {
  const { state } = alert.facts;
  const what = facility(alert.facts);
  const now = attachedStateWords[state];
  return {
    title: text(`${what.zh}${now.zh}`, `${what.en}: ${now.en}`),
    detail: sentences(
      text(`${alert.name}，${alert.since} 起。`, `${alert.name}, since ${alert.since}.`),
      attachedStateHelp[state],
      alert.waiting === 0
        ? null
        : text(
            `有 ${String(alert.waiting)} 张票等着打。`,
            `${String(alert.waiting)} tickets wait for it.`,
          ),
    ),
  };
}

function printUncertain({ number, state, printer }: Extract<Alert, { kind: 'print-uncertain' }>) {
  return state === 'uncertain'
    ? {
        title: text(`${number} 的票不知打出来没有`, `${number}: did its ticket come out?`),
        detail: text(
          `${printer} 没有回话。请看一眼打印机，再选。`,
          `${printer} did not answer. Please look at the printer, then choose.`,
        ),
      }
    : {
        title: text(`${number} 的票没打出来`, `${number}: its ticket was not printed`),
        detail: text(
          `${printer} 几次都没有收下，可以补打。`,
          `${printer} took none of it several times; it can be printed again.`,
        ),
      };
}

function promiseBroken(alert: Extract<Alert, { kind: 'promise-broken' }>): AlertWords {
  const over = spokenSeconds(alert.overSeconds);
  const [first = ''] = alert.numbers;
  const more = alert.numbers.length;
  return {
    title:
      more === 1
        ? text(
            `${first} ${alert.serviceName.zh}已超承诺 ${over.zh}`,
            `${first}, ${alert.serviceName.en}: ${over.en} past the promise`,
          )
        : text(
            `${alert.serviceName.zh}有 ${String(more)} 位已超承诺`,
            `${alert.serviceName.en}: ${String(more)} past the promise`,
          ),
    detail: sentences(
      more === 1
        ? null
        : text(`最久的 ${first} 超了 ${over.zh}。`, `${first} the longest, by ${over.en}.`),
      restingText(alert.resting),
      alert.able.length === 0
        ? text('现在没有窗口能接。', 'No open counter can take it now.')
        : waysText(alert.able, '能接。', 'can take it.'),
    ),
  };
}

function promiseNear(alert: Extract<Alert, { kind: 'promise-near' }>): AlertWords {
  const left = spokenSeconds(alert.leftSeconds);
  const listed = numbersListed(alert.numbers);
  return {
    title: text(
      `${alert.serviceName.zh}有 ${String(alert.numbers.length)} 位快到承诺`,
      `${alert.serviceName.en}: ${String(alert.numbers.length)} near the promise`,
    ),
    detail: sentences(
      text(`${listed.zh}，最早 ${left.zh}后到。`, `${listed.en}; the first in ${left.en}.`),
      restingText(alert.resting),
    ),
  };
}

function openACounter(alert: Extract<Alert, { kind: 'open-a-counter' }>): AlertWords {
  const minutes = String(Math.round(alert.waitSeconds / 60));
  const ways = countersEither(alert.closed);
  return {
    title: text(
      `${alert.serviceName.zh}要等约 ${minutes} 分钟，超过承诺`,
      `${alert.serviceName.en}: about ${minutes} min, past the promise`,
    ),
    detail: sentences(
      text(
        `承诺 ${String(alert.promiseMinutes)} 分钟。`,
        `The promise is ${String(alert.promiseMinutes)} min.`,
      ),
      restingText(alert.resting),
      alert.closed.length === 0
        ? null
        : text(
            `${ways.zh}窗口能办，现在没开。`,
            `Counter ${ways.en} could serve it and is not open.`,
          ),
    ),
  };
}

function nobodyServes(alert: Extract<Alert, { kind: 'nobody-serves' }>): AlertWords {
  const ways = countersEither(alert.able);
  const waiting = String(alert.count);
  return {
    title: text(
      `${alert.serviceName.zh}有 ${waiting} 位在等，没有窗口在办`,
      `${alert.serviceName.en}: ${people(alert.count)} waiting, no counter serving`,
    ),
    detail:
      alert.able.length === 0
        ? text(
            '没有窗口排了这项业务。请先转到能办的业务。',
            'No counter has this service. Please move them to one that does.',
          )
        : text(`${ways.zh}能办，请开一个。`, `Counter ${ways.en} can serve it; please open one.`),
  };
}

function awayLong(alert: Extract<Alert, { kind: 'absence-long' | 'pause-long' }>): AlertWords {
  const minutes = String(alert.minutes);
  const away = alert.kind === 'absence-long';
  const who =
    alert.clerk === null
      ? null
      : text(`${alert.clerk}，${alert.reason}`, `${alert.clerk}, ${alert.reason}`);
  const until =
    alert.until === null
      ? text('没说几点回。', 'No return time given.')
      : text(`说好 ${alert.until} 回。`, `Due back at ${alert.until}.`);
  return {
    title: text(
      `${alert.counter} 号${away ? '离开' : '暂停'} ${minutes} 分钟`,
      `Counter ${alert.counter} ${away ? 'away' : 'paused'} for ${minutes} min`,
    ),
    detail: sentences(who === null ? null : text(`${who.zh}。`, `${who.en}.`), until),
  };
}

function restingText(resting: readonly string[]): Text | null {
  if (resting.length === 0) return null;
  const ways = countersEither(resting);
  return text(
    `能办的 ${ways.zh}停着。`,
    `Counter ${ways.en} could help and ${resting.length === 1 ? 'is' : 'are'} resting.`,
  );
}

function waysText(able: readonly string[], zh: string, en: string): Text {
  const ways = countersEither(able);
  return text(`${ways.zh}${zh}`, `Counter ${ways.en} ${en}`);
}

/** Labels of the acts that an alert offers. */
export const actLabels = {
  moveTo: (counter: string, number: string): Text =>
    text(`让 ${counter} 号先叫 ${number}`, `Have counter ${counter} call ${number}`),
  resume: (counter: string): Text =>
    text(`请 ${counter} 号恢复`, `Ask counter ${counter} to resume`),
  release: (counter: string): Text => text(`释放 ${counter} 号`, `Release counter ${counter}`),
  cancelHandover: (counter: string): Text =>
    text(`取消 ${counter} 号的交接`, `Cancel the handover at ${counter}`),
  printed: (number: string): Text => text(`${number} 已打出来`, `${number} was printed`),
  reprint: (number: string): Text => text(`补打 ${number}`, `Print ${number} again`),
  dropPaper: (number: string): Text => text(`${number} 不用打了`, `${number} needs no paper`),
  approve: (name: string): Text => text(`认可${name}`, `Approve ${name}`),
};
