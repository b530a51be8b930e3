import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { pino } from 'pino';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { readOptions, type Options } from '#server/options.ts';
import { startHub, type RunningHub } from '#server/start-hub.ts';
import { isStopReason } from '#server/stop-reason.ts';
import { readTls } from '#server/tls.ts';

let folder: string;
let hub: RunningHub;
const file = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tls-'));
  for (const name of ['first', 'second']) selfSigned(name);
  copyFileSync(file('first.crt'), file('used.crt'));
  copyFileSync(file('first.key'), file('used.key'));
  hub = await start(['--tls-cert', file('used.crt'), '--tls-key', file('used.key')]);
});

afterAll(async () => {
  await hub.stop();
  rmSync(folder, { recursive: true });
});

function selfSigned(name: string): void {
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
      ...['-days', '2', '-subj', `/CN=${name}`, '-addext', 'subjectAltName=IP:127.0.0.1'],
      ...['-keyout', file(`${name}.key`), '-out', file(`${name}.crt`)],
    ],
    { stdio: 'ignore' },
  );
}

/** Its signer is in no list of anybody's. */
function signedByAnother(name: string, host: string): void {
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'ignore' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const signer = ['-keyout', file('signer.key'), '-out', file('signer.crt')];
  openssl('req', '-x509', ...key, '-days', '2', '-subj', '/CN=signer', ...signer);
  const wanted = ['-keyout', file(`${name}.key`), '-out', file(`${name}.csr`)];
  openssl('req', ...key, '-subj', `/CN=${host}`, ...wanted);
  openssl(
    ...['x509', '-req', '-in', file(`${name}.csr`), '-days', '2', '-CAcreateserial'],
    ...['-CA', file('signer.crt'), '-CAkey', file('signer.key'), '-out', file(`${name}.crt`)],
  );
}

function start(flags: readonly string[]): Promise<RunningHub> {
  const data = join(folder, `data-${String(Math.random()).slice(2)}`);
  const read = readOptions(['--port', '0', '--data', data, '--clock-speed', '0', ...flags], {});
  if (read.kind !== 'options') throw new Error(JSON.stringify(read));
  const options: Options = read.options;
  return startHub({ options, logger: pino({ level: 'silent' }), language: 'en', version: 'test' });
}

function ask(method: string, path: string, body?: object) {
  return new Promise<{ status: number; headers: Record<string, unknown> }>((resolve, reject) => {
    const asked = request(
      `${hub.url}${path}`,
      {
        method,
        ca: readFileSync(file('first.crt')),
        headers: { 'content-type': 'application/json' },
        agent: false,
      },
      (answer) => {
        answer.resume().on('end', () => {
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers });
        });
      },
    );
    asked.on('error', reject).end(body === undefined ? undefined : JSON.stringify(body));
  });
}

async function nameShown(): Promise<string> {
  const { port } = new URL(hub.url);
  const line: TLSSocket = connect({
    port: Number(port),
    host: '127.0.0.1',
    rejectUnauthorized: false,
  });
  await new Promise((resolve) => line.once('secureConnect', resolve));
  const { subject } = line.getPeerCertificate();
  line.destroy();
  return String(subject.CN);
}

async function speaksWell(): Promise<void> {
  const agreed = (wish: ConnectionOptions) =>
    new Promise<string>((resolve) => {
      const port = Number(new URL(hub.url).port);
      const line = connect({ port, host: '127.0.0.1', rejectUnauthorized: false, ...wish });
      line.once('secureConnect', () => {
        resolve(`${String(line.getProtocol())} ${line.getCipher().name}`);
        line.destroy();
      });
      line.once('error', () => {
        resolve('refused');
      });
    });
  const old = { maxVersion: 'TLSv1.2' } as const;
  expect(await agreed({})).toBe('TLSv1.3 TLS_AES_256_GCM_SHA384');
  expect(await agreed(old)).toBe('TLSv1.2 ECDHE-ECDSA-AES256-GCM-SHA384');
  expect(await agreed({ ...old, ciphers: 'ECDHE-ECDSA-AES256-SHA' })).toBe('refused');
  const older = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' } as const;
  expect(await agreed(older)).toBe('refused');
}

