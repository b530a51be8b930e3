import { parseArgs } from 'node:util';
import { limits } from './limits.ts';
import { readProxies, type Proxies } from './plugins/proxies.ts';
import type { TlsFiles } from './tls.ts';

/** How the hub is run (contract, section 1). A flag counts before its environment variable. */
export interface Options {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Path of the hall file, or null. */
  readonly config: string | null;
  readonly reconfigure: boolean;
  /** `sqlite` or a `postgres://` address. */
  readonly journal: string;
  readonly logLevel: LogLevel;
  readonly training: boolean;
  /** The hall's time at start; null: now. */
  readonly clockMs: number | null;
  readonly clockSpeed: number | null;
  /** Where the pages are reached, when it is not host and port (a proxy, a name). */
  readonly publicUrl: string | null;
  /** Path of a device file, or null: nothing is attached to this machine. */
  readonly devices: string | null;
  /** Certificate and key of the hub's own TLS, or null: plain HTTP. */
  readonly tls: TlsFiles | null;
  /** Proxies whose word on the asker's address counts; null: nobody's. */
  readonly trustProxy: Proxies | null;
}

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export type OptionsRead =
  | { readonly kind: 'options'; readonly options: Options }
  | { readonly kind: 'help' }
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

const values = {
  port: 'PORT',
  host: 'HOST',
  data: 'DATA_DIR',
  config: 'CONFIG',
  journal: 'JOURNAL',
  devices: 'DEVICES',
  'log-level': 'LOG_LEVEL',
  clock: 'CLOCK',
  'clock-speed': 'CLOCK_SPEED',
  'public-url': 'PUBLIC_URL',
  'trust-proxy': 'TRUST_PROXY',
  'tls-cert': 'TLS_CERT',
  'tls-key': 'TLS_KEY',
} as const;
const switches = { training: 'TRAINING', reconfigure: 'RECONFIGURE' } as const;

type ValueName = keyof typeof values;
type SwitchName = keyof typeof switches;

export const help = `Usage: npm start -- [options]

  --port PORT          port of pages and doors (8080; 0: any free one)
  --host HOST          address to listen on (127.0.0.1)
  --data DATA_DIR      folder of journal and vault (./data)
  --config CONFIG      hall file; read when the journal is empty, or with --reconfigure
  --reconfigure        read the hall file again
  --journal JOURNAL    sqlite (in the data folder) or a postgres:// address
  --devices FILE       device file: printers, boards, pads attached to this machine
  --log-level LEVEL    ${logLevels.join(', ')} (info)
  --public-url URL     where the pages are reached, behind a proxy
  --trust-proxy LIST   addresses and networks of proxies whose X-Forwarded-For counts (none)
  --tls-cert FILE      certificate with its chain (PEM): pages and doors by https only
  --tls-key FILE       its private key (PEM); both are taken up again when they are renewed
  --training           a training hall: sign-ins are shown, devices pair without approval
  --clock INSTANT      training only: the hall's time at start, e.g. 2026-03-02T08:20:00+08:00
  --clock-speed N      training only: hall seconds a second (1); 0 stands still
  --help               this text

Every option but --help has an environment variable: ${[...Object.values(values), ...Object.values(switches)].join(', ')}.
`;

