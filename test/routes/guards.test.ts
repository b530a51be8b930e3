import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits } from '#server/limits.ts';
import { startHub, type TestHub } from '#test/support/hub.ts';

let hub: TestHub;
let kiosk: string;
let clerk: string;

beforeAll(async () => {
  hub = await startHub();
  kiosk = (await hub.device('kiosk')).token;
  clerk = await hub.signIn('1001');
});

afterAll(() => hub.close());

const take = (key: string | undefined, body: unknown, token = kiosk) =>
  hub.request('POST', '/api/tickets', { token, body, ...(key === undefined ? {} : { key }) });

describe('an address', () => {
  it('with a slash too many leads to the one without, and to no other site', async () => {
    const leads = async (path: string) => {
      const { status, headers } = await hub.request('GET', path);
      return status === 308
        ? new URL(String(headers.location), `http://hub.test${path}`).href
        : status;
    };
    expect(await leads('/api/hall/')).toBe('http://hub.test/api/hall');
    expect(await leads('/display/window/1/?lang=en')).toBe(
      'http://hub.test/display/window/1?lang=en',
    );
    expect(await leads('/nowhere')).toBe(404);
    expect(await leads('/nowhere//')).toBe(404);
    expect(await leads('/x/evil.example/')).toBe('http://hub.test/x/evil.example');
    const raw = await hub.request('GET', '//evil.example/');
    expect(raw.headers.location ?? '../').toMatch(/^\.\.\//);
    expect((await hub.request('POST', '/api/tickets/', { token: kiosk, body: {} })).status).toBe(
      404,
    );
  });
});

describe('input', () => {
  it('that is no JSON is 400, of another type 415, too long 413', async () => {
    const malformed = await take(undefined, '{"service": ');
    expect(malformed.body).toMatchObject({ status: 400, code: 'bad-input' });
    expect(malformed.body.fields[0]!.field).toBe('body');
    const poisoned = await take(undefined, '{"service":"payment","__proto__":{"x":1}}');
    expect(poisoned.status).toBe(400);
    const form = await hub.request('POST', '/api/tickets', {
      token: kiosk,
      body: 'service=payment',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(form.body).toMatchObject({ status: 415, code: 'unsupported-media-type' });
    const long = await take(undefined, { service: 'x'.repeat(limits.bodyBytesMax) });
    expect(long.body).toMatchObject({ status: 413, code: 'too-large' });
  });

  it('given twice is refused, and a path’s field is no query’s', async () => {
    for (const query of ['limit=1&limit=2', 'state=waiting&state=done', 'counter=1']) {
      const answer = await hub.request('GET', `/api/tickets?${query}`, { token: clerk });
      expect(answer.status, query).toBe(400);
    }
  });

  it('of a wrong type is not repaired', async () => {
    const answer = await take(undefined, { service: 7, language: 'fr', need: ' ', source: null });
    const fields = Object.fromEntries(
      answer.body.fields.map((each: { field: string; message: string }) => [
        each.field,
        each.message,
      ]),
    );
    expect(Object.keys(fields).sort()).toEqual(['language', 'need', 'service', 'source']);
    const array = await take(undefined, []);
    expect(array.body.fields).toHaveLength(1);
  });

  it('names the fields in the asker’s language', async () => {
    const ask = (language: string) =>
      hub.request('POST', '/api/tickets', { token: kiosk, body: {}, language });
    expect((await ask('en;q=0.8, fr')).body).toMatchObject({
      detail: 'service is required',
      title: 'A few entries need another look',
    });
    expect((await ask('zh-TW')).body.detail).toBe('service：必填');
    expect((await ask('fr, de')).headers['content-language']).toBe('zh');
  });

  it('with an unknown service or class is 404 and says what', async () => {
    const answer = await hub.request('POST', '/api/tickets', {
      token: kiosk,
      body: { service: 'haircut' },
      language: 'en',
    });
    expect(answer.body).toMatchObject({ status: 404, code: 'unknown' });
    expect(answer.body.detail).toContain('haircut');
    const unknown = await take(undefined, { service: 'payment', class: 'royal' });
    expect(unknown.status).toBe(404);
  });

  it('at an unknown address is 404, whatever the method', async () => {
    for (const [method, path] of [
      ['GET', '/api/nothing'],
      ['PUT', '/api/tickets'],
      ['TRACE', '/api/hall'],
      ['GET', '/assets/../package.json'],
      ['GET', '/assets/%2e%2e/package.json'],
      ['POST', `/api/counters/${'9'.repeat(200)}/call`],
    ] as const) {
      const answer = await hub.request(method, path, { token: clerk });
      expect(answer.body, path).toMatchObject({ status: 404, code: 'unknown' });
      expect(answer.headers['content-type']).toContain('application/problem+json');
    }
  });

  it('without a body is an empty one: an empty JSON body too', async () => {
    const open = await hub.request('POST', '/api/counters/3/open', { token: clerk });
    expect(open.status).toBe(200);
    const close = await hub.request('POST', '/api/counters/3/close', { token: clerk, body: '' });
    expect(close.status).toBe(200);
  });
});

describe('Idempotency-Key', () => {
  it('answers the same result word for word, also later, and takes one number', async () => {
    const body = { service: 'payment', language: 'en' };
    const first = await take('key-1', body);
    const again = await take('key-1', { language: 'en', service: 'payment' });
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
    await hub.request('POST', `/api/tickets/${first.body.id}/cancel`, { body: {} });
    expect((await take('key-1', body)).body).toEqual(first.body);
    const others = await take('key-2', body);
    expect(others.body.number).not.toBe(first.body.number);
  });

  it('[one-customer-at-a-time] of a double tap runs once, even at the same moment', async () => {
    const body = { service: 'enquiry' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => take('tap', body)));
    expect(new Set(answers.map((each) => each.body.id)).size).toBe(1);
  });

  it('with another body is 422; another asker’s key is another key', async () => {
    await take('key-3', { service: 'payment' });
    const reused = await take('key-3', { service: 'enquiry' });
    expect(reused.body).toMatchObject({ status: 422, code: 'key-reused' });
    const other = await take('key-3', { service: 'enquiry' }, clerk);
    expect(other.status).toBe(201);
  });

  it('keeps a refusal, and works for posts that are no commands', async () => {
    const recall = () =>
      hub.request('POST', '/api/counters/1/recall', { token: clerk, body: {}, key: 'r1' });
    expect((await recall()).status).toBe(409);
    expect((await recall()).status).toBe(409);
    const pair = (name: string) =>
      hub.request('POST', '/api/devices', { body: { kind: 'display', name }, key: 'pair' });
    const first = await pair('lobby');
    expect((await pair('lobby')).body).toEqual(first.body);
    expect((await pair('other')).status).toBe(422);
  });

  it('that is empty or too long is bad input', async () => {
    for (const key of [' ', 'k'.repeat(limits.idempotencyKeyLengthMax + 1)]) {
      const answer = await take(key, { service: 'payment' });
      expect(answer.body.fields[0]!.field).toBe('Idempotency-Key');
    }
  });
});

describe('identity', () => {
  it('by a wrong, stale or malformed token is none', async () => {
    for (const headers of [
      { authorization: 'Bearer nonsense' },
      { authorization: 'Basic MTAwMTo0ODIx' },
      { cookie: 'paihao-session=nonsense' },
    ]) {
      const answer = await hub.request('GET', '/api/counters', { headers });
      expect(answer.body).toMatchObject({ status: 401, code: 'not-signed-in' });
    }
    // Public doors stay open to whoever brings a token from yesterday.
    const open = await hub.request('GET', '/api/hall', { token: 'yesterday' });
    expect(open.status).toBe(200);
  });

  it('by cookie counts for the hub’s own pages only', async () => {
    const signed = await hub.request('POST', '/api/sessions', {
      body: { badge: '1002', pin: '91002' },
    });
    const [cookie = ''] = String(signed.headers['set-cookie']).split(';');
    expect(String(signed.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/);
    const ask = (headers: Readonly<Record<string, string>>) =>
      hub.request('POST', '/api/tickets', {
        body: { service: 'payment' },
        headers: { cookie, host: 'hall.example:8080', ...headers },
      });
    expect((await ask({ origin: 'http://hall.example:8080' })).status).toBe(201);
    expect((await ask({})).status).toBe(201);
    for (const headers of [
      { origin: 'http://evil.example' },
      { origin: 'http://hall.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      const answer = await ask(headers);
      expect(answer.body).toMatchObject({ status: 403, code: 'forbidden' });
    }
    const read = await hub.request('GET', '/api/counters', {
      headers: { cookie, host: 'hall.example:8080', origin: 'http://evil.example' },
    });
    // Reading is safe: another page gets no permission to see the answer.
    expect(read.status).toBe(200);
    expect(read.headers['access-control-allow-origin']).toBeUndefined();
    // A token that a program carries itself needs no origin.
    const bearer = await hub.request('POST', '/api/tickets', {
      token: clerk,
      body: { service: 'payment' },
      headers: { origin: 'http://evil.example' },
    });
    expect(bearer.status).toBe(201);
  });
});

describe('every answer', () => {
  it('carries the policy: nothing from elsewhere, nothing inline, no referrer', async () => {
    const { headers } = await hub.request('GET', '/api/hall', {
      headers: { host: 'hall.example:8080' },
    });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("connect-src 'self' ws://hall.example:8080 wss://hall.example:8080");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    expect(policy).toMatch(/object-src 'none';base-uri 'none';form-action 'self';frame-ancestors/);
    // A browser would ignore it on a plain line, and say so.
    expect(headers['cross-origin-opener-policy']).toBeUndefined();
    const odd = await hub.request('GET', '/api/hall', {
      headers: { host: "x; script-src 'none'" },
    });
    expect(String(odd.headers['content-security-policy'])).not.toContain('script-src');
  });
});

describe('limits', () => {
  it('answer 429 with Retry-After: lookups of one kiosk, unknown addresses of one place', async () => {
    const look = () =>
      hub.request('POST', '/api/customers/lookup', { token: kiosk, body: { key: '13800000000' } });
    let last = await look();
    for (let tries = 1; tries <= limits.lookupsPerMinuteMax; tries += 1) last = await look();
    expect(last.body).toMatchObject({ status: 429, code: 'too-many' });
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
    expect(last.body.retryAfterSeconds).toBe(Number(last.headers['retry-after']));

    let lost = await hub.request('GET', '/nowhere');
    for (let tries = 0; tries <= limits.notFoundPerMinuteMax && lost.status === 404; tries += 1) {
      lost = await hub.request('GET', '/nowhere');
    }
    expect(lost.status).toBe(429);
  });

  it('never slow a known identity’s commands', async () => {
    const statuses = new Set<number>();
    for (let round = 0; round < 700; round += 1) {
      statuses.add((await hub.request('GET', '/api/counters', { token: clerk })).status);
    }
    expect([...statuses]).toEqual([200]);
  });
});
