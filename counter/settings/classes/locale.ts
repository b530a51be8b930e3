import { defineLocale } from '#ui/locale/index.ts';

export const words = defineLocale({
  zh: {
    lead: '第一类是没有特别说明时的普通顾客。数字大的先叫。',
    add: '加一类',
    'new-zh': '新类别',
    'new-en': 'New class',
    rank: '先后 {rank}',
    'rank-help': '0 到 99，大的先叫。',
    'prefix-help': '有了它，这一类的号用自己的字母；空着就用业务的。',
    'promise-help': '这一类更快的承诺；空着就按业务的。',
    'needs-customer': '只给名单上的顾客',
    'needs-help': '取号时输入电话或卡号，在贵宾名单上才能取。',
    minutes: '分钟',
  },
  en: {
    lead: 'The first is the ordinary class. A higher rank is called earlier.',
    add: 'Add a class',
    'new-zh': '新类别',
    'new-en': 'New class',
    rank: 'rank {rank}',
    'rank-help': '0 to 99; higher is called earlier.',
    'prefix-help': 'Numbers of this class have a letter of their own; empty: the service’s.',
    'promise-help': 'A tighter promise for this class; empty: the service’s.',
    'needs-customer': 'Only for listed customers',
    'needs-help': 'A phone or card number is asked; it must be on the list.',
    minutes: 'minutes',
  },
});
