import { defineLocale } from '#ui/locale/index.ts';

/** Words of the settings' frame: parts, change bar, leaving. Each part has a table of its own. */
export const words = defineLocale({
  zh: {
    title: '设置',
    navigation: '设置的各部分',
    'group-hall': '营业厅',
    'group-calling': '取号与叫号',
    'group-people': '人员与设备',
    'group-faces': '公告与文字',
    'group-record': '记录',
    'part-hall': '基本信息',
    changed: '已改',
    wrong: '有误',
    loading: '正在打开',
    away: '服务主机暂时连不上，连上后这里自己打开。',
    again: '再试一次',
    'no-part': '没有这一部分设置',
    'changes-none': '没有改动',
    'changes-count': '{count} 处改动',
    'problems-count': '{count} 处要改正',
    discard: '放弃改动',
    review: '查看并保存',
    required: '必填',
    zh: '中文',
    en: 'English',
    none: '不设',
    default: '默认：{value}',
  },
  en: {
    title: 'Settings',
    navigation: 'Parts of the settings',
    'group-hall': 'Hall',
    'group-calling': 'Tickets and calls',
    'group-people': 'People and devices',
    'group-faces': 'Notices and texts',
    'group-record': 'Record',
    'part-hall': 'The hall',
    changed: 'changed',
    wrong: 'needs mending',
    loading: 'Opening',
    away: 'The hub is away for the moment; this opens when it is back.',
    again: 'Try again',
    'no-part': 'There is no such part of the settings',
    'changes-none': 'Nothing changed',
    'changes-count': ({ count }) => `${count} ${count === 1 ? 'change' : 'changes'}`,
    'problems-count': ({ count }) =>
      `${count} ${count === 1 ? 'place needs' : 'places need'} mending`,
    discard: 'Discard changes',
    review: 'Review and save',
    required: 'needed',
    zh: '中文',
    en: 'English',
    none: 'none',
    default: 'Default: {value}',
  },
});

type Key = Parameters<typeof words.t>[0];
/** Keys of the parts' names. */
export type PartLabel = Extract<Key, `part-${string}`>;
export type PartGroup = 'hall' | 'calling' | 'people' | 'faces' | 'record';
