import { describe, expect, it } from 'vitest';
import type { RangeReport } from '#protocol/report.ts';
import { startHub, type TestHub } from '../support/hub.ts';

async function withHub(run: (hub: TestHub, token: string) => Promise<void>): Promise<void> {
  const hub = await startHub({ at: '2026-03-02T08:31:00+08:00' });
  try {
    await run(hub, await hub.signIn('9001'));
  } finally {
    await hub.close();
  }
}

const rangePath = '/api/reports/range?from=2026-03-01&to=2026-03-07';

describe('the doors of the reports', () => {
  it('[honest-statistics] answer JSON, CSV and XLSX, each with its range and head', async () => {
    await withHub(async (hub, token) => {
      const json = await hub.request('GET', '/api/reports/day/2026-03-02', { token });
      const { range, totals } = json.body as unknown as RangeReport;
      const { hash } = await hub.journal.head();
      expect([json.status, range.headHash, totals.issued]).toEqual([200, hash, 0]);
      const csv = await hub.request('GET', `${rangePath}&format=csv&table=days&lang=zh`, { token });
      expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
      expect(csv.headers['content-disposition']).toContain('paihao-2026-03-01_2026-03-07-days.csv');
      expect(csv.text).toContain('日期,取号');
      expect(csv.text).toContain(hash);
      const xlsx = await hub.request('GET', '/api/reports/day/2026-03-02?format=xlsx', { token });
      expect(xlsx.headers['content-type']).toContain('spreadsheetml');
      expect(xlsx.text.startsWith('PK')).toBe(true);
    });
  });

  it('tell how far they are to whoever asks for lines', async () => {
    await withHub(async (hub, token) => {
      const headers = { accept: 'application/x-ndjson' };
      const { text } = await hub.request('GET', rangePath, { token, headers });
      const lines = text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as object);
      expect(lines[0]).toEqual({ progress: { done: 0, total: 1 } });
      expect(lines.at(-1)).toMatchObject({ report: { from: '2026-03-02', to: '2026-03-02' } });
      const none = '/api/reports/range?from=2020-01-01&to=2020-01-31';
      const nothing = await hub.request('GET', none, { token, headers });
      expect(JSON.parse(nothing.text.trim())).toMatchObject({ problem: { status: 404 } });
    });
  });

  it('refuse what is no range, and everybody but supervisors', async () => {
    await withHub(async (hub, token) => {
      const ask = async (query: string) =>
        hub.request('GET', `/api/reports/range?${query}`, { token, language: 'en' });
      const faults = async (query: string) => (await ask(query)).body.fields;
      expect(await faults('from=2026-03-07&to=2026-03-01')).toEqual([
        { field: 'to', message: 'must be at least 2026-03-07' },
      ]);
      expect(await faults('from=2026-01-01&to=2028-01-01')).toEqual([
        { field: 'to', message: 'must be at most 2027-02-04' },
      ]);
      expect((await faults('from=2026-02-30&to=2026-03-01'))[0]?.field).toBe('from');
      expect((await faults('from=2026-03-01'))[0]?.field).toBe('to');
      expect((await ask('from=2026-03-01&to=2026-03-02&format=pdf')).status).toBe(400);
      expect((await ask('from=2020-03-01&to=2020-03-02')).status).toBe(404);
      const clerk = await hub.signIn('1001');
      expect((await hub.request('GET', rangePath, { token: clerk })).status).toBe(403);
      expect((await hub.request('GET', rangePath)).status).toBe(401);
    });
  });
});
