import type { HubPort } from '#hardware/agent/hub-port.ts';
import { createOutbox } from '#hardware/agent/outbox.ts';
import { createPrintJobs } from '#hardware/agent/print-jobs.ts';
import type { Clock } from '#hardware/clock.ts';
import { createStateCell, silentLog } from '#hardware/device.ts';
import type { Printer, PrintOutcome } from '#hardware/printers/run-printer.ts';
import type { CommandAck, ViewMessage } from '#protocol/socket-events.ts';
import { between } from './faults.ts';
import type { Outside } from './people.ts';
import { createOwner, type Owner } from './virtual-time.ts';
import { must } from './witness.ts';

const second = 1_000;
const answerMs = 10 * second;

/** A printer that stands in the hall whatever becomes of its agent, and the paper in its tray. */
export interface PaperTray {
  /** Papers that came out, by job. */
  readonly papers: ReadonlyMap<string, number>;
  printerFor(agent: Owner): Printer;
}

export function createPaperTray({ time, weather, random }: Outside): PaperTray {
  const papers = new Map<string, number>();

  function comeOut(job: string): void {
    const count = (papers.get(job) ?? 0) + 1;
    papers.set(job, count);
    must(count === 1, `job ${job} was printed twice, and nobody asked for it`);
  }

  return {
    papers,
    printerFor(agent) {
      const cell = createStateCell('ready');
      const later = (ms: number, owner: Owner, act: () => void): void => {
        time.at(time.now() + ms, owner, 'printer', act);
      };
      // What it has in its memory it prints, also when nobody asks any more.
      const tray = createOwner('printer');
      const fail = (state: 'paper-out' | 'offline'): void => {
        cell.set(state, 'simulated');
        later(between(random, 5, 60) * second, agent, () => cell.set('ready'));
      };
      return {
        get state() {
          return cell.state;
        },
        get detail() {
          return cell.detail;
        },
        onState: cell.onState,
        close: () => Promise.resolve(),
        dropped: 0,
        print: ({ id }, told) =>
          new Promise<PrintOutcome>((resolve) => {
            if (weather.strikes('printer-fault', 0.08)) {
              fail('paper-out');
              later(second, agent, () => resolve('refused'));
              return;
            }
            const ms = between(random, 500, 3_000);
            later(200, agent, () => told?.sent?.());
            if (weather.strikes('printer-fault', 0.08)) {
              // The line breaks in the middle: there may be paper, and nobody can know.
              if (random.next() < 0.5) later(ms, tray, () => comeOut(id));
              fail('offline');
              later(ms, agent, () => resolve('uncertain'));
              return;
            }
            later(ms, tray, () => comeOut(id));
            later(ms + 100, agent, () => resolve('printed'));
          }),
      };
    },
  };
}

/** One run of the agent: its real print jobs and outbox over a simulated wire and printer. */
export function startAgentRun(outside: Outside, tray: PaperTray): { kill(): void } {
  const { time, network } = outside;
  const owner = createOwner(`agent ${outside.serial()}`);
  const clock: Clock = {
    now: () => time.now(),
    after: (ms, act) => time.at(time.now() + ms, owner, 'agent', act),
  };
  const socket = network.socket(owner, { token: 'hardware agent', protocol: 1 });
  const watches = new Set<(message: ViewMessage) => void>();
  const told = new Set<(isLive: boolean) => void>();
  let isLive = false;
  const setLive = (next: boolean): void => {
    isLive = next;
    if (next) for (const _ of watches) socket.emit('watch', { view: 'agent' }, () => undefined);
    for (const each of told) each(next);
  };
  const comeBack = (): void => {
    if (isLive) setLive(false);
    clock.after(between(outside.random, 500, 1_500), () => socket.connect());
  };
  socket.on('connect', () => setLive(true));
  socket.on('disconnect', comeBack);
  socket.on('connect_error', comeBack);
  socket.on('view', (message: ViewMessage) => {
    for (const take of watches) take(message);
  });

  const hub: HubPort = {
    url: 'http://hub.test',
    watch(_, take) {
      watches.add(take);
      return () => void watches.delete(take);
    },
    command: (id, name, args) =>
      new Promise((resolve) => {
        const cancel = clock.after(answerMs, () => resolve(null));
        socket.emit('command', { id, name, args }, (ack: CommandAck) => {
          cancel();
          resolve(ack);
        });
      }),
    present: () => Promise.resolve(),
    onLive(each) {
      told.add(each);
      each(isLive);
      return () => void told.delete(each);
    },
    close: () => Promise.resolve(),
  };

  time.as(owner, () => {
    const printer = tray.printerFor(owner);
    const outbox = createOutbox(hub, clock, owner.name);
    const jobs = createPrintJobs({
      printers: new Map([['printer', printer]]),
      outbox,
      clock,
      log: silentLog,
      hubUrl: hub.url,
    });
    hub.watch({ view: 'agent' }, ({ data, revision }) => {
      jobs.take(data as Parameters<typeof jobs.take>[0], revision);
    });
    const tell = (): void => {
      const { state, detail } = printer;
      const devices = [
        { id: 'printer', kind: 'printer', state, detail, counter: null, kiosk: null },
      ];
      void outbox.deliver('report-devices', { devices });
    };
    printer.onState(tell);
    hub.onLive((live) => {
      if (live) tell();
    });
    socket.connect();
  });

  return {
    kill() {
      socket.disconnect();
      time.drop(owner);
    },
  };
}

/** The agent of one day: it runs, and in rough weather it is killed and begun again. */
export function keepAgentRunning(outside: Outside, tray: PaperTray): () => void {
  const { time, weather, random, owner } = outside;
  let run = startAgentRun(outside, tray);
  let isOver = false;
  const look = (): void => {
    time.at(time.now() + between(random, 20, 90) * second, owner, 'agent watch', () => {
      if (isOver) return;
      if (weather.strikes('printer-fault', 0.25)) {
        outside.note('the agent is killed and begun again');
        run.kill();
        run = startAgentRun(outside, tray);
      }
      look();
    });
  };
  look();
  return () => {
    isOver = true;
    run.kill();
  };
}
