import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { at } from '#core/sequence.ts';
import { kindsOf } from '#core/roster/shift-times.ts';
import { customerKeyOf } from '#server/hall-file/customer-key.ts';
import { toSettings } from '#server/settings/to-settings.ts';
import { createHallVoice } from '#server/voice/hall-voice.ts';
import { createStudio } from '#server/voice/studio/studio.ts';
import { startHub, pinOf, type TestHub } from '#test/support/hub.ts';
import { fakeEngine } from '#test/voice/sounds.ts';
import { dress } from './dress.ts';
import { faultsOfAnswer, faultsOfLogLine, type Answered } from './judge-answer.ts';
import { placeholder } from './from-schema.ts';
import {
  askers,
  hostileTry,
  httpDoors,
  mutatedTry,
  validTry,
  type Asker,
  type HttpDoor,
  type HttpTry,
} from './http-doors.ts';
import { createSockets } from './sockets.ts';
import { hostileWord, mutatedWord, validWord, type SocketTry } from './socket-words.ts';

export interface FuzzReport {
  readonly tries: number;
  /** Answers by status, acks as `ok` or by their problem's code. */
  readonly answers: Readonly<Record<string, number>>;
  /** Doors that were once passed with everything valid: neither refused as input nor by role. */
  readonly passed: ReadonlySet<string>;
  readonly doors: readonly string[];
}

export interface FuzzWorld {
  readonly hub: TestHub;
  /** Every door once with valid input by a supervisor or whoever may. */
  walk(): Promise<void>;
  /** So many tries with valid, mutated and hostile input. @throws at the first fault, made small */
  http(count: number): Promise<void>;
  words(count: number): Promise<void>;
  report(): FuzzReport;
  close(): Promise<void>;
}

const pages = [
  ...['ui/start/index.html', 'ui/gallery/index.html', 'kiosk/index.html', 'kiosk/phone.html'],
  ...['display/lobby.html', 'display/window.html', 'display/door.html', 'counter/index.html'],
];
const customers = [{ key: '13800138000', class: 'vip', note: null }];

