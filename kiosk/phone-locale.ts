import { defineLocale } from '#ui/locale/index.ts';

/** The words of the customer's own page. */
export const words = defineLocale({
  zh: {
    'title-waiting': '{number} · 前面 {count} 人',
    'title-next': '{number} · 下一位就是您',
    'title-called': '{number} · 请到 {counter} 号窗口',
    'title-state': '{number} · {state}',
    'title-plain': '我的号',

    updated: '{time} 更新',
    stopped: '停在 {time}',
    'line-loading': '正在取您的号',

    'fact-ahead': '前面还有',
    'fact-people': '{count} 人',
    'fact-wait': '预计等候',
    risen: '比刚才久一些：{why}',
    'risen-urgent-ahead': '前面来了需要先办的客人。',
    'risen-fewer-counters': '有窗口暂停或关了。',
    'risen-longer-services': '今天每位办得比平时久。',
    'near-title': '快到您了',

    'away-ask': '要走开一会儿？走回来要多久',
    'away-minutes': '{minutes} 分钟',
    'away-stay': '不走开',
    'away-until': '可以走开，请在 {time} 前动身回来。',
    'away-now': '请现在往回走，快到您了。',

    'hint-sounds': '叫到您时，这一页会亮起来，手机会响一声。请把这一页开着。',
    'hint-touch': '叫到您时，这一页会亮起来。点一下屏幕，手机还会响一声。',
    'hint-papers': '先准备好：{papers}。',
    'hint-papers-none': '轮到您时，带上证件到窗口就行。',
    'hint-missed': '走不开也别急，错过了能重新排上。',
    'papers-comma': '；',
    stop: '。',

    cancel: '不等了，取消这个号',
    'cancel-ask': '取消以后，这个号就不再叫了。',
    'cancel-yes': '是的，取消',
    'cancel-no': '再等等',

    'called-title': '轮到您了，请到',
    'called-again': '再请您到',
    'called-counter': '号窗口',
    'called-wait': '工作人员在等您，慢慢走，不着急。',
    'called-late': '走不开？叫过两遍没到，号会先留着，回来后点“重新排上”就行。',

    'done-thanks': '谢谢，记下了。',

    'unknown-title': '没有找到这个号',
    'unknown-text': '号只在取号当天有效。请在取号机上重新取一个，或找工作人员。',
    'unknown-kept': '这是您之前的号：',

    'offline-title': '网络断了',
    'offline-text': '这一页停在 {time}。您的号一直有效，请留意大厅屏幕。',
    'offline-first': '暂时连不上大厅。连上后这里自己出来，请先留意大厅屏幕。',
    'not-recorded': '没记下来，再按一次。',

    'closing-all': '已停止取号。您的号今天一定办完，请安心坐等。',
    working: '正在办',
    hotline: '热线 {number}',
  },
  en: {
    'title-waiting': '{number} · {count} before you',
    'title-next': '{number} · you are next',
    'title-called': '{number} · counter {counter} please',
    'title-state': '{number} · {state}',
    'title-plain': 'My number',

    updated: 'Updated {time}',
    stopped: 'Stopped at {time}',
    'line-loading': 'Getting your number',

    'fact-ahead': 'Before you',
    'fact-people': ({ count }) => (Number(count) === 1 ? '1 person' : `${count} people`),
    'fact-wait': 'Likely wait',
    risen: 'Longer than before. {why}',
    'risen-urgent-ahead': 'Customers who need to go first have come.',
    'risen-fewer-counters': 'A counter has paused or closed.',
    'risen-longer-services': 'Services take longer today.',
    'near-title': 'Nearly your turn',

    'away-ask': 'Going out for a while? The way back takes',
    'away-minutes': '{minutes} min',
    'away-stay': 'Staying',
    'away-until': 'You may go. Set out on your way back by {time}.',
    'away-now': 'Please come back now, it is nearly your turn.',

    'hint-sounds':
      'This page lights up and your phone sounds when it is your turn. Please keep it open.',
    'hint-touch':
      'This page lights up when it is your turn. Touch it once, and your phone sounds as well.',
    'hint-papers': 'Have ready: {papers}.',
    'hint-papers-none': 'When it is your turn, bring your ID to the counter.',
    'hint-missed': 'Held up? If you miss the call, you can get back in line.',
    'papers-comma': '; ',
    stop: '.',

    cancel: 'I am leaving, cancel this number',
    'cancel-ask': 'Once cancelled, this number is not called any more.',
    'cancel-yes': 'Yes, cancel',
    'cancel-no': 'Keep waiting',

    'called-title': 'It is your turn. Come to counter',
    'called-again': 'Once more, come to counter',
    'called-counter': 'please',
    'called-wait': 'We are waiting for you; take your time.',
    'called-late':
      'Held up? After two calls we keep your number; choose “Back in line” when you return.',

    'done-thanks': 'Thank you, noted.',

    'unknown-title': 'We did not find this number',
    'unknown-text':
      'A number is good for its day. Please take a new one at the kiosk, or ask our staff.',
    'unknown-kept': 'This was your number:',

    'offline-title': 'No network',
    'offline-text':
      'This page stopped at {time}. Your number is still good; please watch the lobby screen.',
    'offline-first':
      'The hall is out of reach just now. This page comes by itself; meanwhile please watch the lobby screen.',
    'not-recorded': 'Not recorded, press again.',

    'closing-all': 'No more numbers today. Yours is served for certain; please stay seated.',
    working: 'One moment',
    hotline: 'Hotline {number}',
  },
});