describe('a hub with a certificate', () => {
  it('speaks https only, says so for a year, and its cookie never travels in the clear', async () => {
    expect(hub.url).toMatch(/^https:/);
    const hall = await ask('GET', '/api/hall');
    expect(hall.status).toBe(200);
    expect(hall.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    expect(hall.headers['cross-origin-opener-policy']).toBe('same-origin');
    const { signIns } = await training();
    const { badge, pin } = signIns[0]!;
    const signed = await ask('POST', '/api/sessions', { badge, pin });
    expect(signed.status).toBe(201);
    expect(String(signed.headers['set-cookie'])).toMatch(
      /^__Host-paihao-session=.*; Path=\/; HttpOnly; Secure; SameSite=Strict/,
    );
    await expect(fetch(hub.url.replace('https', 'http'))).rejects.toThrow();
  });

  it('speaks TLS 1.2 and 1.3 with authenticated ciphers alone', speaksWell);

  it('shows its screens over wss', async () => {
    const socket = io(hub.url, {
      transports: ['websocket'],
      auth: { protocol: 1 },
      ca: readFileSync(file('first.crt'), 'utf8'),
    });
    const answer = (await socket.emitWithAck('watch', { view: 'lobby' })) as { ok: boolean };
    expect(answer.ok).toBe(true);
    socket.disconnect();
  });

  it('takes a renewed certificate up when both files fit, and not before', async () => {
    expect(await nameShown()).toBe('first');
    copyFileSync(file('second.crt'), file('used.crt'));
    hub.renewCertificate();
    expect(await nameShown()).toBe('first');
    copyFileSync(file('second.key'), file('used.key'));
    hub.renewCertificate();
    expect(await nameShown()).toBe('second');
    await speaksWell();
  });

  it('is found by its own agent, whatever name its certificate is for and whoever signed it', async () => {
    signedByAnother('leaf', 'hall.example');
    writeFileSync(
      file('devices.yaml'),
      'devices:\n' +
        '  - { id: board-1, kind: board, dialect: cd5220, counter: "1",' +
        ' transport: { tcp: "127.0.0.1:9" } }\n',
    );
    const other = await start([
      ...['--tls-cert', file('leaf.crt'), '--tls-key', file('leaf.key')],
      ...['--devices', file('devices.yaml')],
    ]);
    onTestFinished(() => other.stop());
    await expect
      .poll(() => Object.values(other.hall.dispatch.state().attached))
      .toMatchObject([{ id: 'board-1', state: 'offline' }]);
  });

  async function training() {
    const pins = hub.hall.vault.pins.training();
    return { signIns: [...pins].map(([badge, pin]) => ({ badge, pin })) };
  }
});

describe('a certificate that cannot be used', () => {
  it('is a mistake of the options, every one named', () => {
    const problems = (...args: string[]) => {
      const read = readOptions(args, {});
      return read.kind === 'refused' ? read.problems : [];
    };
    expect(problems('--tls-cert', 'a')).toEqual(['--tls-cert: the key is missing (--tls-key)']);
    expect(problems('--tls-key', 'a')).toEqual([
      '--tls-key: the certificate is missing (--tls-cert)',
    ]);
  });

  it('stops the start with code 2 and says which file and why, never what stands in it', async () => {
    writeFileSync(file('rubbish'), 'secret-rubbish');
    const first = { cert: file('first.crt'), key: file('first.key') };
    const cases: readonly [{ cert: string; key: string }, RegExp][] = [
      [{ ...first, cert: file('absent') }, /--tls-cert: .*absent is not there/],
      [{ ...first, cert: file('rubbish') }, /rubbish holds no certificate/],
      [{ ...first, key: file('rubbish') }, /rubbish holds no private key/],
      [{ ...first, key: file('second.key') }, /does not belong to the certificate/],
    ];
    for (const [files, says] of cases) {
      const read = readTls(files);
      expect(read.ok ? '' : read.lines.join()).toMatch(says);
      expect(JSON.stringify(read)).not.toContain('secret-rubbish');
    }
    const failed = await start(['--tls-cert', file('rubbish'), '--tls-key', first.key]).catch(
      (error: unknown) => error,
    );
    expect(isStopReason(failed) ? failed.exitCode : failed).toBe(2);
  });
});

describe('a hub without', () => {
  it('neither promises https nor marks its cookie', async () => {
    const plain = await start([]);
    const answer = await plain.app.inject('/api/hall');
    expect(answer.headers['strict-transport-security']).toBeUndefined();
    expect(plain.url).toMatch(/^http:/);
    await plain.stop();
  });
});
