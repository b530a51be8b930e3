import type { Text } from '#core/vocabulary.ts';
import { text } from './text.ts';

/** A figure's name, as short as a column's head, and what exactly it is. */
export interface FigureWords {
  readonly name: Text;
  readonly meaning: Text;
}

const figure = (zh: string, en: string, meaningZh: string, meaningEn: string): FigureWords => ({
  name: text(zh, en),
  meaning: text(meaningZh, meaningEn),
});

/**
 * Every figure of the reports, defined once: the glossary page, the tooltips of the pages and the
 * heads of the exports all come from here. docs/figures.md tells the same at more length.
 */
export const figureWords = {
  issued: figure(
    '取号',
    'Arrivals',
    '取了号的顾客，一张号算一次。',
    'Tickets issued, one for each customer who took a number.',
  ),
  served: figure('办结', 'Served', '办理结束的号。', 'Tickets whose service was finished.'),
  missed: figure(
    '过号未到',
    'No-shows',
    '叫了没来、后来也没有回来的号。窗口和店员一栏记的是他们登记的全部过号，回来的也算。',
    'Tickets called in vain whose customer did not come back. A counter or clerk counts every no-show they recorded, even when the customer came back.',
  ),
  cancelled: figure(
    '离开',
    'Left',
    '没等到办理就取消的号，包括当天结束时作废的。过号未到的不算在内。',
    'Tickets cancelled before service, by customer or staff, or lapsed at the end of the day. No-shows are counted apart.',
  ),
  transfers: figure(
    '转办',
    'Transferred',
    '转到别的业务或窗口的次数，带在等的顾客换窗口也算。',
    'Times a ticket was led to another service or counter, while waiting as well.',
  ),
  recalls: figure(
    '重叫',
    'Recalls',
    '同一个号再叫的次数。',
    'Times a called ticket was called again.',
  ),
  parked: figure(
    '缺材料',
    'Papers missing',
    '因为缺材料先停下、等顾客取来再办的次数。',
    'Times a service was set aside until the customer had fetched missing papers.',
  ),
  waitMean: figure(
    '平均等候',
    'Mean wait',
    '从取号到第一次叫号，平均多久。转办时按规定重新排队的，从重新排队算起。',
    'From taking the number, or from queuing anew after a transfer, to the first call: the mean.',
  ),
  waitP50: figure(
    '等候中位',
    'Wait P50',
    '一半顾客的等候不超过它。取实际出现过的值（最近秩）。',
    'Half of the waits are no longer than this. A wait that was measured (nearest rank).',
  ),
  waitP90: figure(
    '等候 P90',
    'Wait P90',
    '十位顾客里九位的等候不超过它。取实际出现过的值（最近秩）。',
    'Nine waits in ten are no longer than this. A wait that was measured (nearest rank).',
  ),
  waitMax: figure('最长等候', 'Longest wait', '等得最久的一位。', 'The longest wait of all.'),
  walkMean: figure(
    '平均到窗',
    'Mean walk',
    '从叫号到开始办理，平均多久。一叫就算办理的大厅，它是 0。',
    'From the call to the start of service: the mean. Zero in halls where a call starts the service.',
  ),
  walkP50: figure(
    '到窗中位',
    'Walk P50',
    '一半的到窗时间不超过它。',
    'Half of the walks are no longer.',
  ),
  walkP90: figure(
    '到窗 P90',
    'Walk P90',
    '九成的到窗时间不超过它。',
    'Nine walks in ten are no longer.',
  ),
  walkMax: figure('最长到窗', 'Longest walk', '最久的一次到窗。', 'The longest walk of all.'),
  serviceMean: figure(
    '平均办理',
    'Mean service',
    '从开始办理到办结，平均多久。只算办结的那一次。',
    'From start to finish of the service that finished the ticket: the mean.',
  ),
  serviceP50: figure(
    '办理中位',
    'Service P50',
    '一半的办理不超过它。',
    'Half of the services are no longer.',
  ),
  serviceP90: figure(
    '办理 P90',
    'Service P90',
    '九成的办理不超过它。',
    'Nine services in ten are no longer.',
  ),
  serviceMax: figure(
    '最长办理',
    'Longest service',
    '最久的一次办理。',
    'The longest service of all.',
  ),
  totalMean: figure(
    '平均总时长',
    'Mean total',
    '承诺的钟走了多久：从取号到办结。过号回来的、取材料回来的，从回来算起。',
    'What the promise’s clock measured: from taking the number to the finish; from coming back, for those who were missed or had to fetch papers. The mean.',
  ),
  totalP50: figure(
    '总时长中位',
    'Total P50',
    '一半的总时长不超过它。',
    'Half of the totals are no longer.',
  ),
  totalP90: figure(
    '总时长 P90',
    'Total P90',
    '九成的总时长不超过它。',
    'Nine totals in ten are no longer.',
  ),
  totalMax: figure('最长总时长', 'Longest total', '最久的一位。', 'The longest total of all.'),
  kept: figure(
    '兑现承诺',
    'Promise kept',
    '办结的号里，总时长没有超过承诺的。正好到点算兑现。',
    'Of the served tickets, those whose total was within the promise. Exactly on time is kept.',
  ),
  broken: figure(
    '超承诺',
    'Promise broken',
    '办结的号里，总时长超过承诺的。',
    'Of the served tickets, those whose total was beyond the promise.',
  ),
  keptShare: figure(
    '兑现率',
    'Kept, share',
    '兑现承诺的占办结的比例。',
    'Promises kept as a share of the tickets served.',
  ),
  overtakings: figure(
    '被越过',
    'Overtakings',
    '后排队的号先叫时，越过了几位在等的普通顾客。一次叫号越过三位，算三次。',
    'Waiting ordinary tickets passed by a call of a later one. A call that passes three counts three times.',
  ),
  overtakenTickets: figure(
    '被越过的顾客',
    'Customers overtaken',
    '至少被越过一次的普通顾客。',
    'Ordinary tickets passed at least once.',
  ),
  overtakenMost: figure(
    '一位最多被越过',
    'Most for one',
    '同一位普通顾客最多被越过几次。',
    'The most often that one ordinary ticket was passed.',
  ),
  overtakenWaitMean: figure(
    '被越过后再等',
    'Waited on, mean',
    '从第一次被越过到叫到自己，平均又等了多久。',
    'From first being passed to one’s own call: the mean.',
  ),
  busy: figure(
    '办理用时',
    'Time serving',
    '所有办理时间的总和，后来转办、缺材料的也算。',
    'All time of service together, also of services that ended in a transfer or for missing papers.',
  ),
  open: figure('在岗', 'Time at the seat', '坐在窗口的总时间。', 'How long the seat was held.'),
  idleEmpty: figure(
    '空闲，没人等',
    'Idle, nobody waiting',
    '窗口开着、手上没有号，也没有这个窗口能办的顾客在等。',
    'Open with no ticket in hand, while nobody waited whom this counter could serve.',
  ),
  idleWaiting: figure(
    '空闲，有人等',
    'Idle, somebody waiting',
    '窗口开着、手上没有号，但有这个窗口能办的顾客在等。',
    'Open with no ticket in hand, while somebody waited whom this counter could serve.',
  ),
  paused: figure('暂停', 'Paused', '挂牌暂停的总时间。', 'Time on routine pause.'),
  absent: figure('离岗', 'Absent', '因特殊原因离开的总时间。', 'Time away for special reasons.'),
  changing: figure('交接用时', 'Changing over', '交接班用的总时间。', 'Time spent in handovers.'),
  satisfied: figure('满意', 'Satisfied', '评价满意的次数。', 'Ratings: satisfied.'),
  fair: figure('一般', 'Fair', '评价一般的次数。', 'Ratings: fair.'),
  dissatisfied: figure('不满意', 'Dissatisfied', '评价不满意的次数。', 'Ratings: dissatisfied.'),
  pauses: figure('暂停次数', 'Pauses', '挂牌暂停的次数。', 'How often a counter paused.'),
  absences: figure(
    '离岗次数',
    'Absences',
    '因特殊原因离开的次数。',
    'How often a clerk left for special reasons.',
  ),
  handovers: figure('交接次数', 'Handovers', '开始过的交接。', 'Handovers that were begun.'),
  handoverRecords: figure(
    '交接记录',
    'Handover records',
    '双方签了名的交接记录份数。',
    'Records of handovers that both clerks signed.',
  ),
  meetings: figure(
    '班前会',
    'Pre-shift meetings',
    '记下来的班前会次数。',
    'Meetings before a shift that were recorded.',
  ),
  lateSignIns: figure(
    '到岗晚',
    'Late sign-ins',
    '当天第一次登录晚于应到时间的人次。应到是班次开始前 10 分钟；当天没有排班表，就是开门前 10 分钟。',
    'First sign-ins later than due: ten minutes before the shift, or before opening on a day without a roster.',
  ),
  signOffs: figure(
    '提前下班',
    'Signed off early',
    '班次结束前离开窗口、没有人接的次数；没有排班的按打烊算。',
    'Seats left before the shift was over, or before closing without one, with nobody taking over.',
  ),
  earlyClosings: figure(
    '提前停号',
    'Early closings',
    '营业时间里停止取号的次数。',
    'Times the doors were closed to new customers before closing time.',
  ),
  overrides: figure(
    '主管放行',
    'Overrides',
    '主管写明原因、让规则放行的次数。',
    'Acts that a supervisor let pass against a rule, with a reason.',
  ),
  reprints: figure(
    '补打',
    'Reprints',
    '同一张号再打一张的次数。',
    'Second papers of the same ticket.',
  ),
  faults: figure(
    '设备故障',
    'Faults',
    '设备出故障并在大厅告知的次数。',
    'Times a device was out of order and the hall was told.',
  ),
  arrivals: figure(
    '取号人数',
    'Arrivals',
    '这一刻钟取的号。多天时是各天的平均。',
    'Tickets issued in this quarter of an hour; over several days, the mean of them.',
  ),
  waiting: figure(
    '在等人数',
    'People waiting',
    '这一刻钟里平均有几位在等。',
    'People waiting, on the average of this quarter of an hour.',
  ),
  staffed: figure(
    '在岗窗口',
    'Counters at work',
    '这一刻钟里平均有几个窗口在接待或可以接待。暂停、离岗、交接的不算。',
    'Counters serving or free to serve, on the average of this quarter; not those paused, away or changing over.',
  ),
  waitsCount: figure(
    '人数',
    'Customers',
    '等候落在这一段里的顾客。',
    'Customers whose wait fell into this span.',
  ),
  dayCount: figure(
    '天数',
    'Days',
    '范围里有几个这样的星期几。',
    'Days of that weekday in the range.',
  ),
  over: figure(
    '超出',
    'Beyond',
    '比牌上写的回来时间晚了多久。',
    'Beyond the return that the sign announced.',
  ),
  beforeClosing: figure(
    '早了',
    'Too early by',
    '离班次结束还有多久；没有排班的，离打烊。',
    'Time left until the end of the shift, or until closing without one.',
  ),
} satisfies Readonly<Record<string, FigureWords>>;

export type FigureId = keyof typeof figureWords;
