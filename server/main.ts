import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '#core/vocabulary.ts';
import { greeting } from './greeting.ts';
import { limits } from './limits.ts';
import { createLogger } from './logger.ts';
import { help, readOptions } from './options.ts';
import { startHub, type RunningHub } from './start-hub.ts';
import { isStopReason } from './stop-reason.ts';

/** Owns the process: the only place that sees arguments, environment, signals and exit codes. */
process.title = 'paihao';
await main();

async function main(): Promise<void> {
  const read = readOptions(process.argv.slice(2), process.env);
  if (read.kind === 'help') {
    process.stdout.write(help);
    return;
  }
  if (read.kind === 'refused') {
    for (const problem of read.problems) process.stderr.write(`${problem}\n`);
    process.exitCode = 2;
    return;
  }
  const { options } = read;
  const { logger, flush } = createLogger(options.logLevel, process.stderr.isTTY);
  const leave = (code: number): never => {
    flush();
    process.exit(code);
  };
  const bug = (error: unknown): void => {
    logger.fatal({ err: error }, 'the hub cannot go on');
    leave(1);
  };
  process.on('uncaughtException', bug).on('unhandledRejection', bug);
  const stopping = stopOnSignal(leave);

  try {
    const hub = await startHub({ options, logger, language: language(), version: version() });
    process.stdout.write(greeting(hub));
    // Without TLS a hang-up ends the hub, as it ends any program of a terminal.
    if (options.tls !== null) process.on('SIGHUP', () => hub.renewCertificate());
    stopping.hub(hub);
  } catch (error) {
    if (!isStopReason(error)) throw error;
    flush();
    for (const line of error.lines) process.stderr.write(`${line}\n`);
    leave(error.exitCode);
  }
}

/**
 * The first signal finishes what is accepted and leaves; the second leaves at once. A signal during
 * start-up waits for it: half a start is not left behind.
 */
function stopOnSignal(leave: (code: number) => never) {
  let asked = false;
  let running: RunningHub | null = null;

  const stop = async (hub: RunningHub): Promise<void> => {
    const late = setTimeout(() => {
      hub.app.log.error('did not stop in time');
      leave(1);
    }, limits.stopWithinMs);
    await hub.stop();
    clearTimeout(late);
    leave(0);
  };
  const signalled = (): void => {
    if (asked) leave(1);
    asked = true;
    if (running !== null) void stop(running);
  };
  process.on('SIGINT', signalled).on('SIGTERM', signalled);
  return {
    hub(hub: RunningHub): void {
      running = hub;
      if (asked) void stop(hub);
    },
  };
}

/** Of the messages on the terminal. */
function language(): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return /^zh/i.test(LC_ALL ?? LC_MESSAGES ?? LANG ?? '') ? 'zh' : 'en';
}

function version(): string {
  const text = readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}
