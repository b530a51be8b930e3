import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandDoors } from '#protocol/doors/doors.ts';
import { testConfig } from '#test/support/hall-config.ts';
import { startHub, type TestHub } from '#test/support/hub.ts';

let hub: TestHub;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pages-'));
  for (const path of [
    'ui/start',
    'ui/gallery',
    'kiosk',
    'display',
    'counter',
    'assets',
    'photos',
  ]) {
    mkdirSync(join(folder, path), { recursive: true });
  }
  const write = (path: string, text: string): void => {
    writeFileSync(join(folder, path), text);
  };
  write('ui/start/index.html', 'the start page');
  write('ui/gallery/index.html', 'the gallery');
  write('kiosk/index.html', 'the kiosk');
  write('kiosk/phone.html', 'the phone');
  write('display/lobby.html', 'the lobby');
  write('display/window.html', 'the window');
  write('display/door.html', 'the door');
  write('display/wall.html', 'the wall');
  write('counter/index.html', 'the counter');
  write('assets/app-abc123.js', 'let a = 1;'.repeat(500));
  write('assets/.hidden.js', 'no');
  write('secret.env', 'PIN=1');
  write('photos/limin.png', 'a picture');
  write('photos/list.txt', 'not a picture');
  const staff = testConfig.staff.map((person) => {
    if (person.badge === '1001') return { ...person, photo: 'limin.png' };
    if (person.badge === '1002') return { ...person, photo: 'list.txt' };
    if (person.badge === '1003') return { ...person, photo: '../secret.env' };
    return person;
  });
  hub = await startHub({
    config: { ...testConfig, staff },
    pagesDir: folder,
    photosDir: join(folder, 'photos'),
  });
});

afterAll(async () => {
  await hub.close();
  rmSync(folder, { recursive: true });
});

describe('pages', () => {
  it.each([
    ['/', 'the start page'],
    ['/kiosk', 'the kiosk'],
    ['/display', 'the lobby'],
    ['/display/window/3', 'the window'],
    ['/display/door', 'the door'],
    ['/display/wall', 'the wall'],
    ['/counter', 'the counter'],
    ['/t/0-abc', 'the phone'],
    ['/gallery', 'the gallery'],
  ])('%s stands at its address and is asked for each time', async (path, text) => {
    const answer = await hub.request('GET', path);
    expect(answer).toMatchObject({ status: 200, text });
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.headers['cache-control']).toBe('no-cache');
    const again = await hub.request('GET', path, {
      headers: { 'if-none-match': String(answer.headers.etag) },
    });
    expect(again.status).toBe(304);
  });

  it('their assets never change, and travel compressed', async () => {
    const plain = await hub.request('GET', '/assets/app-abc123.js');
    expect(plain.headers['cache-control']).toContain('immutable');
    expect(plain.headers['content-type']).toContain('javascript');
    const small = await hub.app.inject({
      url: '/assets/app-abc123.js',
      headers: { 'accept-encoding': 'gzip, br' },
    });
    expect(small.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(small.rawPayload).toString()).toBe(plain.text);
    expect(small.rawPayload.length).toBeLessThan(plain.text.length / 10);
  });

  it('nothing else of the folder is served', async () => {
    for (const path of [
      '/assets',
      '/assets/',
      '/assets/.hidden.js',
      '/assets/..%2fsecret.env',
      '/assets/../secret.env',
      '/secret.env',
      '/ui/start/index.html',
    ]) {
      expect((await hub.request('GET', path)).status, path).toBe(404);
    }
  });

  it('[supervision-board] a clerk’s photo stands behind the badge; only pictures, only of the folder', async () => {
    const photo = await hub.request('GET', '/photos/1001');
    expect(photo).toMatchObject({ status: 200, text: 'a picture' });
    expect(photo.headers['content-type']).toBe('image/png');
    for (const badge of ['1002', '1003', '1004', '7777', 'limin.png']) {
      expect((await hub.request('GET', `/photos/${badge}`)).status, badge).toBe(404);
    }
  });

  it('that are not built say how to build them', async () => {
    const bare = await startHub();
    const answer = await bare.request('GET', '/');
    expect(answer.status).toBe(503);
    expect(answer.text).toContain('npm run build');
    await bare.close();
  });
});

