import type { Estimate, Language } from '#core/vocabulary.ts';
import { waitRange } from '#protocol/wait-range.ts';

/** What the house itself says on a ticket; the rest are the hall's own texts. */
export interface PaperWords {
  readonly ahead: string;
  readonly people: (count: number) => string;
  readonly youAreNext: string;
  readonly estimate: string;
  readonly wait: (estimate: Estimate) => string;
  readonly notKnown: string;
  readonly className: string;
  readonly how: (number: string) => string;
  readonly papers: string;
  readonly code: string;
  readonly hotline: string;
  readonly taken: (time: string) => string;
  readonly copy: string;
  readonly training: string;
}

const zh: PaperWords = {
  ahead: '前面还有',
  people: (count) => `${count} 人`,
  youAreNext: '马上轮到您',
  estimate: '大约要等',
  wait: (estimate) => {
    const range = waitRange(estimate);
    switch (range.kind) {
      case 'none':
        return '不用等';
      case 'within':
        return `${range.minutes} 分钟内`;
      case 'about':
        return `约 ${range.minutes} 分钟`;
      case 'between':
        return `${range.from}-${range.to} 分钟`;
      case 'over':
        return `${range.hours} 小时以上`;
    }
  },
  notKnown: '暂无法估计',
  className: '排队身份',
  how: (number) => `叫到 ${number} 时，大厅屏幕会亮起来。`,
  papers: '请准备好：',
  code: '扫一扫，手机看进度',
  hotline: '服务热线',
  taken: (time) => `取号时间 ${time}`,
  copy: '补打：还是同一个号，先后不变',
  training: '训练用票',
};

const en: PaperWords = {
  ahead: 'Before you',
  people: (count) => (count === 1 ? '1 person' : `${count} people`),
  youAreNext: 'You are next',
  estimate: 'Likely wait',
  wait: (estimate) => {
    const range = waitRange(estimate);
    switch (range.kind) {
      case 'none':
        return 'No wait';
      case 'within':
        return `under ${range.minutes} min`;
      case 'about':
        return `about ${range.minutes} min`;
      case 'between':
        return `${range.from}-${range.to} min`;
      case 'over':
        return `over ${range.hours} h`;
    }
  },
  notKnown: 'no estimate yet',
  className: 'In line as',
  how: (number) => `The lobby screen lights up when ${number} is called.`,
  papers: 'Please have ready:',
  code: 'Scan to follow your turn',
  hotline: 'Hotline',
  taken: (time) => `Taken ${time}`,
  copy: 'Reprint: the same number, the same place',
  training: 'Training ticket',
};

export const paperWords: Readonly<Record<Language, PaperWords>> = { zh, en };
