import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { pino } from 'pino';
import { startAgent } from './agent/agent.ts';
import { readDevicesAt } from './agent/device-source.ts';
import { connectHub } from './agent/hub-line.ts';
import { agentHelp, readAgentOptions } from './agent/options.ts';
import { fileBadge, pairingOverHttp } from './agent/pairing.ts';
import { agentWords } from './agent/words.ts';

/** The agent as a program of its own: the only place that sees arguments, signals and exit codes. */
process.title = 'paihao-agent';
main();

function main(): void {
  const read = readAgentOptions(process.argv.slice(2), process.env);
  if (read.kind === 'help') {
    process.stdout.write(agentHelp);
    return;
  }
  const zh = /^zh/i.test(process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? '');
  const language = zh ? 'zh' : 'en';
  if (read.kind === 'refused') {
    refuse(read.problems);
    return;
  }
  const { options } = read;
  const path = resolve(options.devices);
  const source = readDevicesAt(path, language);
  if (!source.ok) {
    refuse(source.lines);
    return;
  }

  const log = pino(
    { level: options.logLevel, base: null },
    pino.destination({ dest: 2, sync: false }),
  );
  const leave = (code: number): never => {
    log.flush();
    process.exit(code);
  };
  const bug = (error: unknown): void => {
    log.fatal({ err: error }, 'the agent cannot go on');
    leave(1);
  };
  process.on('uncaughtException', bug).on('unhandledRejection', bug);

  const say = (text: string): void => void process.stdout.write(`${text}\n`);
  const badge = fileBadge({
    hub: options.hub,
    file: options.tokenFile ?? `${path}.token`,
    name: options.name ?? hostname(),
    ...pairingOverHttp(options.hub),
  });
  const hub = connectHub({
    url: options.hub,
    log,
    badge,
    pending: (code) => {
      say(agentWords.pending(code)[language]);
    },
    approved: () => {
      say(agentWords.approved[language]);
    },
    revoked: () => {
      say(agentWords.revoked[language]);
      void agent.close().then(() => leave(1));
    },
  });
  hub.onLive((isLive) => {
    if (isLive) log.info({ hub: options.hub }, 'connected to the hub');
  });
  const agent = startAgent({ hub, devices: source.devices, log });
  say(agentWords.started(source.devices.length)[language]);

  let asked = false;
  const stop = (): void => {
    if (asked) leave(1);
    asked = true;
    void agent.close().then(() => leave(0));
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
}

function refuse(lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exitCode = 2;
}