/** Reads flags and environment; names every problem, not just the first. */
export function readOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): OptionsRead {
  const problems: string[] = [];
  const given = new Map<string, string | true>();
  const { tokens } = parseArgs({
    args: [...args],
    options: {
      ...Object.fromEntries(Object.keys(values).map((name) => [name, { type: 'string' as const }])),
      ...Object.fromEntries(
        Object.keys(switches).map((name) => [name, { type: 'boolean' as const }]),
      ),
      help: { type: 'boolean' },
    },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'positional') problems.push(`"${token.value}" is no option`);
    if (token.kind !== 'option') continue;
    const problem = take(token.rawName, token.name, token.value, given);
    if (problem !== null) problems.push(problem);
  }
  if (given.has('help')) return { kind: 'help' };

  /** The value and the name it was given by; an empty variable counts as none. */
  const valueOf = (name: ValueName): { text: string; by: string } | null => {
    const flag = given.get(name);
    if (typeof flag === 'string') return { text: flag, by: `--${name}` };
    const variable = environment[values[name]];
    return variable === undefined || variable === '' ? null : { text: variable, by: values[name] };
  };
  const isOn = (name: SwitchName): boolean => {
    if (given.has(name)) return true;
    const variable = environment[switches[name]] ?? '';
    if (/^(?:1|true|yes|on)$/i.test(variable)) return true;
    if (!/^(?:0|false|no|off)?$/i.test(variable)) {
      problems.push(`${switches[name]}: "${variable}" is neither 1 nor 0`);
    }
    return false;
  };
  /** Reads a value; what `read` answers null for is a problem, `otherwise` what it stands for. */
  const read = <T>(
    name: ValueName,
    otherwise: T,
    reads: (text: string) => T | null,
    hint: string,
  ): T => {
    const value = valueOf(name);
    if (value === null) return otherwise;
    const result = reads(value.text);
    if (result === null) problems.push(`${value.by}: "${value.text}" is not ${hint}`);
    return result ?? otherwise;
  };

  const tlsOf = (): TlsFiles | null => {
    const cert = valueOf('tls-cert');
    const key = valueOf('tls-key');
    if (cert !== null && key !== null) return { cert: cert.text, key: key.text };
    if (cert !== null) problems.push(`${cert.by}: the key is missing (--tls-key)`);
    if (key !== null) problems.push(`${key.by}: the certificate is missing (--tls-cert)`);
    return null;
  };

  const text = (written: string): string | null => (written.trim() === '' ? null : written);
  const options: Options = {
    port: read('port', 8080, portOf, 'a port, 0 to 65535'),
    host: read('host', '127.0.0.1', text, 'an address'),
    dataDir: read('data', './data', text, 'a folder'),
    config: read<string | null>('config', null, text, 'a file'),
    reconfigure: isOn('reconfigure'),
    journal: read('journal', 'sqlite', journalOf, 'sqlite or a postgres:// address'),
    logLevel: read('log-level', 'info', levelOf, `one of ${logLevels.join(', ')}`),
    training: isOn('training'),
    clockMs: read<number | null>(
      'clock',
      null,
      instantOf,
      'an instant with its offset, like 2026-03-02T08:20:00+08:00',
    ),
    clockSpeed: read<number | null>(
      'clock-speed',
      null,
      speedOf,
      `a number from 0 to ${limits.clockSpeedMax}`,
    ),
    trustProxy: read<Proxies | null>(
      'trust-proxy',
      null,
      readProxies,
      'a list of addresses and networks, like 127.0.0.1,10.0.0.0/8',
    ),
    publicUrl: read<string | null>('public-url', null, urlOf, 'an http:// or https:// address'),
    devices: read<string | null>('devices', null, text, 'a file'),
    tls: tlsOf(),
  };
  if (options.reconfigure && options.config === null) {
    problems.push('--reconfigure reads a hall file: give it with --config');
  }
  return problems.length > 0 ? { kind: 'refused', problems } : { kind: 'options', options };
}

function take(
  rawName: string,
  name: string,
  value: string | boolean | undefined,
  given: Map<string, string | true>,
): string | null {
  if (name === 'help' || name in switches) {
    if (value !== undefined) return `--${name} takes no value`;
    given.set(name, true);
    return null;
  }
  if (!(name in values)) return `${rawName} is no option; see --help`;
  // A flag without its value must not swallow the next flag.
  if (typeof value !== 'string' || value.startsWith('--')) return `--${name} needs a value`;
  given.set(name, value);
  return null;
}

function portOf(written: string): number | null {
  return /^\d{1,5}$/.test(written) && Number(written) <= 65_535 ? Number(written) : null;
}

function journalOf(written: string): string | null {
  return written === 'sqlite' || /^postgres(?:ql)?:\/\/./.test(written) ? written : null;
}

function levelOf(written: string): LogLevel | null {
  return logLevels.find((level) => level === written) ?? null;
}

function instantOf(written: string): number | null {
  const isWhole = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/.test(
    written,
  );
  const atMs = Date.parse(written);
  return isWhole && !Number.isNaN(atMs) ? atMs : null;
}

function speedOf(written: string): number | null {
  const speed = Number(written);
  return written.trim() !== '' && speed >= 0 && speed <= limits.clockSpeedMax ? speed : null;
}

function urlOf(written: string): string | null {
  return /^https?:\/\/[^/\s]+(?:\/[^\s?#]*)?$/.test(written) ? written.replace(/\/+$/, '') : null;
}
