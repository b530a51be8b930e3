import { readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
  '.txt': 'text/plain; charset=utf-8',
};
const compressible = new Set(['.html', '.js', '.css', '.json', '.webmanifest', '.svg', '.txt']);

/** Names without a step upwards, a hidden part or an empty one. */
const safePath = /^(?:[\w@-][\w.@+-]*\/)*[\w@-][\w.@+-]*$/;

const fileBytesMax = 16_000_000;
const keptBytesMax = 64_000_000;

export type Encoding = 'br' | 'gzip' | 'identity';

export interface PageFile {
  readonly type: string;
  readonly etag: string;
  /** The smallest that the reader takes. */
  body(accepts: string): Promise<{ readonly encoding: Encoding; readonly bytes: Buffer }>;
}

/**
 * Files of one folder, kept in memory and compressed once (kiosk PCs and phones live on slow
 * networks; the pages are small and few). A new build is seen by its file times.
 */
export function createPageFiles(folder: string) {
  const kept = new Map<
    string,
    { readonly stamp: string; readonly file: PageFile; bytes: number }
  >();
  let keptBytes = 0;

  return {
    /** Null for what is not there, is no file or has no business in a page. */
    async get(path: string): Promise<PageFile | null> {
      const type = types[extname(path).toLowerCase()];
      if (type === undefined || !safePath.test(path)) return null;
      const found = await stat(join(folder, path)).catch(() => null);
      if (found === null || !found.isFile() || found.size > fileBytesMax) return null;
      const stamp = `${found.mtimeMs} ${found.size}`;
      const known = kept.get(path);
      if (known?.stamp === stamp) return known.file;
      const raw = await readFile(join(folder, path));
      const file = fileOf(raw, type, compressible.has(extname(path).toLowerCase()));
      keptBytes += raw.length - (known?.bytes ?? 0);
      kept.set(path, { stamp, file, bytes: raw.length });
      for (const [oldest, { bytes }] of kept) {
        if (keptBytes <= keptBytesMax) break;
        kept.delete(oldest);
        keptBytes -= bytes;
      }
      return file;
    },
  };
}

function fileOf(raw: Buffer, type: string, isCompressible: boolean): PageFile {
  let brotli: Promise<Buffer> | null = null;
  let zipped: Promise<Buffer> | null = null;
  const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } };
  return {
    type,
    etag: `"${hash('sha256', raw, 'base64url').slice(0, 27)}"`,
    async body(accepts) {
      if (isCompressible && /\bbr\b/.test(accepts)) {
        brotli ??= compressBrotli(raw, brotliOptions);
        return { encoding: 'br', bytes: await brotli };
      }
      if (isCompressible && /\bgzip\b/.test(accepts)) {
        zipped ??= compressGzip(raw, { level: 9 });
        return { encoding: 'gzip', bytes: await zipped };
      }
      return { encoding: 'identity', bytes: raw };
    },
  };
}
