import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { hostileFrames } from './fuzz/socket-words.ts';
import { faultsOfAnswer } from './fuzz/judge-answer.ts';
import { createFuzzWorld, type FuzzWorld } from './fuzz/world.ts';

/** The long form: `npm run fuzz -- --minutes N --seed S`. */
const seed = 20_260_302;

/** Doors that valid input alone does not pass in this hub, and why; each is fuzzed all the same. */
const notPassedHere: Readonly<Record<string, string>> = {
  'POST /api/prints': 'needs a print job under way: test/hardware',
  'POST /api/training/simulation': 'no simulated people in this hub: test/people',
  'PUT /api/voice/packs/{pack}/clips/{key}': 'takes a recording: test/voice',
  'GET /api/voice/packs/{pack}/archive': 'needs a recorded pack: test/voice',
  'DELETE /api/voice/packs/{pack}/clips/{key}': 'needs a recorded clip: test/voice',
  'GET /api/voice/clips/{file}': 'needs a rendered sentence: test/voice',
  'POST /api/what-if': 'times within the day: test/routes/what-if',
  'GET /api/what-if/jobs/{job}': 'needs a job: test/routes/what-if',
  'DELETE /api/what-if/jobs/{job}': 'needs a job: test/routes/what-if',
  'POST /api/notices/order': 'names that stand, all of them: test/routes/notices',
  'POST /api/customers/imports': 'takes a table: test/routes/customer-imports',
  'GET /api/customers/imports/{import}': 'needs a table: test/routes/customer-imports',
  'DELETE /api/customers/imports/{import}': 'needs a table: test/routes/customer-imports',
  'GET /api/customers/imports/{import}/faults.csv': 'needs a table: test/routes/customer-imports',
  'POST /api/customers/imports/{import}/keep': 'needs a table: test/routes/customer-imports',
  'POST /api/customers/lookup': 'whom it knew is erased by then: test/routes/customer-imports',
  'POST /api/sessions/current/pin': 'asks the asker’s own pin: test/routes/own-sign-in',
  'POST /api/sessions/end-others': 'asks the asker’s own pin: test/routes/own-sign-in',
  'GET /assets/{file}': 'no built assets here: test/routes/published',
  'GET /photos/{badge}': 'no photos here: test/routes/published',
  'GET /api/docs/{name}': 'names are few: test/routes/docs',
  'GET /socket.io/': 'answered below HTTP’s router: test/sockets',
  'GET /{anything}': 'leads nowhere',
};

let world: FuzzWorld;
beforeAll(async () => {
  world = await createFuzzWorld(seed);
});
afterAll(() => world.close());

/** Hundreds of requests to one hub: seconds on a quiet machine, far more beside a whole run. */
const longMs = 60_000;

it('every door is passed by somebody with valid input', { timeout: longMs }, async () => {
  await world.walk();
  const { doors, passed } = world.report();
  expect(doors.length).toBeGreaterThan(70);
  const refused = doors.filter((door) => !passed.has(door));
  expect(refused.filter((door) => !(door in notPassedHere))).toEqual([]);
});

it('no input, valid, mutated or hostile, breaks a door of HTTP', { timeout: longMs }, async () => {
  await world.http(1_200);
  const { answers } = world.report();
  // The tries are of all kinds: taken, refused by a rule, by the schema, by role, not found.
  for (const status of [200, 201, 400, 401, 403, 404, 409, 413, 415]) {
    expect(answers[status] ?? 0, String(status)).toBeGreaterThan(0);
  }
});

it('no word, valid, mutated or hostile, breaks a socket', { timeout: longMs }, async () => {
  await world.words(600);
  const { answers } = world.report();
  for (const said of ['ok', 'bad-input', 'forbidden', 'not-signed-in', 'unknown', 'refused']) {
    expect(answers[said] ?? 0, said).toBeGreaterThan(0);
  }
});

it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
  'a name that every object has, %s, is the name of no counter',
  async (counter) => {
    const { hub } = world;
    const token = hub.hall.vault.sessions.begin('9001').token;
    const read = await hub.request('GET', `/api/counters/${counter}`, { token });
    expect(read.body).toMatchObject({ status: 404, code: 'unknown' });
    const supervisor = hub.socket({ token });
    for (const view of ['window', 'console']) {
      const answer = (await supervisor.emitWithAck('watch', { view, counter })) as {
        problem: { code: string };
      };
      expect(answer.problem.code, view).toBe('unknown');
    }
    supervisor.disconnect();
  },
);

it('no frame below the words breaks the sockets of others', async () => {
  const { hub } = world;
  const reader = hub.socket();
  await once(reader as never, 'connect');
  for (const frame of hostileFrames) {
    for (const isGreeted of [false, true]) {
      const socket = new WebSocket(
        `${hub.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`,
      );
      socket.on('error', () => {
        // It is closed on us: that is what the test wants to survive.
      });
      await once(socket, 'message');
      if (isGreeted) {
        socket.send('40{"protocol":1}');
        await once(socket, 'message');
      }
      socket.send(frame);
      socket.send('42["watch",{"view":"lobby"}]');
      socket.terminate();
    }
  }
  const answer = (await reader.emitWithAck('watch', { view: 'lobby' })) as { ok: boolean };
  expect(answer.ok).toBe(true);
  expect(reader.connected).toBe(true);
  reader.disconnect();
});

it.each([
  ['no HTTP', 'hello\r\n\r\n', 400],
  ['a request line without end', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\n\r\n`, 413],
  ['too many headers', `GET / HTTP/1.1\r\n${`x: ${'y'.repeat(900)}\r\n`.repeat(30)}\r\n`, 413],
  ['a header with a line break inside', 'GET / HTTP/1.1\r\nHost: a\r\nx\r\n\r\n', 400],
  [
    'two lengths',
    'POST /api/sessions HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
    400,
  ],
  [
    'length and chunks (smuggling)',
    'POST /api/sessions HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    400,
  ],
  [
    'a path out of the tree',
    'GET /../../../../etc/passwd HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
    404,
  ],
  [
    'a whole address',
    'GET http://elsewhere.example/api/journal HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
    401,
  ],
  ['an unknown method', 'BREW /api/hall HTTP/1.1\r\nHost: a\r\n\r\n', 400],
  ['a tunnel', 'CONNECT elsewhere.example:80 HTTP/1.1\r\nHost: a\r\n\r\n', null],
  [
    'another protocol',
    'GET /api/hall HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n',
    null,
  ],
] as const)('%s on the bare line is answered as a problem, or closed', async (_, text, status) => {
  const answer = await said(text);
  expect(answer.status).toBe(status);
  if (status !== null) expect(faultsOfAnswer({ ...answer, status, method: 'GET' })).toEqual([]);
  expect((await world.hub.request('GET', '/healthz')).status).toBe(200);
});

/** Writes a text on a fresh line and reads the answer until the hub closes it. */
async function said(text: string) {
  const { port } = new URL(world.hub.url);
  const line = connect(Number(port), '127.0.0.1');
  let all = '';
  line.setEncoding('utf8').on('data', (chunk: string) => (all += chunk));
  line.on('error', () => {
    // Cut while writing: what came before counts.
  });
  line.write(text);
  line.setTimeout(3_000, () => line.destroy());
  await once(line, 'close');
  const [head = '', ...body] = all.split('\r\n\r\n');
  const status = /^HTTP\/1\.1 (\d{3})/.exec(head)?.[1];
  const type = /^content-type: (.*)$/im.exec(head)?.[1] ?? '';
  return { status: status === undefined ? null : Number(status), type, text: body.join('') };
}