/** One hub with everybody's token in hand, and everything that comes out of it looked at. */
export async function createFuzzWorld(seed: number): Promise<FuzzWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
  const logFaults: string[] = [];
  const engine = fakeEngine();
  const pagesDir = join(folder, 'pages');
  for (const page of pages) {
    mkdirSync(dirname(join(pagesDir, page)), { recursive: true });
    writeFileSync(join(pagesDir, page), 'a page');
  }
  const hub = await startHub({
    listen: true,
    customers,
    pagesDir,
    logTo: (line) => logFaults.push(...faultsOfLogLine(line)),
    voice: (hall) =>
      createHallVoice({
        hall: {
          state: () => hall.dispatch.state(),
          now: () => hall.clock.now(),
          callsSince: (callNo) => hall.views.callsSince(callNo),
          subscribe: (listener) => hall.subscribe(listener),
        },
        folder,
        log: () => {},
        studio: createStudio({ folder, espeak: engine.open }),
      }),
  });
  const { vault, dispatch } = hub.hall;
  const doors = await httpDoors(hub);
  const answers: Record<string, number> = {};
  const passed = new Set<string>();
  const lost: string[] = [];
  const onLost = (error: unknown): void => void lost.push(String(error));
  process.on('unhandledRejection', onLost);
  let tries = 0;
  let jobs: string[] = [];
  const tokens = new Map<Asker, string>();

  /** Fuzzing signs people out and revokes devices: whoever lost their token gets a new one. */
  async function tokenOf(asker: Asker): Promise<string | null> {
    if (asker === 'nobody') return null;
    const known = tokens.get(asker);
    const isAlive =
      known !== undefined &&
      (vault.sessions.find(known) !== null ||
        vault.devices.findByToken(known)?.state === 'approved');
    if (isAlive) return known;
    const isStaff = asker === 'clerk' || asker === 'supervisor';
    const token = isStaff
      ? vault.sessions.begin(asker === 'clerk' ? '1001' : '9001').token
      : (await hub.device(asker)).token;
    tokens.set(asker, token);
    return token;
  }

  function nthOf(kind: string, index: number): string {
    const state = dispatch.state();
    const { config } = state;
    const pick = (list: readonly string[]): string => list[index % list.length] ?? 'none';
    switch (kind) {
      case 'ticket':
        return pick(ticketIds());
      case 'counter':
        return pick((config?.counters ?? []).map(({ id }) => id));
      case 'service':
        return pick((config?.services ?? []).map(({ id }) => id));
      case 'class':
        return pick((config?.classes ?? []).map(({ id }) => id));
      case 'badge':
        return pick((config?.staff ?? []).map(({ badge }) => badge));
      case 'pin':
        return pick((config?.staff ?? []).map(({ badge }) => pinOf(badge)));
      case 'device':
        return pick(vault.devices.list().map(({ device }) => device));
      case 'kiosk':
        return pick(vault.devices.list().map(({ name }) => name));
      case 'customer':
        return pick(customers.map(({ key }) => customerKeyOf(key) ?? key));
      case 'notice':
        return pick(state.notices.map(({ notice }) => notice));
      case 'day':
        return pick(['2026-03-02', '2026-03-02', '2026-03-02', '2026-12-31']);
      case 'number':
        return pick(['A001', 'A001', 'B001', '7']);
      case 'job':
        return pick(jobs);
      case 'followup':
        return pick(state.followUps.map(({ id }) => id));
      case 'meeting':
        return pick(state.meetings.map(({ meeting }) => meeting));
      case 'swap':
        return pick(state.roster.swaps.map(({ swap }) => swap));
      case 'leave':
        return pick(state.roster.leaves.map(({ leave }) => leave));
      case 'shift':
        return pick(config === null ? [] : kindsOf(state.roster, config.hours).map(({ id }) => id));
      case 'alert':
        return pick(hub.hall.views.view('supervisor', {})?.alerts.map(({ id }) => id) ?? []);
      case 'month':
        return '2026-03';
      case 'revision':
        return pick([String(state.settingsRevision), '1']);
      default:
        return pick(['default', 'mine']);
    }
  }

  function ticketIds(): string[] {
    const { tickets } = dispatch.state();
    const last = Array.from({ length: 10 }, (_, back) => at(tickets, tickets.size - 1 - back));
    return last.flatMap((ticket) => ticket?.id ?? []);
  }

  function settled(value: unknown): unknown {
    if (typeof value === 'string') {
      const found = placeholder.exec(value);
      if (found === null) return value;
      const { config } = dispatch.state();
      if (found[1] === 'settings') return config === null ? {} : toSettings(config);
      return nthOf(found[1] ?? '', Number(found[2]));
    }
    if (Array.isArray(value)) return value.map(settled);
    if (typeof value !== 'object' || value === null) return value;
    const fields = Object.entries(value).map(([name, each]) => [name, settled(each)] as const);
    const asked = fields.find(([name]) => name === 'badge')?.[1];
    const isOverride = fields.some(([name]) => name === 'reason');
    const badge = isOverride && asked !== undefined ? '9001' : asked;
    const isPin = (name: string, each: unknown): boolean =>
      name === 'pin' && typeof badge === 'string' && String(each).startsWith('9');
    // A pin goes with its badge, an override with a supervisor’s: else the slowed sign-in and the
    // role hide what is behind them.
    return Object.fromEntries(
      fields.map(([name, each]) => {
        if (name === 'badge' && String(each).length === 4) return [name, badge];
        return [name, isPin(name, each) ? pinOf(badge as string) : each];
      }),
    );
  }

  async function send(attempt: HttpTry): Promise<Answered> {
    const token = await tokenOf(attempt.asker);
    const path = attempt.path.map((segment) =>
      segment.startsWith('=') ? encoded(String(settled(segment.slice(1)))) : segment,
    );
    const query = new URLSearchParams(
      Object.entries(settled(attempt.query) as object).map(([name, value]) => [
        name,
        String(value),
      ]),
    ).toString();
    const { body } = attempt;
    const isWithout = body === null || attempt.method === 'GET' || attempt.method === 'HEAD';
    const answer = await hub.app.inject({
      method: attempt.method as 'GET',
      url: `/${path.join('/')}${query === '' ? '' : `?${query}`}`,
      // Many addresses, so that the bounds of one do not hide the doors behind them.
      remoteAddress: `10.0.${Math.floor(tries / 200) % 250}.${tries % 200}`,
      headers: {
        ...(isWithout ? {} : { 'content-type': 'application/json' }),
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...attempt.headers,
      },
      ...(isWithout
        ? {}
        : { payload: 'text' in body ? body.text : JSON.stringify(settled(body.value)) }),
    });
    const { statusCode: status, headers, payload: text } = answer;
    return { status, type: headers['content-type'] ?? '', text, method: attempt.method };
  }

  async function tryHttp(attempt: HttpTry): Promise<Answered> {
    tries += 1;
    const answer = await send(attempt);
    answers[answer.status] = (answers[answer.status] ?? 0) + 1;
    const name = `${attempt.door.method} ${attempt.door.path}`;
    if (answer.status < 400 || answer.status === 409) passed.add(name);
    if (answer.status === 202) jobs = [(JSON.parse(answer.text) as { job: string }).job, ...jobs];
    must(faultsOfAnswer(answer), `${name} → ${answer.status} ${answer.text.slice(0, 400)}`);
    return answer;
  }

  const sockets = createSockets(hub, tokenOf);

  async function tryWord({ asker, word, payloads }: SocketTry): Promise<void> {
    tries += 1;
    const { fault, said } = await sockets.say(asker, word, settled(payloads) as unknown[]);
    answers[said] = (answers[said] ?? 0) + 1;
    must(fault === null ? [] : [fault], `${word} by ${asker}`);
  }

  function must(faults: readonly string[], about: string): void {
    const all = [...faults, ...logFaults.splice(0), ...lost.splice(0)];
    if (all.length > 0) throw new Error(`${about}\n${all.join('\n')}`);
  }

  async function check<T>(
    tried: fc.Arbitrary<T>,
    run: (each: T) => Promise<unknown>,
    count: number,
  ) {
    await fc.assert(
      fc.asyncProperty(tried, async (each) => {
        await run(each);
      }),
      { seed, numRuns: count, maxSkipsPerRun: 0, interruptAfterTimeLimit: 600_000 },
    );
  }

  await dress(hub, tokenOf);

  return {
    hub,
    async walk() {
      for (let round = 0; round < 3; round += 1) {
        for (const door of doors.filter((each) => !passed.has(nameOf(each)))) {
          for (const asker of askers) {
            for (const attempt of fc.sample(validTry(door, asker), {
              seed: seed + round,
              numRuns: 2,
            })) {
              if (!passed.has(nameOf(door))) await tryHttp(attempt);
            }
          }
        }
      }
    },
    http: (count) =>
      check(
        fc.oneof(
          ...doors.flatMap((door) => {
            const weight = isHeavy(door) ? 1 : 20;
            return [
              { weight, arbitrary: validTry(door) },
              { weight, arbitrary: mutatedTry(door) },
              { weight, arbitrary: hostileTry(door) },
            ];
          }),
        ),
        tryHttp,
        count,
      ),
    words: (count) => check(fc.oneof(validWord, mutatedWord, hostileWord), tryWord, count),
    report: () => ({ tries, answers, passed, doors: doors.map(nameOf) }),
    async close() {
      process.off('unhandledRejection', onLost);
      await hub.close();
      rmSync(folder, { recursive: true, force: true });
      must([], 'at the end');
    },
  };
}

/** A lone surrogate has no UTF-8: a client could not send it. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/** Each takes a thread and seconds of it. */
function isHeavy({ path }: HttpDoor): boolean {
  return path.startsWith('/api/what-if');
}

function nameOf({ method, path }: HttpDoor): string {
  return `${method} ${path}`;
}
