import { defineLocale } from '#ui/locale/define-locale.ts';

/** Words of the board's newer parts: promises at risk, what was seen, undo, staff, lending. */
export const words = defineLocale({
  zh: {
    'outlook-title': '守住承诺',
    'outlook-will': '再这样下去，还会有 {count} 位超承诺',
    'outlook-broken': '已经超承诺的有 {count} 位',
    'outlook-help': '能做的',
    'outlook-help-none': '窗口都在忙，眼下没有更快的办法。先去和顾客说一声，比让他们干等好。',
    'help-do': '就这么办',
    'risk-at': '{time} 超，还有 {span}',
    'risk-called': '约 {time} 叫到',
    'risk-nobody': '没有窗口会叫到',
    'risk-rest': '还有 {count} 位',
    'see-counter': '看 {counter} 号',
    'sit-myself': '我来坐 {counter} 号',

    'alert-open': '打开看看',
    'alert-seen': '知道了',
    'alert-seen-label': '知道了：{title}',
    'alert-seen-by': '{name} {time} 看过',
    'alert-again': '再提醒',

    undo: '撤销',
    'undo-key': '{label}，可以撤销（按 U）',
    undone: '撤销：{label}',

    'closes-in': '{span}后停号',
    'intake-held': '取号停着：{reason}',

    'staff-title': '在岗的人',
    'staff-none': '今天还没有人到。职员登录或坐上窗口，就会出现在这里。',
    'staff-seated': '{counter} 号，{time} 起',
    'staff-free': '没有坐窗口，{time} 起',
    'staff-paused': '{counter} 号暂停，{time} 起',
    'staff-absent': '离开 {counter} 号，{time} 起',
    'staff-handover': '{counter} 号交接中，{time} 起',
    'staff-back': '说好 {time} 回',

    'lend-title': '今天让它也办',
    'lend-act': '让 {counter} 号也办{service}',
    'lent-now': '今天另有安排。',
    'lend-back': '改回原来的业务',
    'lend-back-act': '{counter} 号改回原来的业务',
  },
  en: {
    'outlook-title': 'Keeping the promise',
    'outlook-will': ({ count }) =>
      Number(count) === 1
        ? 'As it stands, 1 more person will wait past the promise'
        : `As it stands, ${count} more people will wait past the promise`,
    'outlook-broken': 'Past it already: {count}',
    'outlook-help': 'What would help',
    'outlook-help-none':
      'Every counter is busy and nothing here would be quicker. A word to those who wait is better than silence.',
    'help-do': 'Do it',
    'risk-at': 'Past at {time}, in {span}',
    'risk-called': 'called about {time}',
    'risk-nobody': 'no counter would call',
    'risk-rest': '{count} more',
    'see-counter': 'See counter {counter}',
    'sit-myself': 'Take counter {counter}',

    'alert-open': 'Open the list',
    'alert-seen': 'Seen',
    'alert-seen-label': 'Seen: {title}',
    'alert-seen-by': 'Seen by {name} at {time}',
    'alert-again': 'Remind again',

    undo: 'Undo',
    'undo-key': '{label}. Undo with U',
    undone: 'Undone: {label}',

    'closes-in': 'Numbers stop in {span}',
    'intake-held': 'Intake is held: {reason}',

    'staff-title': 'Staff in the hall',
    'staff-none':
      'Nobody is here yet today. Whoever signs in or takes a counter will be listed here.',
    'staff-seated': 'Counter {counter}, since {time}',
    'staff-free': 'At no counter, since {time}',
    'staff-paused': 'Counter {counter} paused, since {time}',
    'staff-absent': 'Away from counter {counter}, since {time}',
    'staff-handover': 'Changing over at {counter}, since {time}',
    'staff-back': 'back by {time}',

    'lend-title': 'Today it also takes',
    'lend-act': 'Let counter {counter} take {service}',
    'lent-now': 'Changed for today.',
    'lend-back': 'Back to its own services',
    'lend-back-act': 'Counter {counter} back to its own services',
  },
});
