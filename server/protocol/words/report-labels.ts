import type { Text } from '#core/vocabulary.ts';
import { text } from './text.ts';

/** Heads of the columns that say what a row is about. */
export const labelWords = {
  figure: text('指标', 'Figure'),
  value: text('数值', 'Value'),
  meaning: text('含义', 'Meaning'),
  date: text('日期', 'Date'),
  service: text('业务', 'Service'),
  class: text('客户类别', 'Class'),
  counter: text('窗口', 'Counter'),
  badge: text('工号', 'Badge'),
  clerk: text('店员', 'Clerk'),
  hour: text('钟点', 'Hour'),
  from: text('从', 'From'),
  to: text('到', 'To'),
  weekday: text('星期', 'Weekday'),
  at: text('时间', 'At'),
  by: text('谁', 'By'),
  rule: text('规则', 'Rule'),
  reason: text('原因', 'Reason'),
  act: text('放行的事', 'Act'),
  duration: text('时长', 'Duration'),
  outcome: text('结果', 'Outcome'),
  due: text('应到', 'Due'),
  lateMinutes: text('晚到分钟', 'Minutes late'),
  number: text('号码', 'Number'),
  printer: text('打印机', 'Printer'),
  device: text('设备', 'Device'),
  state: text('状态', 'State'),
  issuedAt: text('取号时间', 'Issued'),
  calledAt: text('第一次叫号', 'First called'),
  startedAt: text('开始办理', 'Started'),
  finishedAt: text('办结', 'Finished'),
  wait: text('等候', 'Wait'),
  walk: text('到窗', 'Walk'),
  serviceTime: text('办理', 'Service time'),
  total: text('总时长', 'Total'),
  promise: text('承诺', 'Promise'),
  calls: text('叫号次数', 'Calls'),
  rating: text('评价', 'Rating'),
  hall: text('大厅', 'Hall'),
  events: text('日志范围', 'Journal, events'),
  headHash: text('最后一条的哈希', 'Hash of the last event'),
  complete: text('是否结束', 'Complete'),
  sheet: text('评分表', 'Sheet'),
  item: text('项目', 'Item'),
  breachCount: text('次数', 'Times'),
  points: text('扣分', 'Points'),
  score: text('得分', 'Score'),
  part: text('哪一段', 'Whose part'),
  event: text('日志条目', 'Journal event'),
  kind: text('种类', 'Kind'),
  about: text('哪一条', 'About'),
  askedAt: text('交班签名', 'Outgoing signed'),
  equipment: text('设备', 'Equipment'),
  hardCases: text('难办的事', 'Hard cases'),
  staffChanges: text('人员变动', 'Staff changes'),
  followUps: text('要答复的', 'To be answered'),
  note: text('备注', 'Note'),
  heldBy: text('主持', 'Held by'),
  attended: text('到会', 'Attended'),
  signed: text('签到', 'Signed'),
  said: text('要点', 'Points made'),
  matter: text('什么事', 'Matter'),
  how: text('怎么答复的', 'How answered'),
  owner: text('负责人', 'Owner'),
  dueDay: text('答复期限', 'Due'),
} satisfies Readonly<Record<string, Text>>;

export type LabelId = keyof typeof labelWords;

export const tableWords = {
  summary: text('总览', 'Summary'),
  days: text('按天', 'By day'),
  services: text('按业务', 'By service'),
  classes: text('按客户类别', 'By class'),
  counters: text('按窗口', 'By counter'),
  clerks: text('按店员', 'By clerk'),
  hours: text('按钟点', 'By hour'),
  quarters: text('按一刻钟', 'By quarter hour'),
  waits: text('等候分布', 'Distribution of waits'),
  heat: text('星期与钟点', 'Weekday and hour'),
  overrides: text('主管放行', 'Overrides'),
  pauses: text('暂停', 'Pauses'),
  absences: text('离岗', 'Absences'),
  handovers: text('交接', 'Handovers'),
  signIns: text('到岗', 'Sign-ins'),
  signOffs: text('提前下班', 'Signed off early'),
  earlyClosings: text('提前停号', 'Early closings'),
  reprints: text('补打', 'Reprints'),
  faults: text('设备故障', 'Faults'),
  tickets: text('每一张号', 'Every ticket'),
  quality: text('服务质量评分', 'Quality sheets'),
  breaches: text('扣分明细', 'Deductions'),
  remarks: text('说明与申诉', 'Remarks'),
  handoverRecords: text('交接记录', 'Handover records'),
  meetings: text('班前会', 'Pre-shift meetings'),
  answers: text('已答复', 'Answered'),
} satisfies Readonly<Record<string, Text>>;

export type TableId = keyof typeof tableWords;

/** Words that stand in cells. */
export const cellWords = {
  early: text('准时', 'In time'),
  late: text('晚了', 'Late'),
  after: text('开门后才到', 'After opening'),
  completed: text('完成', 'Completed'),
  cancelled: text('取消', 'Cancelled'),
  'broken-off': text('中断', 'Broken off'),
  ongoing: text('进行中', 'Under way'),
  released: text('主管释放', 'Freed by a supervisor'),
  'signed-off': text('下班', 'Signed off'),
  served: text('办结', 'Served'),
  missed: text('过号未到', 'No-show'),
  left: text('离开', 'Left'),
  open: text('还没结束', 'Still open'),
  kept: text('兑现', 'Kept'),
  broken: text('超承诺', 'Broken'),
  satisfied: text('满意', 'Satisfied'),
  fair: text('一般', 'Fair'),
  dissatisfied: text('不满意', 'Dissatisfied'),
  yes: text('是', 'Yes'),
  no: text('否', 'No'),
} satisfies Readonly<Record<string, Text>>;

export type CellWord = keyof typeof cellWords;

export const weekdayWords: readonly Text[] = [
  text('周一', 'Mon'),
  text('周二', 'Tue'),
  text('周三', 'Wed'),
  text('周四', 'Thu'),
  text('周五', 'Fri'),
  text('周六', 'Sat'),
  text('周日', 'Sun'),
];

/** Tables of the quality sheets and of what staff wrote down: at doors of their own. */
export const qualityTableIds = ['quality', 'breaches', 'remarks'] as const;
export const recordTableIds = ['handoverRecords', 'meetings', 'answers'] as const;
const apart: readonly string[] = [...qualityTableIds, ...recordTableIds];

/** Tables of a day's or range's report; the meetings are a day's. */
export const reportTableIds = (Object.keys(tableWords) as TableId[]).filter(
  (id) => id === 'meetings' || !apart.includes(id),
);
