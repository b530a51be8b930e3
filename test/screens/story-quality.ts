/** Quality sheets and records of staff, told the morning after the days of the reports. */
import type { Page } from 'playwright-core';
import { addDays } from '#core/calendar/business-day.ts';
import type { QualityMonth } from '#protocol/quality.ts';
import { handsOf } from '../support/hall-hands.ts';
import type { RunningHub } from '../support/running-hub.ts';
import { openPair, signedIn, stands, type Studio } from './studio.ts';

const record = {
  equipment: '二号打印机卷纸快用完了，备纸在右边抽屉里。',
  hardCases: 'A017 的老先生想把两张卡合并，营业系统今天查不到旧卡。',
  staffChanges: '下午周倩替何洁。',
  followUps: ['请给办宽带的那位回个话：装机约在周四上午。'],
};

/** What a morning leaves behind: a meeting, a handover, answers owed, an objection. */
async function liveMorning(hub: RunningHub, day: string): Promise<void> {
  const hands = await handsOf(hub);
  const clock = (time: string) => hub.post('/api/clock', { to: `${day}T${time}:00+08:00` });
  await clock('08:12');
  const [lead, first, second] = await Promise.all(
    ['9001', '1001', '1002'].map((badge) => hands.token(badge)),
  );
  const { id: meeting } = await hub.post<{ id: string }>(
    '/api/meetings',
    {
      attended: ['9001', '1001', '1002', '1003', '1004'],
      points: [
        '今天起新资费，单页在每个窗口左手边。',
        '月底人多，四号窗口十点起帮缴费。',
        '昨天有两位等了很久没人招呼，抬头看一看大厅。',
      ],
    },
    lead,
  );
  await hub.post(`/api/meetings/${meeting}/sign`, {}, first);
  await hub.post('/api/counters/1/open', {}, first);
  await clock('08:31');
  for (const [text, dueDay] of [
    ['两张账单哪张算数，查清楚给顾客回话。', day],
    ['发票抬头写错了，重开以后通知顾客来取。', undefined],
  ]) {
    await hub.post('/api/follow-ups', { text, ...(dueDay === undefined ? {} : { dueDay }) }, first);
  }
  await hub.post(
    '/api/follow-ups',
    { text: '问一问仓库，老年机什么时候到货。', owner: '1003' },
    lead,
  );
  await clock('12:00');
  await hub.post('/api/counters/1/handover', { to: '1002', record }, first);
  await clock('12:04');
  await hub.post('/api/counters/1/handover/complete', { record }, second);
  const month = day.slice(0, 7);
  const sheets = await hub.get<QualityMonth>(`/api/quality/${month}`, lead);
  const own = sheets.sheets.find(({ badge, lines }) => badge === '1001' && lines.length > 0);
  const [line] = own?.lines ?? [];
  if (line !== undefined) {
    const text = '这位顾客带了三份合同，一份一份核对过，时间都用在办理上。';
    const objection = { badge: '1001', kind: 'objection', line: line.line, text };
    await hub.post(`/api/quality/${month}/remarks`, objection, first);
  }
  const text = '抽查两次，窗口前整洁，牌子都挂对了。';
  await hub.post(`/api/quality/${month}/remarks`, { badge: null, kind: 'inspection', text }, lead);
}

/** @param day the business day after the last of the hall's past */
export async function tellQuality(studio: Studio, lastDay: string): Promise<void> {
  const day = addDays(lastDay, 1);
  const month = day.slice(0, 7);
  await liveMorning(studio.hub, day);
  const goTo = (hash: string) => (page: Page) =>
    page.evaluate((to) => {
      location.hash = to;
    }, hash);
  const signed = async (page: Page) => {
    await signedIn(studio, '9001')(page);
    await stands(studio, page, 'ph-supervisor');
  };
  const desk = await openPair(studio, 'supervisor', { prepare: signed, tolerate: [/404/] });
  for (const [state, hash, sign] of [
    ['quality-clerk', `#/quality/${month}/1001`, 'ph-quality-sheet blockquote'],
    ['quality-answers', '#/quality/open', 'ph-open-answers li'],
    ['quality-handovers', `#/quality/handovers/${day}/${day}`, 'ph-handover-records li'],
    ['quality-meeting', '#/quality/meeting', 'ph-meetings article'],
    ['quality-empty', '#/quality/2025-01/hall', '.said h2'],
  ] as const) {
    await desk.each(goTo(hash));
    await desk.look(state, sign);
  }
  await desk.close();
  const phone = await openPair(studio, 'supervisor', {
    size: { width: 390, height: 844 },
    prepare: signed,
  });
  await phone.each(goTo(`#/quality/${month}/hall`));
  await phone.look('quality-phone', 'ph-quality-sheet .score');
  await phone.close();
}
