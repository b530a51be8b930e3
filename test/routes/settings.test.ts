import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  SettingsChange,
  SettingsCheck,
  SettingsPreview,
  SettingsView,
} from '#server/settings/answers.ts';
import type { HallSettings } from '#server/settings/draft.ts';
import { withValue } from '#server/settings/paths.ts';
import { testConfig } from '#test/support/hall-config.ts';
import { startHub, type TestHub } from '#test/support/hub.ts';

let hub: TestHub;
let token: string;
let other: string;

beforeAll(async () => {
  const manager = testConfig.staff.find(({ badge }) => badge === '9001');
  if (manager === undefined) throw new Error('a supervisor');
  const second = { ...manager, badge: '9002', name: '刘建平' };
  hub = await startHub({ config: { ...testConfig, staff: [...testConfig.staff, second] } });
  token = await hub.signIn('9001');
  other = await hub.signIn('9002');
});
afterAll(() => hub.close());

async function view(): Promise<SettingsView> {
  return (await hub.request('GET', '/api/settings', { token })).body as unknown as SettingsView;
}

interface Saving {
  readonly settings: HallSettings;
  readonly base: number;
  readonly from?: 'now' | 'next-opening';
  readonly why?: string;
  readonly override?: { readonly reason: string };
}

const save = ({ from = 'now', why = 'test', ...saving }: Saving, who = token, key?: string) =>
  hub.request('POST', '/api/settings', {
    token: who,
    body: { from, why, ...saving },
    language: 'en',
    ...(key === undefined ? {} : { key }),
  });

async function check(settings: unknown, base: number): Promise<SettingsCheck> {
  const answer = await hub.request('POST', '/api/settings/check', {
    token,
    body: { settings, base },
  });
  expect(answer.status).toBe(200);
  return answer.body as unknown as SettingsCheck;
}

async function history(): Promise<readonly SettingsChange[]> {
  const { body } = await hub.request('GET', '/api/settings/history', { token });
  return (body as unknown as { changes: readonly SettingsChange[] }).changes;
}

