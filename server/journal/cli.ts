import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { backUpFolder, restoreFolder } from './backup.ts';
import { recordLine } from './chain.ts';
import { isJournalError } from './errors.ts';
import type { VerifyReport } from './journal.ts';
import { openReading } from './reading.ts';
import { verifyInThread } from './sqlite.ts';

/** What the command line tool needs of its surroundings; a test gives its own. */
export interface Terminal {
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stdout: Writable;
  readonly stderr: Writable & { readonly isTTY?: boolean };
}

/** Exit codes of the contract, section 1. */
export const exitCodes = { done: 0, failed: 1, badOptions: 2, badJournal: 3 } as const;

interface Invocation {
  readonly dataDir: string;
  readonly operands: readonly string[];
  readonly terminal: Terminal;
}

interface Command {
  readonly operands: string;
  readonly operandCount: number;
  readonly summary: string;
  readonly run: (invocation: Invocation) => Promise<number>;
}

const commands: Readonly<Record<string, Command>> = {
  verify: {
    operands: '',
    operandCount: 0,
    summary: 'read the whole journal, check its chain of hashes, print its head',
    run: verify,
  },
  backup: {
    operands: 'FILE',
    operandCount: 1,
    summary: 'copy the journal into FILE, also while a hub runs, and check the copy',
    run: backUp,
  },
  restore: {
    operands: 'FILE',
    operandCount: 1,
    summary: 'put a checked copy in the place of the journal; what was there is kept beside',
    run: restore,
  },
  export: {
    operands: '',
    operandCount: 0,
    summary: 'write every event with its hashes to standard output, one JSON object a line',
    run: exportEvents,
  },
};

const usage = [
  'usage: npm run journal -- COMMAND [--data DATA_DIR]',
  '',
  ...Object.entries(commands).map(
    ([name, { operands, summary }]) => `  ${`${name} ${operands}`.padEnd(18)}${summary}`,
  ),
  '',
  '  --data DATA_DIR     the data folder of the hub (default: $DATA_DIR, else ./data)',
  '',
].join('\n');

/** Runs the tool and answers its exit code. */
export async function runJournalTool(terminal: Terminal): Promise<number> {
  const parsed = parse(terminal);
  if (typeof parsed === 'string') {
    terminal.stderr.write(`${parsed}\n\n${usage}`);
    return exitCodes.badOptions;
  }
  if (parsed === null) {
    terminal.stdout.write(usage);
    return exitCodes.done;
  }
  try {
    return await parsed.command.run(parsed.invocation);
  } catch (error) {
    if (!isJournalError(error)) throw error;
    terminal.stderr.write(`${error.code}: ${error.message}\n`);
    return exitCodes.badJournal;
  }
}

