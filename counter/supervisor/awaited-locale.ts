import { defineLocale } from '#ui/locale/index.ts';

/** Who is expected and not there: apart from the roster's own words, which travel with its page. */
export const words = defineLocale({
  zh: {
    'awaited-title': '应到还没到',
    'awaited-line': '{name} {kind}，应 {time} 到',
    'awaited-late': '晚了 {minutes} 分钟',
    'awaited-requests': '{count} 份换班、请假等您定',
    'awaited-link': '看排班',
  },
  en: {
    'awaited-title': 'Expected, not here',
    'awaited-line': '{name}, {kind}, was due {time}',
    'awaited-late': '{minutes} min late',
    'awaited-requests': '{count} swaps or leave to decide',
    'awaited-link': 'To the roster',
  },
});
