import { readFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HallConfig } from '#core/hall-config.ts';
import type { Language } from '#core/vocabulary.ts';
import { readCustomers, type CustomersRead } from './hall-file/read-customers.ts';
import { readHallFile } from './hall-file/read-hall-file.ts';
import { defaultTemplate } from './paper/default-template.ts';
import { logoBounds, readLogo } from './read-logo.ts';
import { logoBytes } from './settings/logo.ts';
import { logoUnfit, unreadable } from './start-words.ts';
import { stopReason } from './stop-reason.ts';

/** A hall as its file tells it, everything read and checked; nothing is written anywhere yet. */
export interface HallSource {
  readonly config: HallConfig;
  readonly pins: ReadonlyMap<string, string>;
  /** Null: the file names no list, and the hall keeps the one it has. */
  readonly customers: CustomersRead | null;
  /** The hall is configured already: whose pin the file leaves out keeps it. */
  readonly keeps: boolean;
  /** For the journal: where the configuration came from. */
  readonly why: string;
}

const samplePath = fileURLToPath(new URL('hall-file/sample-hall.yaml', import.meta.url));

/** The hall that opens when none is configured. */
export function sampleHall(): HallSource {
  sample ??= { ...readHall(samplePath, 'en'), why: 'sample hall' };
  return sample;
}

let sample: HallSource | null = null;

/**
 * @param keeps the hall is configured already: pins and customers that the file leaves out stay
 * @throws StopReason with exit code 2 and a line for every mistake: `file:line:column path: what`
 */
export function readHall(path: string, language: Language, keeps = false): HallSource {
  const read = readHallFile(text(path, language), { baseDir: dirname(path), keeps });
  if (!read.ok) {
    throw stopReason(
      2,
      read.problems.map(({ line, column, path: place, message }) => {
        const at = `${shown(path)}:${line}:${column}`;
        return place === '' ? `${at} ${message[language]}` : `${at} ${place}: ${message[language]}`;
      }),
    );
  }
  const { customersPath, logoPath, logoAddress } = read;
  const logo = logoPath === null ? logoBytes(logoAddress ?? '') : bytes(logoPath, language);
  return {
    config: logo === null ? read.config : withLogo(read.config, logo, logoPath ?? path, language),
    pins: new Map(read.secrets.map(({ badge, pin }) => [badge, pin])),
    customers:
      customersPath === null
        ? keeps
          ? null
          : { customers: [], problems: [] }
        : readCustomers(bytes(customersPath, language), read.config.classes),
    keeps,
    why: `hall file ${shown(path)}`,
  };
}

function withLogo(config: HallConfig, png: Buffer, path: string, language: Language): HallConfig {
  const logo = readLogo(png);
  if (logo === null) {
    throw stopReason(2, [`${shown(path)}: ${logoUnfit(logoBounds.widthDotsMax)[language]}`]);
  }
  return { ...config, ticket: { ...(config.ticket ?? defaultTemplate), logo } };
}

function text(path: string, language: Language): string {
  return bytes(path, language).toString('utf8');
}

function bytes(path: string, language: Language): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw stopReason(2, [`${shown(path)}: ${unreadable(code)[language]}`]);
  }
}

/** Below the present folder, as the operator typed it. */
function shown(path: string): string {
  const near = relative(process.cwd(), path);
  return near.startsWith('..') ? path : near;
}
