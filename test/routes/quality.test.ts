import { describe, expect, it } from 'vitest';
import { readHallFile } from '#server/hall-file/read-hall-file.ts';
import type { OpenRecords, QualityMonth, RecordsOfDays } from '#protocol/quality.ts';
import type { ConsoleView, SupervisorView } from '#protocol/views.ts';
import { smallHall } from '../hall-file/sample.ts';
import { testConfig } from '../support/hall-config.ts';
import { startHub, type TestHub } from '../support/hub.ts';

const config = { ...testConfig, quality: { meeting: true, items: {} } };

/** Who came late, and a supervisor. */
async function withHub(
  run: (hub: TestHub, tokens: { readonly lead: string; readonly clerk: string }) => Promise<void>,
): Promise<void> {
  const hub = await startHub({ at: '2026-03-02T08:25:00+08:00', config });
  try {
    await run(hub, { lead: await hub.signIn('9001'), clerk: await hub.signIn('1001') });
  } finally {
    await hub.close();
  }
}

describe('the doors of the quality sheets', () => {
  it('[quality-score] [honest-statistics] sheets in every form, each with its range and head', async () => {
    await withHub(async (hub, { lead }) => {
      const path = '/api/quality/2026-03';
      const json = await hub.request('GET', path, { token: lead });
      const month = json.body as unknown as QualityMonth;
      const { hash } = await hub.journal.head();
      expect([json.status, month.range.headHash, month.complete]).toEqual([200, hash, false]);
      expect(month.sheets.find(({ badge }) => badge === '1001')).toMatchObject({
        score: 99,
        lines: [{ item: 'late-sign-in', rule: 'ten-minutes-early', seconds: 300, points: 1 }],
      });
      const csv = await hub.request('GET', `${path}?format=csv&table=breaches&lang=en`, {
        token: lead,
      });
      expect(csv.text).toContain('Signed in late,ten-minutes-early');
      expect(csv.text).toContain(hash);
      expect(csv.headers['content-disposition']).toContain('2026-03-01_2026-03-31-breaches.csv');
      const xlsx = await hub.request('GET', `${path}?format=xlsx`, { token: lead });
      expect(xlsx.text.startsWith('PK')).toBe(true);
      expect((await hub.request('GET', '/api/quality/2019-01', { token: lead })).status).toBe(404);
      expect((await hub.request('GET', '/api/quality/2026-13', { token: lead })).status).toBe(400);
    });
  });

  it('[quality-score] [privacy] a clerk reads the own sheet and no other', async () => {
    await withHub(async (hub, { clerk }) => {
      const own = await hub.request('GET', '/api/quality/2026-03', { token: clerk });
      const month = own.body as unknown as QualityMonth;
      expect(month.sheets.map(({ badge }) => badge)).toEqual(['1001']);
      const other = await hub.request('GET', '/api/quality/2026-03?badge=1002', { token: clerk });
      expect([other.status, other.body.code]).toEqual([403, 'forbidden']);
      expect((await hub.request('GET', '/api/quality/2026-03')).status).toBe(401);
    });
  });

  it('[quality-score] an objection stands beside the line with who and when; the points stay', async () => {
    await withHub(async (hub, { lead, clerk }) => {
      const read = async () => {
        const { body } = await hub.request('GET', '/api/quality/2026-03', { token: lead });
        return (body as unknown as QualityMonth).sheets.find(({ badge }) => badge === '1001');
      };
      const before = await read();
      const body = {
        badge: '1001',
        kind: 'objection',
        line: before?.lines[0]?.line,
        text: 'The bus, ask 13800138000.',
      };
      const path = '/api/quality/2026-03/remarks';
      const noted = await hub.request('POST', path, { token: clerk, body });
      expect([noted.status, typeof noted.body.id]).toEqual([201, 'string']);
      const after = await read();
      expect(after).toMatchObject({ score: 99, lines: before?.lines });
      expect(after?.remarks).toMatchObject([
        { by: '1001', line: body.line, text: 'The bus, ask 138****8000.' },
      ]);
      const refused = await hub.request('POST', path, {
        token: clerk,
        body: { ...body, badge: '1002' },
      });
      expect([refused.status, refused.body.rule]).toEqual([409, 'quality-score']);
    });
  });
});