describe('the doors of the settings', () => {
  it('are the supervisors’', async () => {
    const clerk = await hub.signIn('1001');
    for (const path of ['', '/history', '/history/1', '/export', '/template']) {
      expect((await hub.request('GET', `/api/settings${path}`)).status).toBe(401);
      expect((await hub.request('GET', `/api/settings${path}`, { token: clerk })).status).toBe(403);
    }
    const { settings, revision } = await view();
    expect((await save({ settings, base: revision }, clerk)).status).toBe(403);
    const asked = { token: clerk, body: { settings, moment: 'open' } };
    expect((await hub.request('POST', '/api/settings/preview', asked)).status).toBe(403);
  });

  it('show a draft as customers would see it, and change nothing', async () => {
    const { settings, revision } = await view();
    const draft = withValue(settings, 'services[0].name.en', 'Bills');
    const show = (body: object) =>
      hub.request('POST', '/api/settings/preview', { token, body: { settings: draft, ...body } });
    const before = hub.hall.dispatch.state();
    const take = { service: 'payment', language: 'en' };
    const answer = await show({ moment: 'open', day: '2026-03-05', take });
    expect(answer.status).toBe(200);
    const shown = answer.body as unknown as SettingsPreview;
    expect(shown.kiosk.services[0]?.name.en).toBe('Bills');
    expect(shown.lobby.waiting[0]?.name.en).toBe('Bills');
    expect(shown.taken?.serviceName.en).toBe('Bills');
    expect([shown.day, shown.slip?.service.en, shown.template]).toEqual([
      '2026-03-05',
      'Bills',
      null,
    ]);
    expect(shown.refused).toBeNull();
    const late = await show({ moment: 'closed', day: '2026-03-05', take });
    expect(late.body).toMatchObject({
      taken: null,
      refused: { code: 'refused', rule: 'outside-hours', status: 409 },
    });
    const said = (late.body as unknown as SettingsPreview).refused?.detail;
    expect(said).toMatch(/^[A-Z][a-z ,0-9:]+.*\.$/);
    expect(hub.hall.dispatch.state()).toBe(before);
    expect((await view()).revision).toBe(revision);

    const wrong = withValue(settings, 'services[0].prefix', '7');
    const refused = await show({ moment: 'open', settings: wrong });
    expect(refused.status).toBe(400);
    expect(refused.body['fields']).toEqual([
      expect.objectContaining({ field: 'services[0].prefix' }),
    ]);
    expect((await show({ moment: 'noon' })).status).toBe(400);
  });

  it('tell what holds, the schema, and when the next opening is', async () => {
    const { settings, schema, ...rest } = await view();
    expect(rest).toEqual({
      revision: 1,
      planned: null,
      training: true,
      today: '2026-03-02',
      nextOpening: { day: '2026-03-03', at: '2026-03-03T00:30:00.000Z' },
    });
    expect(settings.services.map(({ prefix }) => prefix)).toEqual(['A', 'B']);
    expect(JSON.stringify(settings)).not.toContain('pin');
    expect(schema['properties']).toHaveProperty('policy');
  });

  it('save at once, whole, by whom and why; a repeated key is answered, not done twice', async () => {
    const { settings, revision } = await view();
    const next = withValue(settings, 'hall.hotline', '10086');
    const saving = { settings: next, base: revision, why: 'new line, call 13800138000' };
    const saved = await save(saving, token, 'key-1');
    expect(saved.body).toMatchObject({ settingsRevision: 2 });
    expect((await save(saving, token, 'key-1')).body).toEqual(saved.body);
    expect((await save({ ...saving, why: 'other' }, token, 'key-1')).status).toBe(422);
    expect((await view()).settings.hall.hotline).toBe('10086');
    const [last] = await history();
    expect(last).toMatchObject({
      revision: 2,
      kind: 'now',
      by: { badge: '9001', name: '王芳' },
      differences: [{ place: ['hall', 'hotline'], before: '10050', after: '10086' }],
    });
    // The rule `privacy` holds for reasons too.
    expect(last?.why).not.toContain('13800138000');
  });

  it('refuse a draft with mistakes, and name each of them', async () => {
    const { settings, revision } = await view();
    const wrong = withValue(withValue(settings, 'services[1].prefix', 'A'), 'hall.timezone', 'X');
    const refused = await save({ settings: wrong, base: revision });
    expect(refused.status).toBe(400);
    expect(refused.body.fields.map(({ field }) => field)).toEqual([
      'hall.timezone',
      'services[1].prefix',
    ]);
    const { problems, effects } = await check(wrong, revision);
    expect(problems.map(({ path }) => path)).toEqual(['hall.timezone', 'services[1].prefix']);
    expect(problems[1]?.message.zh).toBe('“A”已经用了，不能重复。');
    expect(effects).toEqual([]);
    expect((await check({ nonsense: [] }, revision)).problems.length).toBeGreaterThan(3);
    const short = withValue(settings, 'hours.weekly.sat', 'closed');
    const { problems: hours } = await check(short, revision);
    expect(hours.map(({ path }) => path)).toEqual(['hours.weekly.sat']);
  });

  it('[newer-settings] merge what does not overlap, and answer both sides of what does', async () => {
    const { settings, revision } = await view();
    const mine = withValue(settings, 'services[0].expectedMinutes', 7);
    const theirs = withValue(settings, 'hall.name.en', 'Other Hall');
    expect((await save({ settings: theirs, base: revision, why: 'name' }, other)).status).toBe(200);
    const { newer } = await check(mine, revision);
    expect(newer).toMatchObject({
      revision: revision + 1,
      conflicts: [],
      changes: [{ why: 'name', by: { badge: '9002' } }],
    });
    expect((await save({ settings: mine, base: revision })).status).toBe(200);
    const merged = (await view()).settings;
    expect(merged.hall.name.en).toBe('Other Hall');
    expect(merged.services[0]?.expectedMinutes).toBe(7);

    const late = withValue(settings, 'hall.name.en', 'Third Hall');
    const refused = await save({ settings: late, base: revision });
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({
      rule: 'newer-settings',
      newer: {
        conflicts: [
          {
            place: ['hall', 'name', 'en'],
            base: 'Test Hall',
            mine: 'Third Hall',
            theirs: 'Other Hall',
          },
        ],
      },
    });
    expect((await view()).settings.hall.name.en).toBe('Other Hall');
    // A base that never was: everything that differs is told.
    expect((await save({ settings: late, base: 999 })).status).toBe(409);
  });

  it('[settings-in-use] refuse what would break the day with all that is in the way, in words', async () => {
    const clerk = await hub.signIn('1001');
    await hub.request('POST', '/api/counters/1/open', { token: clerk, body: {} });
    await hub.request('POST', '/api/tickets', { token, body: { service: 'payment' } });
    const { settings, revision } = await view();
    const less: HallSettings = {
      ...settings,
      services: settings.services.slice(1),
      counters: settings.counters.filter(({ id }) => id !== '1'),
    };
    const refused = await save({ settings: less, base: revision });
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({
      rule: 'settings-in-use',
      overridable: false,
      obstacles: [
        { place: ['counters', '1'], text: '李敏 is at counter 1.' },
        { place: ['services', 'payment'], by: { count: 1, numbers: ['A001'] } },
      ],
    });
    const { effects } = await check(less, revision);
    expect(
      effects.map(({ difference, from, inTheWay }) => [
        difference.place.join('/'),
        from,
        inTheWay.map(({ text }) => text.en),
      ]),
    ).toEqual([
      ['services/payment', 'next-opening', ['Payments: 1 still to be served: A001.']],
      ['counters/1', 'next-opening', ['李敏 is at counter 1.']],
    ]);
  });

  it('[never-close-early] ask a reason for an earlier closing, and keep it', async () => {
    const { settings, revision } = await view();
    const short = withValue(settings, 'hours.exceptions', [
      { date: '2026-03-02', hours: '08:30-17:00', reason: 'spring-festival' },
    ]);
    const { effects } = await check(short, revision);
    expect(effects).toMatchObject([
      { from: 'now', overridable: true, inTheWay: [{ rule: 'never-close-early' }] },
    ]);
    const refused = await save({ settings: short, base: revision });
    expect(refused.body).toMatchObject({ rule: 'never-close-early', overridable: true });
    const override = { reason: 'power cut from five' };
    expect((await save({ settings: short, base: revision, override })).status).toBe(200);
    expect((await history())[0]?.override).toBe('power cut from five');
  });

  it('plan for the next opening, change now beside the plan, and take the plan back', async () => {
    const { settings, revision } = await view();
    const planned = withValue(settings, 'services[0].promiseMinutes', 8);
    const plan = {
      settings: planned,
      base: revision,
      from: 'next-opening',
      why: 'spring',
    } as const;
    expect((await save(plan, other)).status).toBe(200);
    const shown = await view();
    expect(shown.settings.services[0]?.promiseMinutes).toBe(10);
    expect(shown.planned).toMatchObject({
      revision: revision + 1,
      why: 'spring',
      by: { badge: '9002', name: '刘建平' },
      differences: [{ place: ['services', 'payment', 'promiseMinutes'], before: 10, after: 8 }],
    });
    const urgent = withValue(planned, 'hall.hotline', '10000');
    expect((await save({ settings: urgent, base: revision + 1 })).status).toBe(200);
    const after = await view();
    expect(after.settings.hall.hotline).toBe('10000');
    expect(after.settings.services[0]?.promiseMinutes).toBe(10);
    expect(after.planned?.settings.services[0]?.promiseMinutes).toBe(8);
    expect(after.planned?.settings.hall.hotline).toBe('10000');
    expect(after.planned?.why).toBe('spring');
    const stale = await hub.request('DELETE', '/api/settings/planned?base=1', { token });
    expect(stale.body).toMatchObject({ status: 409, rule: 'newer-settings' });
    const base = String(after.revision);
    const gone = await hub.request('DELETE', `/api/settings/planned?base=${base}`, { token });
    expect(gone.status).toBe(200);
    expect((await view()).planned).toBeNull();
    expect((await history()).slice(0, 4).map(({ kind }) => kind)).toEqual([
      'withdrawn',
      'next-opening',
      'now',
      'next-opening',
    ]);
  });

  it('give a former revision, and the present without its change; what came later on the same place stays', async () => {
    const changes = await history();
    const renamed = changes.find(({ why }) => why === 'name');
    const path = `/api/settings/history/${String(renamed?.revision)}`;
    const { body } = await hub.request('GET', path, { token });
    const former = body as unknown as {
      settings: HallSettings;
      undone: { settings: HallSettings; conflicts: readonly object[] };
    };
    expect(former.settings.hall.name.en).toBe('Other Hall');
    expect(former.undone.settings.hall.name.en).toBe('Test Hall');
    expect(former.undone.settings.hall.hotline).toBe('10000');
    expect(former.undone.conflicts).toEqual([]);
    const hotline = await hub.request('GET', '/api/settings/history/2', { token });
    expect(hotline.body).toMatchObject({
      undone: { conflicts: [{ place: ['hall', 'hotline'], theirs: '10000' }] },
    });
    expect((await hub.request('GET', '/api/settings/history/99', { token })).status).toBe(404);
  });

  it('export a hall file that an import reads back', async () => {
    const file = await hub.request('GET', '/api/settings/export', { token });
    expect(file.headers['content-type']).toBe('application/yaml; charset=utf-8');
    expect(file.headers['content-disposition']).toBe('attachment; filename="test.yaml"');
    const read = await hub.request('POST', '/api/settings/import', {
      token,
      body: { file: file.text },
    });
    expect(read.body).toEqual({ ok: true, settings: (await view()).settings, left: [] });
    const wrong = await hub.request('POST', '/api/settings/import', {
      token,
      body: { file: 'hall: {\nid: x' },
    });
    expect(wrong.body).toMatchObject({ ok: false, problems: [{ line: 1 }] });
    const template = await hub.request('GET', '/api/settings/template', { token });
    expect(template.text).toContain('new-hall');
  });
});