describe('OpenAPI', () => {
  interface Operation {
    readonly operationId?: string;
    readonly responses: Readonly<Record<string, unknown>>;
    readonly requestBody?: {
      readonly content: Readonly<Record<string, { example?: unknown }>>;
    };
  }
  let paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;

  beforeAll(async () => {
    const answer = await hub.request('GET', '/api/openapi.json');
    expect(answer.body.openapi).toBe('3.1.0');
    paths = answer.body.paths as typeof paths;
  });

  it('lists every command door with its socket name, answers and example', () => {
    for (const door of commandDoors) {
      const path = door.path.replace(/:(\w+)/, '{$1}');
      const operation = paths[path]?.[door.method.toLowerCase()];
      expect(operation?.operationId, path).toBe(door.name);
      expect(Object.keys(operation!.responses)).toEqual(
        expect.arrayContaining([String(door.status), '400', '404', '409', '422', '503']),
      );
      if (Object.keys(door.example).length > 0) {
        expect(operation!.requestBody!.content['application/json']!.example).toEqual(door.example);
      }
    }
  });

  it('lists every other door of the API, and no page', () => {
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining([
        '/api/sessions',
        '/api/sessions/current',
        '/api/devices',
        '/api/devices/{device}/approve',
        '/api/devices/{device}/revoke',
        '/api/hall',
        '/api/counters',
        '/api/counters/{counter}',
        '/api/journal',
        '/api/reports/day/{date}',
        '/api/customers/lookup',
        '/api/clock',
        '/api/training',
      ]),
    );
    for (const path of Object.keys(paths)) expect(path).toMatch(/^\/api\//);
  });

  it('is sound: every reference leads somewhere, every parameter of a path is described', async () => {
    const { body } = await hub.request('GET', '/api/openapi.json');
    const text = JSON.stringify(body);
    expect(text).not.toContain('"$ref"');
    const ids = [...text.matchAll(/"operationId":"([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [path, methods] of Object.entries(paths)) {
      for (const operation of Object.values(methods)) {
        const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
        const { parameters = [] } = operation as unknown as {
          parameters?: { name: string; in: string }[];
        };
        const described = parameters.filter((each) => each.in === 'path').map(({ name }) => name);
        expect(described).toEqual(named);
        expect(Object.keys(operation.responses).some((status) => status.startsWith('2'))).toBe(
          true,
        );
      }
    }
  });

  it('reads as a page without script, style or address from elsewhere', async () => {
    const page = await hub.request('GET', '/api/docs');
    expect(page.headers['content-type']).toContain('text/html');
    for (const door of commandDoors) {
      expect(page.text).toContain(door.path.replace(/:(\w+)/, '{$1}'));
    }
    expect(page.text).not.toMatch(/<script|<style|style=|https?:\/\//);
    const style = await hub.request('GET', '/api/docs.css');
    expect(style.headers['content-type']).toContain('text/css');
  });
});

describe('monitoring', () => {
  it('lives, is ready, and counts for Prometheus', async () => {
    await hub.signIn('1001');
    expect((await hub.request('GET', '/healthz')).body).toEqual({ status: 'alive' });
    const ready = await hub.request('GET', '/readyz');
    expect(ready).toMatchObject({ status: 200, body: { status: 'ready', reasons: [] } });
    const { text, headers } = await hub.request('GET', '/metrics');
    expect(headers['content-type']).toContain('text/plain');
    expect(text).toMatch(/paihao_commands_total\{command="sign-in",outcome="done"\} 1/);
    expect(text).toMatch(/paihao_commit_duration_seconds_count [1-9]/);
    expect(text).toMatch(/paihao_events_total\{type="StaffSignedIn"\} 1/);
    expect(text).toMatch(/paihao_journal_writable 1/);
  });
});

describe('a hall beside others', () => {
  it('stands whole under its prefix', async () => {
    const { buildApp } = await import('#server/app.ts');
    const app = await buildApp({
      hall: hub.hall,
      logger: hub.app.log,
      pagesDir: folder,
      photosDir: null,
      version: '0',
      prefix: '/h/test',
    });
    expect((await app.inject('/h/test/api/hall')).statusCode).toBe(200);
    expect((await app.inject('/h/test/kiosk')).statusCode).toBe(200);
    expect((await app.inject('/api/hall')).statusCode).toBe(404);
    const paths = (await app.inject('/h/test/api/openapi.json')).json<{ paths: object }>().paths;
    expect(Object.keys(paths)).toContain('/h/test/api/tickets');
  });
});
