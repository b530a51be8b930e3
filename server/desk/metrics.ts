import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

const seconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

export type Metrics = ReturnType<typeof createMetrics>;

/** The hub's figures for Prometheus. One registry a hall, labelled with its id. */
export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  const commands = createCounts();
  const events = createCounts();
  new Counter({
    name: 'paihao_commands_total',
    help: 'Commands by name and by what became of them.',
    labelNames: ['command', 'outcome'],
    registers,
    collect() {
      commands.take((key, count) => {
        const [command = '', outcome = ''] = key.split(' ');
        this.inc({ command, outcome }, count);
      });
    },
  });
  new Counter({
    name: 'paihao_events_total',
    help: 'Events written, by type.',
    labelNames: ['type'],
    registers,
    collect() {
      events.take((type, count) => {
        this.inc({ type }, count);
      });
    },
  });
  return {
    registry,
    countCommand(command: string, outcome: string): void {
      commands.add(`${command} ${outcome}`);
    },
    countEvent: events.add,
    commandSeconds: new Histogram({
      name: 'paihao_command_duration_seconds',
      help: 'From accepted to answered, stable storage included.',
      buckets: seconds,
      registers,
    }),
    commitSeconds: new Histogram({
      name: 'paihao_commit_duration_seconds',
      help: 'One append to the journal, until it is on stable storage.',
      buckets: seconds,
      registers,
    }),
    sockets: new Gauge({
      name: 'paihao_sockets',
      help: 'Connected sockets, by kind of identity.',
      labelNames: ['identity'],
      registers,
    }),
    views: new Counter({
      name: 'paihao_views_sent_total',
      help: 'Views built and sent to their room, by view.',
      labelNames: ['view'],
      registers,
    }),
    calls: new Counter({
      name: 'paihao_calls_sent_total',
      help: 'Announcements sent.',
      registers,
    }),
    waiting: new Gauge({
      name: 'paihao_tickets_waiting',
      help: 'Tickets that wait now.',
      registers,
    }),
    queued: new Gauge({
      name: 'paihao_commands_queued',
      help: 'Commands accepted and not yet answered.',
      registers,
    }),
    writable: new Gauge({
      name: 'paihao_journal_writable',
      help: '1 when the last write to the journal succeeded.',
      registers,
    }),
    problems: new Counter({
      name: 'paihao_problems_total',
      help: 'Problems answered at the doors, by code.',
      labelNames: ['code'],
      registers,
    }),
    signIns: new Counter({
      name: 'paihao_sign_ins_total',
      help: 'Sign-ins by outcome.',
      labelNames: ['outcome'],
      registers,
    }),
  };
}

/** What happens at every command is counted in a table, and told when somebody looks. */
function createCounts() {
  const counts = new Map<string, number>();
  return {
    add: (key: string): void => {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
    take(tell: (key: string, count: number) => void): void {
      for (const [key, count] of counts) tell(key, count);
      counts.clear();
    },
  };
}

/** Event loop lag, memory, garbage collection: of the process, so once a process. */
export function collectProcessMetrics(metrics: Metrics): void {
  collectDefaultMetrics({ register: metrics.registry });
}
