import { parseArgs } from 'node:util';

/** How the agent is run (contract, section 5). */
export interface AgentOptions {
  readonly hub: string;
  readonly devices: string;
  /** Where the token is kept; null: beside the device file. */
  readonly tokenFile: string | null;
  readonly name: string | null;
  readonly logLevel: string;
}

export type AgentOptionsRead =
  | { readonly kind: 'options'; readonly options: AgentOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

const levels = ['error', 'warn', 'info', 'debug', 'silent'];

export const agentHelp = `Usage: npm run agent -- --hub URL --devices FILE [options]

  --hub URL          where the hub is, such as http://192.168.1.10:8080 (HUB)
  --devices FILE     the device file (DEVICES)
  --token-file FILE  where the pairing is kept (beside the device file)
  --name NAME        how staff see this agent (the computer's name)
  --log-level LEVEL  ${levels.join(', ')} (info)
  --help             this text

Exit codes: 0 stopped on request, 2 bad options or a device file with mistakes, 1 anything else.
`;

/** Reads flags and environment; names every problem. */
export function readAgentOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): AgentOptionsRead {
  const problems: string[] = [];
  const known = {
    hub: { type: 'string' },
    devices: { type: 'string' },
    'token-file': { type: 'string' },
    name: { type: 'string' },
    'log-level': { type: 'string' },
    help: { type: 'boolean' },
  } as const;
  const { values, tokens } = parseArgs({
    args: [...args],
    options: known,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'positional') problems.push(`"${token.value}" is no option`);
    if (token.kind !== 'option') continue;
    if (!Object.hasOwn(known, token.name))
      problems.push(`${token.rawName} is no option; see --help`);
    else if (token.name !== 'help' && (token.value ?? '').replace(/^--.*/, '') === '') {
      problems.push(`--${token.name} needs a value`);
    }
  }
  if (values.help === true) return { kind: 'help' };
  const text = (value: unknown, variable: string): string =>
    typeof value === 'string' ? value : (environment[variable] ?? '');
  const hub = text(values.hub, 'HUB');
  const devices = text(values.devices, 'DEVICES');
  const logLevel = text(values['log-level'], 'LOG_LEVEL') || 'info';
  if (hub === '') problems.push('--hub is needed: where is the hub?');
  else if (!isAddress(hub)) problems.push(`--hub: "${hub}" is not an http:// or https:// address`);
  if (devices === '') problems.push('--devices is needed: which devices stand here?');
  if (!levels.includes(logLevel)) {
    problems.push(`--log-level: "${logLevel}" is not one of ${levels.join(', ')}`);
  }
  if (problems.length > 0) return { kind: 'refused', problems };
  const tokenFile = text(values['token-file'], 'TOKEN_FILE');
  const name = text(values.name, 'AGENT_NAME');
  return {
    kind: 'options',
    options: {
      hub: new URL(hub).origin,
      devices,
      tokenFile: tokenFile === '' ? null : tokenFile,
      name: name === '' ? null : name,
      logLevel,
    },
  };
}

function isAddress(written: string): boolean {
  return /^https?:\/\//.test(written) && URL.canParse(written);
}
