import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import type { HallConfig } from '#core/hall-config.ts';
import type { Language } from '#core/vocabulary.ts';
import { loadDay } from '#dispatch/load-day.ts';
import { journalFiles } from '#journal/folder.ts';
import { isJournalError } from '#journal/errors.ts';
import type { Journal } from '#journal/journal.ts';
import { openJournal } from '#journal/open.ts';
import { buildApp } from './app.ts';
import { collectProcessMetrics, createMetrics } from './desk/metrics.ts';
import type { Hall } from './desk/hall-port.ts';
import { problemOfOutcome } from './desk/outcome-problem.ts';
import { watchAbsentAgents } from './absent-agents.ts';
import { openHall } from './hall.ts';
import { chooseClock, type ClockChoice } from './hall-clock.ts';
import { readInsideDevices, startInsideAgent } from './inside-agent.ts';
import { readHall, sampleHall, type HallSource } from './hall-source.ts';
import type { Options } from './options.ts';
import { simulatedPeople } from './simulated-people.ts';
import { journalHint } from './start-words.ts';
import { stopReason } from './stop-reason.ts';
import { isVaultError } from './vault/database.ts';
import { readTls, watchTls, type TlsFiles, type TlsRead, type TlsServer } from './tls.ts';
import { openVault, type Vault } from './vault/vault.ts';
import { createHallVoice } from './voice/hall-voice.ts';

export interface RunningHub {
  readonly app: FastifyInstance;
  readonly hall: Hall;
  /** Where it listens, with the port it got. */
  readonly url: string;
  readonly journalPlace: string;
  readonly head: { readonly seq: number; readonly hash: string };
  readonly clockNote: ClockChoice['note'];
  /** A hall that was configured at this start. */
  readonly isNew: boolean;
  /** Looks at the files of the certificate now (SIGHUP); nothing without TLS. */
  renewCertificate(): void;
  /** Finishes what is accepted, tells the screens, and lets go of everything. */
  stop(): Promise<void>;
}

export interface HubEnvironment {
  readonly options: Options;
  readonly logger: FastifyBaseLogger;
  readonly language: Language;
  readonly version: string;
}

const pagesDir = fileURLToPath(new URL('../dist/pages', import.meta.url));

/**
 * From options to a listening hub. What it opened is closed again when a later step fails.
 * @throws StopReason
 */
