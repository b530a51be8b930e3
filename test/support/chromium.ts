/**
 * The Chromium for browser tests: the one CHROMIUM_PATH names, or else the one in the npm package
 * @sparticuz/chromium. That package was made for a bare Linux function host: it carries the system
 * libraries and a font as well, so it runs where Debian's packages are absent. It is unpacked once
 * into .cache (220 MB).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { readTar } from './tar.ts';

export type ChromiumProgram = {
  executablePath: string;
  /** What the process needs in its environment, beside the caller's own. */
  env: Record<string, string>;
};

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Finds, and if need be unpacks, a Chromium that starts on this machine.
 * Throws a plain error that says what is missing; nobody may skip a browser test over it.
 */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): ChromiumProgram {
  const named = environment.CHROMIUM_PATH;
  if (named !== undefined && named !== '') return checkNamed(named);
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `Browser tests need a Chromium. The npm package @sparticuz/chromium has none for ` +
        `${process.platform} on ${process.arch}: set CHROMIUM_PATH to an installed one.`,
    );
  }
  const folder = unpackChromium();
  const executablePath = join(folder, 'chromium');
  const fonts = { FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  const failures: string[] = [];
  // The package's libraries fit most machines; where they do not, the machine may have its own.
  for (const libraries of [{ LD_LIBRARY_PATH: join(folder, 'lib') }, {}]) {
    const env = { ...libraries, ...fonts };
    const failure = whyItDoesNotStart(executablePath, env);
    if (failure === undefined) return { executablePath, env };
    failures.push(failure);
  }
  throw new Error(
    `The Chromium of @sparticuz/chromium does not start on this machine: ${failures.join(' / ')}\n` +
      'Install what it misses (Debian: libnss3 libnspr4 libexpat1) or set CHROMIUM_PATH.',
  );
}

function checkNamed(executablePath: string): ChromiumProgram {
  const env = { FONTCONFIG_FILE: writeFontSettings(join(root, '.cache', 'fonts')) };
  const failure = existsSync(executablePath)
    ? whyItDoesNotStart(executablePath, env)
    : 'there is no such file';
  if (failure === undefined) return { executablePath, env };
  throw new Error(`CHROMIUM_PATH names ${executablePath}, which does not start: ${failure}`);
}

function whyItDoesNotStart(program: string, env: Record<string, string>): string | undefined {
  const { status, signal, stderr, error } = spawnSync(program, ['--version', '--no-sandbox'], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
    timeout: 20_000,
  });
  if (status === 0) return undefined;
  return error?.message ?? (stderr.trim() || `it ended with ${signal ?? status ?? 'nothing'}`);
}

/** Unpacks beside and renames at the end, so that two test runs at once cannot meet half of it. */
function unpackChromium(): string {
  const source = packageFolder();
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = join(root, '.cache', 'chromium', version);
  if (existsSync(folder)) return folder;
  const inflate = (name: string) => brotliDecompressSync(readFileSync(join(source, 'bin', name)));
  const next = `${folder}-${process.pid}`;
  mkdirSync(next, { recursive: true });
  writeFileSync(join(next, 'chromium'), inflate('chromium.br'), { mode: 0o755 });
  for (const archive of ['al2023.tar.br', 'swiftshader.tar.br', 'fonts.tar.br']) {
    for (const { path, bytes } of readTar(inflate(archive))) {
      mkdirSync(dirname(join(next, path)), { recursive: true });
      writeFileSync(join(next, path), bytes, { mode: 0o755 });
    }
  }
  writeFontSettings(next, folder);
  try {
    renameSync(next, folder);
  } catch (error) {
    rmSync(next, { recursive: true, force: true });
    if (!existsSync(folder)) throw error; // otherwise another run was quicker
  }
  return folder;
}

function packageFolder(): string {
  return dirname(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))));
}

/**
 * Fontconfig sees one Latin family at most and nothing of the machine: a page shows Chinese only by
 * the fonts it brings along, and pictures come out alike everywhere.
 * Returns the file's path; `home` is where the folder will stand in the end.
 */
function writeFontSettings(folder: string, home = folder): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'fonts.conf');
  const settings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(home, 'fonts')}</dir>
  <cachedir>${join(home, 'fonts-cache')}</cachedir>
</fontconfig>
`;
  writeFileSync(file, settings);
  return file;
}
