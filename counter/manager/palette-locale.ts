import { defineLocale } from '#ui/locale/index.ts';

/** Words of the way by keyboard to everything on the desk. */
export const words = defineLocale({
  zh: {
    title: '去哪里、做什么',
    short: '快捷键',
    'search-label': '页面、窗口号、票号或要做的事',
    'search-example': '比如：公告、3、A028',
    none: '没有找到“{asked}”。可以写页面名、窗口号或票号。',
    hint: '上下键选，回车去；Esc 关上。大厅页上单按字母也行。',
    'do-notice': '发公告',
    'do-intake': '停止或恢复取号',
    'do-find': '找一个号',
    'do-wall': '墙上看板（只看，不能按）',
    'do-undo': '撤销刚才做的',
    'do-keys': '看这张表',
    'to-counter': '看 {counter} 号窗口',
    'to-ticket': '找 {number}',
  },
  en: {
    title: 'Where to, what to do',
    short: 'Keys',
    'search-label': 'A page, a counter, a ticket number or an act',
    'search-example': 'e.g. notice, 3, A028',
    none: 'Nothing found for “{asked}”. Try a page, a counter or a ticket number.',
    hint: 'Up and down to choose, Enter to go, Esc to close. On the board the letters work alone.',
    'do-notice': 'Post a notice',
    'do-intake': 'Stop or resume giving numbers',
    'do-find': 'Find a ticket',
    'do-wall': 'Wall screen (to look at only)',
    'do-undo': 'Undo what was just done',
    'do-keys': 'Show this list',
    'to-counter': 'See counter {counter}',
    'to-ticket': 'Find {number}',
  },
});
