import { defineLocale } from '#ui/locale/index.ts';

export const words = defineLocale({
  zh: {
    name: '营业厅名称',
    'name-help': '写在大屏、小票和门口。',
    hotline: '服务热线',
    'hotline-help': '写在门口和窗口屏上；没有就空着。',
    timezone: '时区',
    'timezone-help': '例如 Asia/Shanghai。',
  },
  en: {
    name: 'Name of the hall',
    'name-help': 'Stands on the screens, the tickets and at the door.',
    hotline: 'Hotline',
    'hotline-help': 'Stands at the door and on the window screens; leave empty if there is none.',
    timezone: 'Time zone',
    'timezone-help': 'Such as Asia/Shanghai.',
  },
});
