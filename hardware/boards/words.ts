import type { CounterState, Language } from '#core/vocabulary.ts';
import type { BoardSign } from './face.ts';

/**
 * What boards say, longest first: a board shows the first phrase that it has room for, so that no
 * phrase has to be cut. Each list ends in one that fits four squares.
 */
export interface BoardWords {
  readonly please: (counter: string) => readonly string[];
  readonly serving: readonly string[];
  readonly counter: (counter: string) => readonly string[];
  readonly welcome: readonly string[];
  readonly sign: Readonly<Record<BoardSign['kind'], readonly string[]>>;
  /** @param counters at least one */
  readonly ways: (counters: readonly string[]) => readonly string[];
  readonly until: (time: string) => readonly string[];
  readonly both: (way: string, until: string) => string;
  /** Under a sign that leads nowhere. */
  readonly pleaseWait: readonly string[];
}

const zh: BoardWords = {
  please: (counter) => [`请到 ${counter} 号窗口`, `请到${counter}号窗口`, `请到${counter}号`],
  serving: ['正在办理', '办理中'],
  counter: (counter) => [`${counter} 号窗口`, `${counter}号窗口`, `${counter}号`],
  welcome: ['欢迎光临', '您好'],
  sign: {
    paused: ['暂停服务', '暂停'],
    absent: ['临时离开', '稍候'],
    handover: ['正在换班', '换班'],
    closed: ['暂未开放', '未开'],
    unknown: ['请看大屏', '看大屏'],
  },
  ways: (counters) => {
    const [first = ''] = counters;
    const two = counters.slice(0, 2).join('、');
    return [
      `请到 ${two} 号窗口`,
      `请到${two}号窗口`,
      `请到${two}号`,
      `请到${first}号`,
      `到${first}号`,
    ];
  },
  until: (time) => [`${time} 恢复`, `至 ${time}`, time],
  both: (way, until) => `${way} ${until}`,
  pleaseWait: ['请您稍等', '请稍等'],
};

const en: BoardWords = {
  please: (counter) => [`Please, counter ${counter}`, `Counter ${counter}`, `To ${counter}`],
  serving: ['Being served', 'Served', 'now'],
  counter: (counter) => [`Counter ${counter}`, `No. ${counter}`, counter],
  welcome: ['Welcome', 'Hi'],
  sign: {
    paused: ['Counter paused', 'Paused', 'stop'],
    absent: ['Back in a moment', 'Back soon', 'soon'],
    handover: ['Changing over', 'Changing', 'soon'],
    closed: ['Counter closed', 'Closed', 'shut'],
    unknown: ['See the main screen', 'See screen', 'ask'],
  },
  ways: (counters) => {
    const [first = ''] = counters;
    const two = counters.slice(0, 2).join(' or ');
    return [`Please use ${two}`, `Use counter ${two}`, `Use ${two}`, `Use ${first}`, `> ${first}`];
  },
  until: (time) => [`Open again ${time}`, `Until ${time}`, time],
  both: (way, until) => `${way} - ${until}`,
  pleaseWait: ['Sorry to keep you', 'Sorry', 'wait'],
};

export const boardWords: Readonly<Record<Language, BoardWords>> = { zh, en };

/** What a digit board shows where it has no number; nothing stands for a free counter. */
export const digitSigns: Readonly<Record<CounterState, string>> = {
  idle: '',
  calling: '',
  serving: '',
  closed: '-',
  paused: '-',
  absent: '-',
  handover: '-',
};
