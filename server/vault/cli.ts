import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { createCustomers } from './customers.ts';
import { isVaultError, openVaultDatabase } from './database.ts';
import { createKeyedHash } from './secrets.ts';

/** What the command line tool needs of its surroundings; a test gives its own. */
export interface VaultTerminal {
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
}

/** As the journal's tool: contract, section 1. `notFound` lets a script tell. */
export const vaultExitCodes = { done: 0, notFound: 1, badOptions: 2, badVault: 3 } as const;

const usage = [
  'usage: npm run vault -- erase KEY [--data DATA_DIR]',
  '',
  '  erase KEY           forget the customer with this phone or card number, for good; "-" reads',
  '                      numbers from standard input, one a line (they stay out of the shell’s history)',
  '',
  '  --data DATA_DIR     the data folder of the hub (default: $DATA_DIR, else ./data)',
  '',
].join('\n');

/** `npm run vault`: works beside a running hub, which asks the vault anew each time. */
export async function runVaultTool(terminal: VaultTerminal): Promise<number> {
  const parsed = parse(terminal);
  if (parsed === null) {
    terminal.stdout.write(usage);
    return vaultExitCodes.done;
  }
  if (typeof parsed === 'string') {
    terminal.stderr.write(`${parsed}\n\n${usage}`);
    return vaultExitCodes.badOptions;
  }
  const path = join(parsed.dataDir, 'vault.sqlite');
  if (!existsSync(path)) {
    terminal.stderr.write(`there is no vault in ${parsed.dataDir}\n`);
    return vaultExitCodes.badVault;
  }
  try {
    return erase(path, parsed.key === '-' ? await linesOf(terminal.stdin) : [parsed.key], terminal);
  } catch (error) {
    if (!isVaultError(error)) throw error;
    terminal.stderr.write(`${error.message}\n`);
    return vaultExitCodes.badVault;
  }
}

function parse(terminal: VaultTerminal): { key: string; dataDir: string } | null | string {
  const options = { data: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;
  let parsed;
  try {
    parsed = parseArgs({ args: [...terminal.args], options, allowPositionals: true });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const { values, positionals } = parsed;
  if (values.help === true) return null;
  const [command, key, ...more] = positionals;
  if (command !== 'erase') return command === undefined ? 'no command' : 'unknown command';
  if (key === undefined || more.length > 0) return 'erase takes one number, or - for a list';
  const dataDir = values.data ?? terminal.environment['DATA_DIR'] ?? './data';
  return { key, dataDir: resolve(dataDir) };
}

/** Deleted rows are overwritten (`secure_delete`); the log beside the file is emptied as well. */
function erase(path: string, keys: readonly string[], { stdout, stderr }: VaultTerminal): number {
  const db = openVaultDatabase(path);
  try {
    const keyedHash = createKeyedHash(db);
    const customers = createCustomers(db, (key) => keyedHash('customer', key));
    let erasedCount = 0;
    for (const key of keys) {
      const found = customers.find(key);
      if (found !== null && customers.erase(found.customer)) erasedCount += 1;
    }
    const emptied = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() as { busy: number };
    stdout.write(`${String(erasedCount)} of ${String(keys.length)} erased\n`);
    if (emptied.busy !== 0) {
      stderr.write('the vault is in use: its log is emptied when it is free; run this once more\n');
    }
    if (erasedCount > 0) {
      stdout.write(
        'Take the same rows out of the hall’s customers file, else --reconfigure lists them again;\n' +
          'backups made before still hold them.\n',
      );
    }
    return erasedCount === keys.length ? vaultExitCodes.done : vaultExitCodes.notFound;
  } finally {
    db.close();
  }
}

async function linesOf(stdin: Readable): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: stdin })) {
    if (line.trim() !== '') lines.push(line.trim());
  }
  return lines;
}

if (import.meta.main) {
  process.exitCode = await runVaultTool({
    args: process.argv.slice(2),
    environment: process.env,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
  });
}
