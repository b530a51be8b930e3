import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutNumbers } from '#server/desk/without-numbers.ts';
import { testConfig } from '#test/support/hall-config.ts';
import { pinOf, startHub, type TestHub } from '#test/support/hub.ts';

/** Planted wherever a person’s data may come in; none of it may come out anywhere. */
const planted = {
  phone: '13912345678',
  phoneWritten: '139-1234-5678',
  strangerPhone: '18600001111',
  card: 'VIP-8823-0077',
  idCard: '11010519491231002X',
  bankCard: '6222021234567890123',
  name: '欧阳慕白',
  note: 'likes-the-window-seat-5521',
  pin: pinOf('1001'),
  wrongPin: 'wrong-pin-90817',
} as const;

/** Also what would stand there after the usual transformations. */
const words: readonly string[] = [
  ...Object.values(planted),
  '1391234567',
  '139 1234 5678',
  'VIP88230077',
  'vip88230077',
  '8823-0077',
  '6222 0212 3456 7890 123',
];

const logged: string[] = [];
const answered: string[] = [];
let hub: TestHub;

/** A day at a working hall, with everybody careless about what they write where. */
beforeAll(async () => {
  hub = await startHub({
    listen: true,
    config: { ...testConfig, training: false },
    customers: [
      { key: planted.phone, class: 'vip', note: `${planted.name} ${planted.note}` },
      { key: planted.card, class: 'vip', note: null },
    ],
    logTo: (line) => logged.push(line),
  });
  const ask = async (...asked: Parameters<TestHub['request']>) => {
    const answer = await hub.request(...asked);
    answered.push(answer.text, JSON.stringify(answer.headers));
    return answer;
  };
  const supervisor = await hub.signIn('9001');
  const clerk = await hub.signIn('1001');
  const approved = async (kind: 'kiosk' | 'display' | 'hardware') => {
    const { device, token } = await hub.device(kind, `a ${kind}`);
    await ask('POST', `/api/devices/${device}/approve`, { token: supervisor });
    return token;
  };
  const kiosk = await approved('kiosk');
  const display = await approved('display');
  const reader = await approved('hardware');

  const heard: [string, string | null, object][] = [
    ['lobby', null, {}],
    ['door', null, {}],
    ['kiosk', kiosk, {}],
    ['window', display, { counter: '1' }],
    ['console', clerk, { counter: '1' }],
    ['supervisor', supervisor, {}],
    ['agent', reader, {}],
  ];
  for (const [view, token, target] of heard) {
    const socket = hub.socket(token === null ? {} : { token });
    socket.onAny((...message) => answered.push(JSON.stringify(message)));
    await once(socket as never, 'connect');
    answered.push(JSON.stringify(await socket.emitWithAck('watch', { view, ...target })));
    if (view !== 'agent') continue;
    for (const key of [planted.phone, planted.card, planted.idCard, planted.name]) {
      answered.push(JSON.stringify(await socket.emitWithAck('present', { kiosk: null, key })));
    }
  }

  const sentence = `${planted.phone}，${planted.idCard}，${planted.bankCard} ${planted.phoneWritten}`;
  const clerkDoes = (verb: string, body: object = {}) =>
    ask('POST', `/api/counters/1/${verb}`, { token: clerk, body });
  const takes = (body: object) =>
    ask('POST', '/api/tickets', { token: kiosk, body: { service: 'payment', ...body } });

  await ask('POST', '/api/sessions', { body: { badge: '1002', pin: planted.wrongPin } });
  await ask('POST', '/api/sessions', { body: { badge: planted.phone, pin: planted.wrongPin } });
  await ask('POST', '/api/sessions', { body: `{"badge":"1002","pin":"${planted.wrongPin}"` });
  await ask('POST', '/api/sessions', { body: { badge: '1002', nonsense: planted.phone } });
  await ask('GET', `/api/nothing/${planted.phone}?name=${encodeURIComponent(planted.name)}`);
  await ask('GET', `/t/${planted.phone}`);
  await ask('GET', '/api/hall', {
    headers: { cookie: `a=${planted.phone}`, referer: `http://x/${planted.phone}` },
  });
  for (const key of [planted.phone, planted.strangerPhone, planted.idCard, planted.name]) {
    await ask('POST', '/api/customers/lookup', { token: kiosk, body: { key } });
  }
  await takes({ customer: planted.phoneWritten, need: `轮椅 ${sentence}` });
  await takes({ customer: planted.card });
  await takes({ customer: planted.strangerPhone });
  await takes({ customer: planted.name, service: planted.idCard.toLowerCase() });
  await clerkDoes('open');
  const called = await clerkDoes('call');
  const { id } = called.body.ticket;
  answered.push((await ask('GET', `/t/${id}`)).text);
  await ask('GET', `/api/tickets/${id}`);
  await clerkDoes('start');
  await clerkDoes('park', { missing: [`身份证 ${planted.idCard}`], note: `回电 ${sentence}` });
  await clerkDoes('call');
  await clerkDoes('start');
  await clerkDoes('transfer', { service: 'enquiry', reason: `打 ${planted.phoneWritten}` });
  await clerkDoes('call');
  await clerkDoes('start');
  await clerkDoes('finish', { outcome: `已告知 ${planted.phone}` });
  await clerkDoes('pause', { kind: 'absence', reason: `陪同 ${planted.bankCard}` });
  await clerkDoes('resume');
  const handover = await clerkDoes('handover', {
    to: '1002',
    record: {
      equipment: sentence,
      hardCases: `客户 ${planted.idCard}`,
      staffChanges: sentence,
      followUps: [`回电 ${planted.phone}`, { text: `再打 ${planted.phoneWritten}` }],
      note: sentence,
    },
  });
  expect(handover.text).toContain('"revision"');
  await clerkDoes('close', {
    override: { reason: `经办 ${planted.phone}`, badge: '9001', pin: planted.wrongPin },
  });
  await clerkDoes('close', {
    override: { reason: `急事 ${planted.phone}`, badge: '9001', pin: pinOf('9001') },
  });
  await ask('POST', '/api/hall/intake', {
    token: supervisor,
    body: { state: 'closed', reason: sentence },
  });
  for (const path of ['/api/hall', '/metrics', '/readyz', '/healthz', '/api/openapi.json']) {
    await ask('GET', path);
  }
  for (const path of [
    '/api/counters',
    '/api/tickets',
    '/api/journal',
    '/api/reports/day/2026-03-02',
  ]) {
    const { status } = await ask('GET', path, { token: supervisor });
    expect(status, path).toBe(200);
  }
  await ask('DELETE', '/api/sessions/current', { token: clerk });
});

