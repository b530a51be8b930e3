import { beforeAll, describe, expect, it } from 'vitest';
import { startHub, type TestHub } from '#test/support/hub.ts';

interface Job {
  readonly job: string;
  readonly state: string;
  readonly answer: {
    readonly asItWas: { readonly figures: { readonly totals: { readonly served: number } } };
    readonly asAsked: { readonly staffing: readonly unknown[] };
  } | null;
}

const date = '2026-03-02';
let hub: TestHub;
let supervisor: string;

beforeAll(async () => {
  hub = await startHub();
  supervisor = await hub.signIn('9001');
  const clerk = await hub.signIn('1001');
  const { token: kiosk } = await hub.device('kiosk');
  const at = (act: string) =>
    hub.request('POST', `/api/counters/1/${act}`, { token: clerk, body: {} });
  await at('open');
  for (let round = 0; round < 3; round += 1) {
    await hub.request('POST', '/api/tickets', { token: kiosk, body: { service: 'payment' } });
    await at('call');
    await at('start');
    expect((await at('finish')).status).toBe(200);
  }
  return () => hub.close();
});

const ask = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object, token = supervisor) =>
  hub.request(method, path, { token, ...(body === undefined ? {} : { body }) });

async function answered(job: string): Promise<Job> {
  const read = async (): Promise<Job> =>
    JSON.parse((await ask('GET', `/api/what-if/jobs/${job}`)).text) as Job;
  await expect.poll(async () => (await read()).state).not.toMatch(/ing$/);
  return read();
}

describe('what if', () => {
  it('begins with what a day was made of', async () => {
    const { status, text } = await ask('GET', `/api/what-if/days/${date}`);
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({
      date,
      customers: 3,
      staffing: [{ counter: '1' }],
      discipline: { kind: 'strict' },
    });
    expect((await ask('GET', '/api/what-if/days/2026-03-01')).status).toBe(404);
  });

  it('answers the day as it was beside the day as asked', async () => {
    const staffing = [
      { counter: '2', from: `${date}T08:30:00+08:00`, to: `${date}T18:30:00+08:00` },
    ];
    const asked = await ask('POST', '/api/what-if', { date, staffing });
    expect(asked.status).toBe(202);
    const { answer, state } = await answered((JSON.parse(asked.text) as Job).job);
    expect(state).toBe('done');
    expect(answer?.asItWas.figures.totals.served).toBe(3);
    expect(answer?.asAsked.staffing).toHaveLength(1);
  });

  it('finds the least staffing', async () => {
    const asked = await ask('POST', '/api/what-if/least-staffing', { date });
    const { answer } = await answered((JSON.parse(asked.text) as Job).job);
    expect(answer).toMatchObject({ kind: 'least-staffing', isReached: true, isLeast: true });
  });

  it('names every counter, service, class and stay that cannot be', async () => {
    const { status, text } = await ask('POST', '/api/what-if', {
      date,
      staffing: [{ counter: '99', from: '2026-03-02T10:00:00Z', to: '2026-03-02T09:00:00Z' }],
      counterServices: { '1': ['tea'] },
      discipline: { kind: 'ratio', shares: { royalty: 2 } },
    });
    expect(status).toBe(400);
    const { fields } = JSON.parse(text) as { fields: { field: string }[] };
    expect(fields.map(({ field }) => field).sort()).toEqual([
      'counterServices.1',
      'discipline',
      'staffing.0.counter',
      'staffing.0.to',
    ]);
  });

  it('is the supervisor’s, and can be taken back', async () => {
    const clerk = await hub.signIn('1001');
    expect((await ask('POST', '/api/what-if', { date }, clerk)).status).toBe(403);
    const asked = await ask('POST', '/api/what-if/least-staffing', { date });
    const { job } = JSON.parse(asked.text) as Job;
    expect((await ask('DELETE', `/api/what-if/jobs/${job}`)).status).toBe(204);
    expect((await answered(job)).state).toBe('cancelled');
    expect((await ask('DELETE', '/api/what-if/jobs/none')).status).toBe(404);
  });
});