/** What to run; null for help; a text when the options are wrong. */
function parse(terminal: Terminal): { command: Command; invocation: Invocation } | null | string {
  const options = { data: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;
  let parsed;
  try {
    parsed = parseArgs({ args: [...terminal.args], options, allowPositionals: true });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const { values, positionals } = parsed;
  if (values.help === true) return null;
  const [name, ...operands] = positionals;
  if (name === undefined) return 'no command';
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) return `unknown command: ${name}`;
  if (operands.length !== command.operandCount) {
    return `${name} takes ${String(command.operandCount)} operands, not ${String(operands.length)}`;
  }
  const dataDir = values.data ?? terminal.environment['DATA_DIR'] ?? './data';
  if (dataDir === '') return '--data needs a folder';
  return { command, invocation: { dataDir: resolve(dataDir), operands, terminal } };
}

async function verify({ dataDir, terminal }: Invocation): Promise<number> {
  const progress = createProgress(terminal.stderr, 'events');
  let report: VerifyReport;
  try {
    report = await verifyInThread(dataDir, progress.show);
  } finally {
    progress.clear();
  }
  if (!report.ok) return reportDamage(report, terminal);
  terminal.stdout.write(`whole: ${describe(report)}`);
  return exitCodes.done;
}

/** The copy is named after the check, so a file that is there already is somebody's copy. */
async function backUp({ dataDir, operands, terminal }: Invocation): Promise<number> {
  const file = resolve(operands[0] ?? '');
  if (existsSync(file)) {
    terminal.stderr.write(`${file} is there already: name a new file\n`);
    return exitCodes.badOptions;
  }
  const copying = createProgress(terminal.stderr, 'pages');
  const verifying = createProgress(terminal.stderr, 'events');
  let report;
  try {
    report = await backUpFolder(dataDir, file, {
      onCopy: copying.show,
      onVerify: verifying.show,
    });
  } finally {
    verifying.clear();
  }
  if (!report.ok) return reportDamage(report, terminal);
  terminal.stdout.write(`copied to ${file}: ${describe(report)}`);
  if (report.vault !== null) {
    terminal.stdout.write(`pins, devices and customers are in ${report.vault}: keep it secret\n`);
  }
  return exitCodes.done;
}

async function restore({ dataDir, operands, terminal }: Invocation): Promise<number> {
  const file = resolve(operands[0] ?? '');
  const progress = createProgress(terminal.stderr, 'events');
  let report;
  try {
    report = await restoreFolder(dataDir, file, { onVerify: progress.show });
  } finally {
    progress.clear();
  }
  if (!report.ok) {
    terminal.stderr.write(
      `the copy ${file} is ${nameDamage(report)}\nNothing was changed in ${dataDir}.\n`,
    );
    return exitCodes.badJournal;
  }
  terminal.stdout.write(`restored: ${describe(report)}`);
  if (!report.vault) {
    terminal.stdout.write(`no ${file}.vault: pins, devices and customers are as they were\n`);
  }
  const { kept, replaced } = report;
  if (kept !== null) terminal.stdout.write(`what was there is kept in ${kept}\n`);
  if (replaced !== null && replaced.seq > report.seq) {
    const count = String(replaced.seq - report.seq);
    terminal.stdout.write(`its journal has ${count} events that the copy has not\n`);
  }
  return exitCodes.done;
}

function describe({ seq, hash, days }: Extract<VerifyReport, { ok: true }>): string {
  const extent = `${String(seq)} events, ${String(days)} business days`;
  return `${extent}\nhead ${String(seq)} ${hash}\n`;
}

function reportDamage(report: Extract<VerifyReport, { ok: false }>, terminal: Terminal): number {
  terminal.stderr.write(`${nameDamage(report)}\n${advice}\n`);
  return exitCodes.badJournal;
}

function nameDamage({ seq, what, where }: Extract<VerifyReport, { ok: false }>): string {
  const at = seq === null ? '' : ` at event ${String(seq)}`;
  return `DAMAGED${at}: ${what}: ${where}`;
}

const advice =
  'Stop the hub, copy the data folder as it is to a safe place, and restore the last backup.\n' +
  'The events before the named one are proven; docs/journal.md tells what each finding means.';

interface Progress {
  readonly show: (doneCount: number, totalCount: number) => void;
  readonly clear: () => void;
}

/** A line that rewrites itself, on a terminal only. */
function createProgress(stream: Terminal['stderr'], unit: string): Progress {
  if (stream.isTTY !== true) return { show: () => {}, clear: () => {} };
  const barWidth = 30;
  return {
    show(doneCount, totalCount) {
      const share = totalCount === 0 ? 1 : doneCount / totalCount;
      const bar = '#'.repeat(Math.round(share * barWidth)).padEnd(barWidth, '.');
      const percent = String(Math.floor(share * 100)).padStart(3);
      stream.write(
        `\r[${bar}] ${percent} %  ${String(doneCount)} of ${String(totalCount)} ${unit}`,
      );
    },
    clear() {
      stream.write('\r\u001b[K');
    },
  };
}

/** Events of one piece of an export: bounds the memory, whatever the length of the history. */
const exportPieceCount = 2_000;

async function exportEvents({ dataDir, terminal }: Invocation): Promise<number> {
  const reading = openReading(dataDir);
  try {
    for (let fromSeq = 1; ;) {
      const records = reading.read(fromSeq, exportPieceCount);
      const last = records.at(-1);
      if (last === undefined) return exitCodes.done;
      const text = records.map((record) => `${recordLine(record)}\n`).join('');
      if (!terminal.stdout.write(text)) await once(terminal.stdout, 'drain');
      fromSeq = last.seq + 1;
    }
  } finally {
    reading.close();
  }
}

if (import.meta.main) {
  // "export | head": whoever read has enough.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? exitCodes.done : exitCodes.failed);
  });
  process.exitCode = await runJournalTool({
    args: process.argv.slice(2),
    environment: process.env,
    stdout: process.stdout,
    stderr: process.stderr,
  });
}