describe('the doors of the records', () => {
  it('[first-asked] what is overdue shows on the board and on its owner’s console', async () => {
    await withHub(async (hub, { lead, clerk }) => {
      const opened = await hub.request('POST', '/api/follow-ups', {
        token: clerk,
        body: { text: 'call back', dueDay: '2026-03-02' },
      });
      expect(opened.status).toBe(201);
      await hub.request('POST', '/api/counters/1/open', { token: clerk, body: {} });
      const reminders = () => {
        const view = hub.hall.views.view('console', { counter: '1' }) as ConsoleView;
        return view.reminders
          .filter(({ kind }) => kind === 'answers-owed')
          .map(({ text }) => text.en);
      };
      const alerts = () => {
        const view = hub.hall.views.view('supervisor', {}) as SupervisorView;
        return view.alerts.map(({ kind }) => kind);
      };
      expect(reminders()).toEqual(['You owe one answer today.']);
      expect(alerts()).not.toContain('answers-overdue');
      await hub.request('POST', '/api/clock', { body: { to: '2026-03-03T08:00:00+08:00' } });
      expect(reminders()).toEqual(['One answer of yours is overdue; please see to it.']);
      expect(alerts()).toContain('answers-overdue');
      const open = await hub.request('GET', '/api/records/open', { token: clerk });
      expect((open.body as unknown as OpenRecords).followUps).toMatchObject([
        { text: 'call back', owner: '1001', day: '2026-03-02', overdue: true },
      ]);
      const path = `/api/follow-ups/${opened.body.id}/answer`;
      const answer = { token: lead, body: { how: 'called' } };
      expect((await hub.request('POST', path, answer)).status).toBe(200);
      expect((await hub.request('POST', path, answer)).status).toBe(404);
      expect(alerts()).not.toContain('answers-overdue');
    });
  });

  it('[pre-shift-meeting] the board asks for today’s record until it is there', async () => {
    await withHub(async (hub, { lead, clerk }) => {
      const isAsked = () =>
        (hub.hall.views.view('supervisor', {}) as SupervisorView).alerts.some(
          ({ kind }) => kind === 'meeting-missing',
        );
      expect(isAsked()).toBe(true);
      const body = { attended: ['9001', '1001'], points: ['New tariffs'] };
      const recorded = await hub.request('POST', '/api/meetings', { token: lead, body });
      expect(isAsked()).toBe(false);
      await hub.request('POST', `/api/meetings/${recorded.body.id}/sign`, {
        token: clerk,
        body: {},
      });
      const span = '/api/records?from=2026-03-01&to=2026-03-02';
      const records = await hub.request('GET', span, { token: clerk });
      expect((records.body as unknown as RecordsOfDays).meetings).toMatchObject([
        { heldBy: '9001', attended: ['9001', '1001'], signed: [{ badge: '1001' }] },
      ]);
      const csv = await hub.request('GET', `${span}&format=csv&table=meetings&lang=zh`, {
        token: lead,
      });
      expect(csv.text).toContain('New tariffs');
      const wrong = await hub.request('GET', '/api/records?from=2026-03-02&to=2026-03-01', {
        token: clerk,
      });
      expect(wrong.status).toBe(400);
    });
  });

  it('[quality-score] the hall file weighs otherwise, in tenths, and says what it does not know', () => {
    const quality = '{ meeting: true, items: { dissatisfied: { points: 0.25 } } }';
    const read = readHallFile(`${smallHall()}\nquality: ${quality}\n`);
    expect(read.ok && read.config.quality).toEqual({
      meeting: true,
      items: { dissatisfied: { points: 0.3, most: 10 } },
    });
    const wrong = readHallFile(`${smallHall()}\nquality: { items: { rudeness: { points: 1 } } }\n`);
    expect(wrong.ok).toBe(false);
  });
});
