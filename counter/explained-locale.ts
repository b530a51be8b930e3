import { defineLocale } from '#ui/locale/index.ts';

/** What a wait rests on, for staff. */
export const words = defineLocale({
  zh: {
    label: '怎么算的',
    wait: '预计等候',
    'wait-now': '现在取号预计等候 {wait}',
    rests: '前面 {ahead} 位，{counters} 个窗口，每位约 {minutes} 分钟',
    'rests-nobody': '前面 {ahead} 位，现在没有窗口办这项业务',
    'risen-urgent-ahead': '比刚才久：前面来了需要先办的客人',
    'risen-fewer-counters': '比刚才久：有窗口暂停或关了',
    'risen-longer-services': '比刚才久：今天每位办得比平时久',
  },
  en: {
    label: 'Rests on',
    wait: 'Likely wait',
    'wait-now': 'Likely wait from now: {wait}',
    rests: ({ ahead, counters, minutes }) =>
      `${ahead} ahead, ${counters} ${Number(counters) === 1 ? 'counter' : 'counters'}, ` +
      `about ${minutes} ${Number(minutes) === 1 ? 'minute' : 'minutes'} each`,
    'rests-nobody': '{ahead} ahead, no counter open for it now',
    'risen-urgent-ahead': 'Longer than before: customers who go first have come',
    'risen-fewer-counters': 'Longer than before: a counter has paused or closed',
    'risen-longer-services': 'Longer than before: services take longer today',
  },
});
