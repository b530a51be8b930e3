import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

const seconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

export type Metrics = ReturnType<typeof createMetrics>;

/** The hub's figures for Prometheus. One registry a hall, labelled with its id. */
export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    commands: new Counter({
      name: 'paihao_commands_total',
      help: 'Commands by name and by what became of them.',
      labelNames: ['command', 'outcome'],
      registers,
    }),
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
    events: new Counter({
      name: 'paihao_events_total',
      help: 'Events written, by type.',
      labelNames: ['type'],
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

/** Event loop lag, memory, garbage collection: of the process, so once a process. */
export function collectProcessMetrics(metrics: Metrics): void {
  collectDefaultMetrics({ register: metrics.registry });
}
