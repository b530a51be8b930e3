import { pino } from 'pino';
import type { FastifyInstance } from 'fastify';
import { io, type Socket } from 'socket.io-client';
import { buildApp } from '#server/app.ts';
import { createSteerableClock, type SteerableClock } from '#server/clock/clock.ts';
import type { HallConfig } from '#core/hall-config.ts';
import type { Hall } from '#server/desk/hall-port.ts';
import { openHall } from '#server/hall.ts';
import { createMemoryJournal, type MemoryJournal } from '#journal/memory.ts';
import type { CustomerEntry } from '#server/vault/customers.ts';
import { openVault, type Vault } from '#server/vault/vault.ts';
import type { HallVoice } from '#server/voice/hall-voice.ts';
import { testConfig } from './hall-config.ts';

export interface HubOptions {
  readonly config?: HallConfig;
  /** The hall's time at start, on a clock that stands still until it is moved. */
  readonly at?: string;
  readonly speed?: number;
  readonly journal?: MemoryJournal;
  readonly vault?: Vault;
  readonly customers?: readonly CustomerEntry[];
  /** Real milliseconds, for sessions and slowed sign-ins. */
  readonly realNow?: () => number;
  /** Real sockets on a free port; else `inject` only. */
  readonly listen?: boolean;
  readonly logTo?: (line: string) => void;
  readonly pagesDir?: string;
  readonly photosDir?: string;
  /** Where pages are reached, as `--public-url` says it. */
  readonly baseUrl?: string;
  /** The voice of the hall, made with the hall in hand; without it nothing is spoken. */
  readonly voice?: (hall: Hall) => HallVoice;
}

export interface TestHub {
  readonly app: FastifyInstance;
  readonly hall: Hall;
  readonly clock: SteerableClock;
  readonly journal: MemoryJournal;
  /** `http://127.0.0.1:PORT`, empty without `listen`. */
  readonly url: string;
  request(method: string, path: string, options?: RequestOptions): Promise<TestAnswer>;
  signIn(badge: string): Promise<string>;
  device(kind: 'kiosk' | 'display' | 'hardware', name?: string): Promise<TestDevice>;
  socket(auth?: Readonly<Record<string, unknown>>): Socket;
  close(): Promise<void>;
}

export interface RequestOptions {
  readonly token?: string;
  readonly body?: unknown;
  readonly key?: string;
  readonly language?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TestAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  /** Whatever JSON the door answered; null for anything else. */
  readonly body: TestBody;
  readonly text: string;
}

/** Fields of all doors' answers together: a test asks for those that its door should answer. */
export interface TestBody {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly rule: string;
  readonly rules: readonly string[];
  readonly fields: readonly { readonly field: string; readonly message: string }[];
  readonly waysOut: readonly { readonly command: string; readonly label: string }[];
  readonly retryAfterSeconds: number;
  readonly reasons: readonly string[];
  readonly revision: number;
  readonly id: string;
  readonly number: string;
  readonly url: string;
  readonly class: string;
  readonly state: string;
  readonly ticket: { readonly id: string; readonly number: string; readonly state: string };
  readonly tickets: readonly { readonly id: string }[];
  readonly next: string | null;
  readonly counters: readonly object[];
  readonly notices: readonly object[];
  readonly notice: string;
  readonly hall: object;
  readonly waitingCount: number;
  readonly device: string;
  readonly devices: readonly object[];
  readonly customer: string;
  readonly token: string;
  readonly now: string;
  readonly clockSpeed: number;
  readonly signIns: readonly { readonly badge: string; readonly pin: string }[];
  readonly openapi: string;
  readonly paths: object;
}

/** Names of the fields that a door found wrong. */
export function fieldsOf({ body }: TestAnswer): string[] {
  return body.fields.map(({ field }) => field);
}

export interface TestDevice {
  readonly device: string;
  readonly token: string;
  readonly state: string;
  readonly code: string;
}

