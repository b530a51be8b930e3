import { outlookOf } from '#projections/help/outlook.ts';
import { supervisorView } from '#projections/supervisor.ts';
import { limits } from '#server/limits.ts';
import { busyHall } from '../projections/busy-hall.ts';

export interface OutlookFigures {
  readonly waiting: number;
  readonly counters: number;
  /** Walks down the line that one outlook takes, each in a turn of the event loop. */
  readonly steps: number;
  readonly helps: number;
  /** Processor time: what the other programs of a busy machine do not bend. */
  readonly wholeCpuMs: number;
  readonly stepCpuMs: number;
  /** The board's view beside it, from a state never asked before. */
  readonly viewCpuMs: number;
  /** Of one processor, while somebody looks at the board and the hall changes all the time. */
  readonly share: number;
}

/** Who will be late and what would help, for 300 waiting and 20 counters. */
export function measureOutlook(rounds: number): OutlookFigures {
  const hall = busyHall(300);
  let steps = 0;
  let helps = 0;
  const whole = (): void => {
    const outlook = outlookOf(hall.sources({ state: { ...hall.state } }));
    steps = 1;
    let step = outlook.next();
    for (; step.done !== true; step = outlook.next()) steps += 1;
    helps = step.value?.help.length ?? 0;
  };
  const view = (): void => {
    supervisorView(hall.sources({ state: { ...hall.state } }));
  };
  const wholeCpuMs = cpuMsOf(whole, rounds);
  const viewCpuMs = cpuMsOf(view, rounds);
  return {
    waiting: hall.state.waitingCount,
    counters: hall.state.config?.counters.length ?? 0,
    steps,
    helps,
    wholeCpuMs,
    stepCpuMs: wholeCpuMs / steps,
    viewCpuMs,
    share: wholeCpuMs / (wholeCpuMs + limits.outlookGapMs),
  };
}

function cpuMsOf(run: () => void, rounds: number): number {
  for (let round = 0; round < 10; round += 1) run();
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round += 1) run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / rounds;
}

export function tellOutlook(found: OutlookFigures): readonly string[] {
  const { waiting, counters, steps, helps, wholeCpuMs, stepCpuMs, viewCpuMs, share } = found;
  return [
    `the board’s outlook, ${String(waiting)} waiting, ${String(counters)} counters, CPU`,
    `  whole: ${wholeCpuMs.toFixed(1)} ms in ${String(steps)} steps, ${String(helps)} that help`,
    `  one step: ${stepCpuMs.toFixed(1)} ms; the board’s view beside it ${viewCpuMs.toFixed(1)} ms`,
    `  of a processor, at most: ${(share * 100).toFixed(1)} % (aim: under 5 %)`,
  ];
}
