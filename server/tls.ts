import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import type { FastifyBaseLogger } from 'fastify';
import { limits } from './limits.ts';

/** Where the certificate (with its chain) and its key lie, as PEM. */
export interface TlsFiles {
  readonly cert: string;
  readonly key: string;
}

export interface TlsMaterial {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/** TLS 1.2 and 1.3, authenticated ciphers with forward secrecy alone, the hub's order first. */
export const tlsRules = {
  minVersion: 'TLSv1.2',
  honorCipherOrder: true,
  ciphers: [
    ...['TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256', 'TLS_AES_128_GCM_SHA256'],
    ...['ECDHE-ECDSA-AES256-GCM-SHA384', 'ECDHE-RSA-AES256-GCM-SHA384'],
    ...['ECDHE-ECDSA-CHACHA20-POLY1305', 'ECDHE-RSA-CHACHA20-POLY1305'],
    ...['ECDHE-ECDSA-AES128-GCM-SHA256', 'ECDHE-RSA-AES128-GCM-SHA256'],
  ].join(':'),
} as const;

export type TlsRead =
  | { readonly ok: true; readonly material: TlsMaterial; readonly validUntil: Date }
  | { readonly ok: false; readonly lines: readonly string[] };

/** Reads both files and tries them together; names every problem, never what stands in them. */
export function readTls({ cert, key }: TlsFiles): TlsRead {
  const lines: string[] = [];
  const certText = readOne(cert, '--tls-cert', lines);
  const keyText = readOne(key, '--tls-key', lines);
  if (certText === null || keyText === null) return { ok: false, lines };
  const parsed = tried(() => new X509Certificate(certText));
  if (parsed === null) lines.push(`--tls-cert: ${cert} holds no certificate (PEM)`);
  const secret = tried(() => createPrivateKey(keyText));
  if (secret === null) lines.push(`--tls-key: ${key} holds no private key without password (PEM)`);
  if (parsed === null || secret === null) return { ok: false, lines };
  if (!parsed.checkPrivateKey(secret)) {
    return {
      ok: false,
      lines: [`--tls-key: ${key} does not belong to the certificate in ${cert}`],
    };
  }
  const isTaken = tried(() => createSecureContext({ cert: certText, key: keyText }));
  if (isTaken === null) {
    return { ok: false, lines: [`--tls-cert: ${cert} and its key are not taken by TLS`] };
  }
  return {
    ok: true,
    material: { cert: certText, key: keyText },
    validUntil: new Date(parsed.validTo),
  };
}

export interface TlsServer {
  readonly setSecureContext: (material: TlsMaterial & typeof tlsRules) => void;
}

export interface TlsWatch {
  readonly used: () => TlsMaterial;
  renew(): void;
  stop(): void;
}

/**
 * Takes renewed files up while the hub runs: asked (SIGHUP), or by itself within a minute. Files
 * that do not fit (half copied) leave the old certificate in use. Open connections stay.
 */
export function watchTls(
  server: TlsServer,
  files: TlsFiles,
  first: TlsMaterial,
  log: Pick<FastifyBaseLogger, 'info' | 'warn'>,
): TlsWatch {
  let used = first;
  let toldOf = '';
  const renew = (): void => {
    const read = readTls(files);
    if (!read.ok) {
      const told = read.lines.join('; ');
      if (told !== toldOf) log.warn({ reason: told }, 'the renewed certificate is not used yet');
      toldOf = told;
      return;
    }
    toldOf = '';
    if (read.material.cert.equals(used.cert) && read.material.key.equals(used.key)) return;
    used = read.material;
    // What is left out here falls back to Node’s own choice, not to that of the start.
    server.setSecureContext({ ...used, ...tlsRules });
    log.info({ validUntil: read.validUntil.toISOString() }, 'a renewed certificate is in use');
  };
  const timer = setInterval(renew, limits.tlsLookMs);
  timer.unref();
  return {
    used: () => used,
    renew,
    stop() {
      clearInterval(timer);
    },
  };
}

function readOne(path: string, option: string, lines: string[]): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const why = code === 'ENOENT' ? 'is not there' : 'cannot be read';
    lines.push(`${option}: ${path} ${why}`);
    return null;
  }
}

function tried<T>(make: () => T): T | null {
  try {
    return make();
  } catch {
    return null;
  }
}
