import type { Text } from '#core/vocabulary.ts';

/** What a start says on the terminal: to whoever sees the hub first, in both languages at once. */
export const greetingWords = {
  product: '排号 Paihao',
  training: '培训厅 Training hall',
  pages: {
    start: '起始页 Start',
    kiosk: '取号机 Kiosk',
    lobby: '大厅屏 Lobby',
    window: '窗口屏 Window',
    door: '门口屏 Door',
    counter: '柜员与主管 Counter',
    docs: '接口 API',
  },
  journal: '日志 Journal',
  time: '时间 Time',
  clock: {
    asked: '指定的时钟 as asked',
    resumed: '接着上次 goes on from the last record',
    'sample-morning':
      '此刻不在营业时间，演练从早上开始 outside hours now: the training day begins in the morning',
  },
  standsStill: '静止 stands still',
  signIns: '登录 Sign-ins (工号 badge, 密码 pin)',
  duty: { clerk: '柜员 clerk', supervisor: '主管 supervisor' },
  stop: '停止 To stop: Ctrl-C',
} as const;

export function logoUnfit(widthDotsMax: number): Text {
  return {
    zh: `小票的图标要 PNG 文件，宽不超过 ${widthDotsMax} 点，高不超过 400 点`,
    en: `a ticket’s logo is a PNG file of at most ${widthDotsMax} by 400 dots`,
  };
}

export function unreadable(code: string): Text {
  return { zh: `读不了这个文件（${code}）`, en: `cannot be read (${code})` };
}

export const journalHint: Text = {
  zh: '原有的数据没有动过。查验：npm run journal -- verify',
  en: 'Nothing was changed. To check it: npm run journal -- verify',
};