/** Pins of every hub in tests: the badge with a 9 before it. */
export function pinOf(badge: string): string {
  return `9${badge}`;
}

/** A whole hub in this process: memory journal, vault in memory, a clock that the test moves. */
export async function startHub(options: HubOptions = {}): Promise<TestHub> {
  const config = options.config ?? testConfig;
  const journal = options.journal ?? createMemoryJournal();
  const startMs = Date.parse(options.at ?? '2026-03-02T09:00:00+08:00');
  const clock = createSteerableClock(startMs, options.speed ?? 0);
  const vault =
    options.vault ??
    openVault({
      path: ':memory:',
      scryptCost: 16,
      ...(options.realNow === undefined ? {} : { realNow: options.realNow }),
    });
  const { logTo } = options;
  const logger =
    logTo === undefined
      ? pino({ level: 'silent' })
      : pino({ level: 'trace' }, { write: (line: string) => logTo(line) });
  await vault.pins.replace(
    new Map(config.staff.map(({ badge }) => [badge, pinOf(badge)])),
    config.training,
  );
  if (options.customers !== undefined) vault.customers.replace(options.customers);

  const baseUrl = options.baseUrl ?? '';
  const hall = await openHall({ journal, vault, clock, logger, baseUrl });
  if (hall.dispatch.state().config === null) {
    const configured = await hall.dispatch.submit({
      command: { name: 'configure', args: { config, why: 'test' } },
      actor: { kind: 'hub' },
    });
    if (configured.kind !== 'done') throw new Error(JSON.stringify(configured));
  }
  await hall.dispatch.settle();
  const voice = options.voice?.(hall) ?? null;
  voice?.onSpeaker((device) => {
    hall.presence.setSpeaker(device);
  });
  const app = await buildApp({
    hall,
    voice,
    logger,
    pagesDir: options.pagesDir ?? '/nonexistent',
    photosDir: options.photosDir ?? null,
    version: '0.0.0-test',
  });
  const sockets: Socket[] = [];
  let url = '';
  if (options.listen === true) url = await app.listen({ port: 0, host: '127.0.0.1' });
  else await app.ready();

  async function request(
    method: string,
    path: string,
    { token, body, key, language, headers = {} }: RequestOptions = {},
  ): Promise<TestAnswer> {
    const isText = typeof body === 'string';
    const answer = await app.inject({
      method: method as 'GET',
      url: path,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...(language === undefined ? {} : { 'accept-language': language }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: isText ? body : JSON.stringify(body) }),
    });
    const isJson = String(answer.headers['content-type']).includes('json');
    const text = answer.payload;
    const isLines = String(answer.headers['content-type']).includes('ndjson');
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: (isJson && !isLines && text !== '' ? JSON.parse(text) : null) as TestBody,
      text,
    };
  }

  const tokens = new Map<string, string>();
  return {
    app,
    hall,
    clock,
    journal,
    url,
    request,
    async signIn(badge) {
      const known = tokens.get(badge);
      if (known !== undefined) return known;
      const answer = await request('POST', '/api/sessions', { body: { badge, pin: pinOf(badge) } });
      if (answer.status !== 201) throw new Error(answer.text);
      const { token } = answer.body;
      tokens.set(badge, token);
      return token;
    },
    async device(kind, name = `test ${kind}`) {
      const answer = await request('POST', '/api/devices', { body: { kind, name } });
      if (answer.status !== 201) throw new Error(answer.text);
      return answer.body;
    },
    socket(auth = {}) {
      const socket = io(url, {
        auth: { protocol: 1, ...auth },
        transports: ['websocket'],
        reconnection: false,
        forceNew: true,
      });
      sockets.push(socket);
      return socket;
    },
    async close() {
      for (const socket of sockets) socket.disconnect();
      await app.close();
      await voice?.stop();
      await hall.dispatch.stop();
      vault.close();
    },
  };
}