afterAll(() => hub.close());

function findings(texts: readonly string[]): string[] {
  return texts.flatMap((text) =>
    words.filter((word) => text.includes(word)).map((word) => `${word} in ${text.slice(0, 300)}`),
  );
}

describe('of what was planted at every door', () => {
  it('[privacy] the journal holds nothing, and still what happened', async () => {
    const records = await hub.journal.read(1, 10_000);
    const bodies = records.map(({ body }) => body);
    const types = new Set(bodies.map((body) => (JSON.parse(body) as { type: string }).type));
    for (const type of ['TicketIssued', 'TicketParked', 'HandoverStarted', 'CounterPaused']) {
      expect([...types]).toContain(type);
    }
    expect(findings(bodies)).toEqual([]);
    expect(bodies.join('\n')).toContain('139****5678');
    expect(JSON.stringify(await hub.journal.receipts('2026-03-02'))).not.toMatch(/139\d{8}/);
  });

  it('[privacy] the log holds nothing, at its most talkative', () => {
    expect(logged.length).toBeGreaterThan(20);
    expect(findings(logged)).toEqual([]);
  });

  it('[privacy] no view, call, answer, report, metric or problem holds anything', () => {
    expect(answered.length).toBeGreaterThan(100);
    expect(findings(answered)).toEqual([]);
  });

  it('[privacy] public views tell no class, need or customer of a ticket', () => {
    const state = hub.hall.dispatch.state();
    const customer = hub.hall.vault.customers.find(planted.phone)?.customer ?? 'none';
    for (const view of ['lobby', 'door'] as const) {
      const text = JSON.stringify(hub.hall.views.view(view, {}));
      expect(text).not.toContain(customer);
      expect(text).not.toContain('轮椅');
    }
    expect(state.figures.issued).toBeGreaterThan(2);
  });
});

describe('numbers in a sentence', () => {
  it.each([
    ['回电 13912345678 谢谢', '回电 139****5678 谢谢'],
    ['+86 139-1234-5678', '139****5678'],
    ['１３９１２３４５６７８', '139****5678'],
    ['11010519491231002x.', '110****002x.'],
    ['6222 0212 3456 7890 123', '622****0123'],
  ])('[privacy] %s becomes %s', (written, kept) => {
    expect(withoutNumbers(written)).toBe(kept);
  });

  it.each([
    'A012, V003',
    '2026-03-02 09:30 10050',
    '金额 1234567.89',
    '０９：３０',
    '0-8c1f13912345678abc',
    '客服 010-12345678',
  ])('leaves %s as it is', (written) => {
    expect(withoutNumbers(written)).toBe(written);
  });
});
