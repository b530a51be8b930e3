import { defineLocale } from '#ui/locale/index.ts';

/** Words of the manager's desk: its sections and the way between them. */
export const words = defineLocale({
  zh: {
    navigation: '管理',
    'page-title': '{section} · {hall}',
    'section-board': '大厅',
    'section-reports': '报表',
    'section-estimates': '预估',
    'section-day-again': '回放',
    'section-what-if': '推演',
    'section-roster': '排班',
    'section-quality': '质量',
    'section-voice': '语音',
    'section-paper': '小票',
    'section-settings': '设置',
    more: '更多',
    less: '收起',
    loading: '正在打开',
    'load-failed': '这一页没有取到',
    'load-failed-help': '可能服务主机刚换了版本，或者网络断了。大厅照常运行。',
    'load-again': '再取一次',
    'no-section': '没有这一页',
    'no-section-help': '链接可能写错了，或者这个版本还没有它。',
    'to-board': '看大厅',
  },
  en: {
    navigation: 'Manager',
    'page-title': '{section} · {hall}',
    'section-board': 'Board',
    'section-reports': 'Reports',
    'section-estimates': 'Waits',
    'section-day-again': 'Day again',
    'section-what-if': 'What if',
    'section-roster': 'Roster',
    'section-quality': 'Quality',
    'section-voice': 'Voice',
    'section-paper': 'Ticket',
    'section-settings': 'Settings',
    more: 'More',
    less: 'Less',
    loading: 'Opening',
    'load-failed': 'This page could not be fetched',
    'load-failed-help':
      'The hub may have just been updated, or the network is down. The hall goes on as usual.',
    'load-again': 'Fetch again',
    'no-section': 'There is no such page',
    'no-section-help': 'The link may be mistyped, or this version does not have it yet.',
    'to-board': 'To the live board',
  },
});

/** Keys of the sections' names. */
export type SectionLabel = Extract<Parameters<typeof words.t>[0], `section-${string}`>;
