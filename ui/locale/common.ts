import type { CounterState, HallState, Rating, TicketState } from '#core/vocabulary.ts';
import { defineLocale } from './define-locale.ts';

/** Words that more than one page needs. A page's own words stand in its own locale file. */
export const common = defineLocale({
  zh: {
    'counter-closed': '未开放',
    'counter-idle': '空闲',
    'counter-calling': '请前往',
    'counter-calling-staff': '呼叫中',
    'counter-serving': '办理中',
    'counter-paused': '暂停服务',
    'counter-absent': '暂时离开',
    'counter-absent-staff': '暂时离开',
    'counter-handover': '交接中',
    'counter-not-live': '不是最新',
    'counter-named': '{counter} 号窗口',
    'counter-plate': '{counter} 号窗口，{state}',

    'ticket-waiting': '等候中',
    'ticket-called': '已叫到',
    'ticket-serving': '办理中',
    'ticket-parked': '等补材料',
    'ticket-missed': '过号',
    'ticket-done': '已办完',
    'ticket-cancelled': '已取消',
    'ticket-not-live': '{number}，不是最新',
    'ticket-struck': '{number}，已取消',

    'hall-open': '营业中',
    'hall-open-until': '营业至 {time}',
    'hall-closing-in': '还有 {minutes} 分钟停止取号',
    'hall-closing-at': '{time} 停止取号。只要取到号，今天一定办完。',
    'hall-closing-now': '马上停止取号',
    'hall-serving-out': '已停止取号，还有 {count} 位，都会办完',
    'hall-serving-out-last': '已停止取号，手里有号的都会办完',
    'hall-closed': '今天不营业了',
    'hall-closed-until': '{when} {time} 开门',
    'hall-intake-paused': '暂停取号：{reason}',
    'hall-not-live': '停在 {time}，正在重连',
    today: '今天',
    tomorrow: '明天',

    'offline-screen': '这块屏幕停在 {time}。您的号一直有效，请听工作人员叫号。',
    'offline-kiosk': '取号机暂时连不上。请找工作人员，他们会为您取号。',
    'offline-phone': '网络断了，这一页停在 {time}。您的号一直有效。',
    'offline-console': '连不上了，{seconds} 秒后再试。写下来的都在。',
    'offline-title': '暂时断开',
    connecting: '正在连接',
    ended: '这里已经登出。请重新登录。',
    'not-recorded': '没记下来，再按一次',
    'sound-blocked': '点一下开声音',
    'device-pending': '请主管批准这块屏幕，核对码 {code}',

    'rating-satisfied': '满意',
    'rating-fair': '一般',
    'rating-dissatisfied': '不满意',
    'rating-ask': '这次办得满意吗？不想评也没关系。',
    'rating-thanks': '谢谢，记下了。',

    'queue-nobody': '现在不用等',
    'queue-count': '有 {count} 位在等',
    'queue-you': '您前面还有 {count} 位',
    'queue-you-next': '下一位就是您',
    you: '您',

    'promise-of': '承诺',
    'promise-title': '承诺',
    'promise-waited': '等',
    'promise-service': '办',
    'promise-left': '还有',
    'promise-over': '超出',
    'promise-in-time': '来得及',
    'promise-call-now': '现在叫才来得及',
    'promise-near': '快到承诺时间',
    'promise-broken': '超过承诺时间',

    'call-go': '请到 {counter} 号窗口',
    'call-sentence': '请 {number} 到 {counter} 号窗口。',
    'recall-sentence': '再请 {number} 到 {counter} 号窗口。',
    'redirect-sentence': '{number}，请改到 {counter} 号窗口，您的先后不变。',
    again: '再次',

    'sign-back-at': '抱歉，{time} 前回来',
    'sign-go-to': '请到 {counters}',
    'sign-waiting': '前面 {count} 人',
    'sign-no-wait': '不用等',
    'sign-fault': '机器有点问题',

    'refusal-unreachable': '没等到回音。连上以后先看一眼，没记下就再按一次。',
    'refusal-rule': '依据：{rule}',
    'refusal-ways': '可以这样',
    'refusal-by-badge': '工号 {badge}',
    'refusal-retry': '{span} 后可以再试',
    'again-button': '再试一次',

    'class-choose': '您的情况',
    'class-in-turn': '依次叫号',
    'class-needs-number': '请输入手机号或卡号',
    'time-out-left': '{seconds} 秒后自动继续',
    close: '关闭',
    back: '返回',
    training: '训练',
    'choose-language': '语言',
    'ticket-code': '号票 {number} 的二维码',
  },
  en: {
    'counter-closed': 'Not open',
    'counter-idle': 'Free',
    'counter-calling': 'Called',
    'counter-calling-staff': 'Called',
    'counter-serving': 'Serving',
    'counter-paused': 'Paused',
    'counter-absent': 'Away, sorry',
    'counter-absent-staff': 'Away',
    'counter-handover': 'Changing over',
    'counter-not-live': 'Not current',
    'counter-named': 'Counter {counter}',
    'counter-plate': 'Counter {counter}, {state}',

    'ticket-waiting': 'Waiting',
    'ticket-called': 'Called',
    'ticket-serving': 'Serving',
    'ticket-parked': 'Papers to come',
    'ticket-missed': 'Missed',
    'ticket-done': 'Done',
    'ticket-cancelled': 'Cancelled',
    'ticket-not-live': '{number}, not current',
    'ticket-struck': '{number}, cancelled',

    'hall-open': 'Open',
    'hall-open-until': 'Open until {time}',
    'hall-closing-in': 'Numbers stop in {minutes} min',
    'hall-closing-at': 'Numbers stop at {time}. Everyone holding one is served today.',
    'hall-closing-now': 'Numbers stop now',
    'hall-serving-out': ({ count }) =>
      `No more numbers today; ${Number(count) === 1 ? 'one person' : `${count} people`} left, all will be served`,
    'hall-serving-out-last': 'No more numbers today; everyone holding one is served',
    'hall-closed': 'Closed for today',
    'hall-closed-until': 'Opens {when} at {time}',
    'hall-intake-paused': 'No numbers just now: {reason}',
    'hall-not-live': 'Stopped at {time}, reconnecting',
    today: 'today',
    tomorrow: 'tomorrow',

    'offline-screen':
      'This screen stopped at {time}. Your number is still good; please listen for the staff.',
    'offline-kiosk':
      'The kiosk is out of touch just now. Please ask the staff; they will take a number for you.',
    'offline-phone': 'No network; this page stopped at {time}. Your number is still good.',
    'offline-console': 'No connection; next try in {seconds} s. Everything written is safe.',
    'offline-title': 'Disconnected for now',
    connecting: 'Connecting',
    ended: 'You are signed out here. Please sign in again.',
    'not-recorded': 'Not recorded, press again',
    'sound-blocked': 'Touch to turn sound on',
    'device-pending': 'A supervisor please approve this screen, code {code}',

    'rating-satisfied': 'Satisfied',
    'rating-fair': 'Fair',
    'rating-dissatisfied': 'Not satisfied',
    'rating-ask': 'Were you satisfied today? It is fine to skip.',
    'rating-thanks': 'Thank you, noted.',

    'queue-nobody': 'No wait now',
    'queue-count': ({ count }) => (Number(count) === 1 ? '1 person waiting' : `${count} waiting`),
    'queue-you': ({ count }) =>
      Number(count) === 1 ? '1 person before you' : `${count} people before you`,
    'queue-you-next': 'You are next',
    you: 'You',

    'promise-of': 'Promise',
    'promise-title': 'Promise',
    'promise-waited': 'waited',
    'promise-service': 'serving',
    'promise-left': 'left',
    'promise-over': 'over by',
    'promise-in-time': 'In time',
    'promise-call-now': 'Call now to keep it',
    'promise-near': 'Close to the promise',
    'promise-broken': 'Past the promise',

    'call-go': 'Please come to counter {counter}',
    'call-sentence': '{number}, please come to counter {counter}.',
    'recall-sentence': 'Once more, {number}, counter {counter} please.',
    'redirect-sentence': '{number}, please go to counter {counter} instead. You keep your place.',
    again: 'Again',

    'sign-back-at': 'Back by {time}',
    'sign-go-to': 'Please use {counters}',
    'sign-waiting': '{count} ahead',
    'sign-no-wait': 'No wait',
    'sign-fault': 'Out of order',

    'refusal-unreachable':
      'No answer came. Once connected, look whether it was noted; if not, press again.',
    'refusal-rule': 'By the rule: {rule}',
    'refusal-ways': 'What you can do',
    'refusal-by-badge': 'Badge {badge}',
    'refusal-retry': 'Please try again in {span}',
    'again-button': 'Try again',

    'class-choose': 'About you',
    'class-in-turn': 'Called in turn',
    'class-needs-number': 'Enter your phone or card number',
    'time-out-left': 'Goes on by itself in {seconds} s',
    close: 'Close',
    back: 'Back',
    training: 'Training',
    'choose-language': 'Language',
    'ticket-code': 'QR code of ticket {number}',
  },
});

/** The word beside a counter's plate. In public the called state says what to do. */
export function counterWord(state: CounterState, audience: 'public' | 'staff' = 'public'): string {
  if (state === 'calling' && audience === 'staff') return common.t('counter-calling-staff');
  if (state === 'absent' && audience === 'staff') return common.t('counter-absent-staff');
  return common.t(`counter-${state}`);
}

export function ticketWord(state: TicketState): string {
  return common.t(`ticket-${state}`);
}

export function ratingWord(rating: Rating): string {
  return common.t(`rating-${rating}`);
}

/** The short word of the hall's state; the full sentence is `hallSentence`. */
export function hallWord(state: HallState): string {
  switch (state) {
    case 'open':
      return common.t('hall-open');
    case 'closing':
      return common.t('hall-closing-now');
    case 'serving-out':
      return common.t('hall-serving-out-last');
    case 'closed':
      return common.t('hall-closed');
  }
}