export async function startHub(environment: HubEnvironment): Promise<RunningHub> {
  const { options, logger, language, version } = environment;
  const dataDir = resolve(options.dataDir);
  // Before anything is made: a hall file with mistakes leaves no folder behind.
  const isFresh = options.journal === 'sqlite' && !existsSync(journalFiles(dataDir).journal);
  const devices = options.devices === null ? [] : readInsideDevices(options.devices, language);
  const tls = options.tls === null ? null : openedTls(options.tls);
  let source = isFresh || options.reconfigure ? sourceOf(options, language, !isFresh) : null;

  const opened: (() => Promise<void> | void)[] = [];
  const closeAll = async (): Promise<void> => {
    for (const close of opened.reverse()) await close();
  };
  try {
    const journal = await openedJournal(options, dataDir, language);
    opened.push(() => journal.close());
    const loaded = await loadDay(journal);
    const { state } = loaded;
    const isEmpty = state.config === null;
    // A journal without a hall keeps nothing: its file has to say everything.
    if (isEmpty && (source === null || source.keeps)) source = sourceOf(options, language, false);
    const config = plannedConfig(options, state.config, source);
    refuseMismatch(options, state.config, config);

    const vault = openedVault(join(dataDir, 'vault.sqlite'));
    opened.push(() => vault.close());
    const choice = chooseClock({
      config,
      askedMs: options.clockMs,
      speed: options.clockSpeed,
      lastAtMs: state.lastAtMs,
      isSample: options.config === null && config.hall.id === sampleId(),
      realMs: Date.now(),
    });
    let app: FastifyInstance | null = null;
    const metrics = createMetrics();
    collectProcessMetrics(metrics);
    const hall = await openHall({
      journal,
      ...(options.journal === 'sqlite' && { dataDir }),
      loaded,
      vault,
      clock: choice.clock,
      logger,
      baseUrl: baseUrlOf(options),
      metrics,
      simulation: (made) =>
        config.training
          ? simulatedPeople(made, () => {
              if (app === null) throw new Error('the doors are not built yet');
              return app;
            })
          : null,
    });
    opened.push(() => hall.reports.close());
    opened.push(() => hall.dispatch.stop());
    if (source !== null) await configure(hall, vault, config, source, logger);
    await hall.dispatch.settle();
    const { clockBehindMs } = hall.dispatch.health();
    if (clockBehindMs > 0) {
      logger.warn(
        { clockBehindMs },
        'the clock is behind the journal: commands wait until it catches up',
      );
    }
    const voice = createHallVoice({
      hall: {
        state: () => hall.dispatch.state(),
        now: () => hall.clock.now(),
        callsSince: (callNo) => hall.views.callsSince(callNo),
        subscribe: (listener) => hall.subscribe(listener),
      },
      folder: join(dataDir, 'voice'),
      log: (fields, message) => {
        logger.info(fields, message);
      },
    });
    voice.onSpeaker((device) => {
      hall.presence.setSpeaker(device);
    });
    opened.push(() => voice.stop());
    app = await buildApp({
      hall,
      voice,
      logger,
      pagesDir,
      photosDir: join(dataDir, 'photos'),
      version,
      tls: tls?.material ?? null,
      ...(options.trustProxy === null ? {} : { proxies: options.trustProxy }),
    });
    const built = app;
    opened.push(() => built.close());
    const url = await listen(built, options);
    const certificate =
      options.tls === null || tls === null
        ? null
        : watchTls(built.server as unknown as TlsServer, options.tls, tls.material, logger);
    opened.push(() => certificate?.stop());
    opened.push(watchAbsentAgents(hall));
    if (devices.length > 0) {
      const shown = certificate === null ? null : () => certificate.used().cert;
      const agent = startInsideAgent({ hall, devices, dataDir, url, certificate: shown, logger });
      opened.push(() => agent.close());
    }
    return {
      app: built,
      hall,
      url,
      journalPlace: options.journal === 'sqlite' ? journalFiles(dataDir).journal : options.journal,
      head: await journal.head(),
      clockNote: choice.note,
      isNew: isEmpty,
      renewCertificate: () => certificate?.renew(),
      stop: closeAll,
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

function openedTls(files: TlsFiles): Extract<TlsRead, { ok: true }> {
  const read = readTls({ cert: resolve(files.cert), key: resolve(files.key) });
  if (!read.ok) throw stopReason(2, read.lines);
  return read;
}

function sourceOf({ config }: Options, language: Language, keeps: boolean): HallSource {
  return config === null ? sampleHall() : readHall(resolve(config), language, keeps);
}

function sampleId(): string {
  return sampleHall().config.hall.id;
}

/** A hall stays what it was: training or working, whatever the file says today. */
function plannedConfig(
  options: Options,
  present: HallConfig | null,
  source: HallSource | null,
): HallConfig {
  const training = present?.training ?? (options.training || options.config === null);
  const config = source?.config ?? present;
  if (config === null) throw new Error('neither a journal nor a hall file');
  return { ...config, training };
}

function refuseMismatch(options: Options, present: HallConfig | null, config: HallConfig): void {
  const lines: string[] = [];
  if (options.training && present !== null && !present.training) {
    lines.push(
      '--training: this data folder holds the journal of a working hall; take another (--data)',
    );
  }
  if (!config.training) {
    if (options.clockMs !== null)
      lines.push('--clock: only the clock of a training hall may be set');
    if (options.clockSpeed !== null) {
      lines.push('--clock-speed: only the clock of a training hall may run faster or slower');
    }
  }
  if (lines.length > 0) throw stopReason(2, lines);
}

async function openedJournal(
  options: Options,
  dataDir: string,
  language: Language,
): Promise<Journal> {
  try {
    return await openJournal({ dataDir, journal: options.journal });
  } catch (error) {
    if (!isJournalError(error)) throw error;
    throw stopReason(3, [
      error.message,
      ...(error.code === 'locked' ? [] : [journalHint[language]]),
    ]);
  }
}

function openedVault(path: string): Vault {
  try {
    return openVault({ path });
  } catch (error) {
    if (!isVaultError(error)) throw error;
    throw stopReason(3, [error.message]);
  }
}

/** Pins and customers first: a crash in between leaves a journal that asks to be configured. */
async function configure(
  hall: Hall,
  vault: Vault,
  config: HallConfig,
  { pins, customers, why, keeps }: HallSource,
  logger: FastifyBaseLogger,
): Promise<void> {
  if (keeps) await setPins(vault, pins, config);
  else await vault.pins.replace(pins, config.training);
  if (customers !== null) vault.customers.replace(customers.customers);
  for (const { line, message } of customers?.problems ?? []) {
    // What stood in the row is quoted for whoever mends the file, not for the log (rule `privacy`).
    const reason = message.en.replaceAll(/"[^"]*"/g, '"…"');
    logger.warn({ line, reason }, 'a row of the customers file was left out');
  }
  const outcome = await hall.dispatch.submit({
    command: { name: 'configure', args: { config, why } },
    actor: { kind: 'hub' },
  });
  if (outcome.kind === 'done') return;
  const problem = problemOfOutcome(outcome, {
    command: 'configure',
    state: hall.dispatch.state(),
    nowMs: hall.clock.now(),
  }).inLanguage('en');
  const isRefused = outcome.kind === 'refused' || outcome.kind === 'unknown';
  throw stopReason(isRefused ? 2 : 3, [`${why}: ${problem.detail ?? problem.title}`]);
}

/** Pins that the file names; the others stay, and those of people who left go. */
async function setPins(
  vault: Vault,
  pins: ReadonlyMap<string, string>,
  { staff, training }: HallConfig,
): Promise<void> {
  for (const badge of vault.pins.badges()) {
    if (!staff.some((each) => each.badge === badge)) vault.pins.remove(badge);
  }
  for (const [badge, pin] of pins) {
    await vault.pins.set(badge, pin, { isOneTime: false, training });
  }
}

async function listen(app: FastifyInstance, { port, host }: Options): Promise<string> {
  try {
    return await app.listen({ port, host });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const said: Readonly<Record<string, string>> = {
      EADDRINUSE: `port ${port} on ${host} is in use: stop the other program, or take another port (--port)`,
      EACCES: `port ${port} needs more rights: take one above 1023 (--port)`,
      EADDRNOTAVAIL: `${host} is no address of this machine (--host)`,
      ENOTFOUND: `${host} is no known address (--host)`,
    };
    const line = said[code];
    if (line === undefined) throw error;
    throw stopReason(1, [line]);
  }
}

/** Addresses in answers: absolute where the hub knows its own, else relative to the asker's. */
function baseUrlOf({ publicUrl, host, port, tls }: Options): string {
  if (publicUrl !== null) return publicUrl;
  const isAnywhere = host === '0.0.0.0' || host === '::' || port === 0;
  const scheme = tls === null ? 'http' : 'https';
  return isAnywhere ? '' : `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
