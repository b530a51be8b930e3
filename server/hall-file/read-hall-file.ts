import { isAbsolute, join } from 'node:path';
import type { HallConfig } from '#core/hall-config.ts';
import { checking } from './checks/checking.ts';
import { checkHours } from './checks/hours.ts';
import { checkPeople, checkPolicy } from './checks/people.ts';
import { checkReferences } from './checks/references.ts';
import { checkUniqueness } from './checks/uniqueness.ts';
import { checkTicket } from './checks/ticket.ts';
import { checkVoice } from './checks/voice.ts';
import { hallFileLengthMax } from './defaults.ts';
import type { HallFileProblem } from './findings.ts';
import { readCustomers, type CustomersRead } from './read-customers.ts';
import { hallFileSchema, keptPinsSchema, type HallFile } from './schema.ts';
import { checkShape } from './shape.ts';
import { toHallConfig } from './to-hall-config.ts';
import { hallFileWords as words } from './words.ts';
import { withSyntax } from './with-syntax.ts';
import { parseYaml } from './yaml-document.ts';

export type { HallFileProblem } from './findings.ts';

/** A pin as it stands in the file: to be hashed at once, never kept, logged or shown. */
export interface StaffSecret {
  readonly badge: string;
  readonly pin: string;
}

export interface HallFileRead {
  readonly ok: true;
  /** `training` is false: the hub sets it by its option. */
  readonly config: HallConfig;
  readonly secrets: readonly StaffSecret[];
  /** The customers file, below `baseDir` unless the file names an absolute path. */
  readonly customersPath: string | null;
  /** The logo of the tickets, likewise; its dots are not in `config` yet. */
  readonly logoPath: string | null;
  /** The logo where the file itself holds it, as `data:image/png;base64,…`. */
  readonly logoAddress: string | null;
  /** Null unless `customersText` was given. */
  readonly customers: CustomersRead | null;
}

export interface HallFileRefused {
  readonly ok: false;
  /** Every mistake, in the order of the file. */
  readonly problems: readonly HallFileProblem[];
}

export interface HallFileOptions {
  readonly customersText?: string | Uint8Array;
  readonly baseDir?: string;
  /** The hall is configured already: pins and customers that the file leaves out stay. */
  readonly keeps?: boolean;
  /** False: what is read is no text of somebody's, and has no lines to speak of. */
  readonly lines?: boolean;
}

/**
 * Reads a hall file (YAML, contract section 2). Names all mistakes in one go, each with line and
 * column. `baseDir` is the file's folder; `customersText` the content of its customers file
 * (text, or bytes as they lie on the disk).
 */
export function readHallFile(
  source: string,
  options: HallFileOptions = {},
): HallFileRead | HallFileRefused {
  if (source.length > hallFileLengthMax) {
    const message = words.tooLong(hallFileLengthMax);
    return { ok: false, problems: [{ line: 1, column: 1, path: '', message }] };
  }
  const checked = checkSource(source.replace(/^\uFEFF/, ''), options);
  if (!checked.ok) return checked;
  const { file } = checked;
  const config = toHallConfig(file);
  const { customersText, baseDir } = options;
  const logo = file.ticket?.logo ?? null;
  const isAddress = logo?.startsWith('data:') === true;
  return {
    ok: true,
    config,
    secrets: file.staff.flatMap(({ badge, pin }) => (pin === undefined ? [] : [{ badge, pin }])),
    customersPath: file.customers === undefined ? null : below(baseDir, file.customers),
    logoPath: logo === null || isAddress ? null : below(baseDir, logo),
    logoAddress: isAddress ? logo : null,
    customers: customersText === undefined ? null : readCustomers(customersText, config.classes),
  };
}

type Read = Omit<HallFile, 'staff'> & {
  readonly staff: readonly (Omit<HallFile['staff'][number], 'pin'> & { readonly pin?: string })[];
};

function checkSource(
  source: string,
  { keeps = false, lines = true }: HallFileOptions,
): { ok: true; file: Read } | HallFileRefused {
  const { document, syntax, position } = parseYaml(source);
  if (document.contents === null && syntax.length === 0) {
    return { ok: false, problems: [{ line: 1, column: 1, path: '', message: words.empty() }] };
  }
  const lineOf = (offset: number) => (lines ? position(offset).line : 0);
  const shape = checkShape(keeps ? keptPinsSchema : hallFileSchema, document, lineOf);
  const check = checking(shape.value ?? {}, shape.places, lineOf, keeps);
  const parts = [
    checkUniqueness,
    checkReferences,
    checkHours,
    checkPeople,
    checkPolicy,
    checkVoice,
    checkTicket,
  ];
  for (const part of parts) part(check);
  const findings = withSyntax(syntax, [...shape.findings, ...check.findings], lineOf);
  // Without a finding the draft has every part that the schema asks for.
  if (findings.length === 0) return { ok: true, file: shape.value as Read };
  const problems = findings
    .toSorted((one, other) => one.offset - other.offset)
    .map(({ offset, path, message }) => ({ ...position(offset), path, message }));
  return { ok: false, problems };
}

function below(baseDir: string | undefined, path: string): string {
  return baseDir === undefined || isAbsolute(path) ? path : join(baseDir, path);
}
