import type { AgentView, PrintView } from '#protocol/agent-view.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../device.ts';
import type { Printer } from '../printers/run-printer.ts';
import type { Outbox } from './outbox.ts';

/** After a printer took none of a ticket, before it is tried again. */
const afterRefusalMs = 1_000;
/** What the hub refused to hear is not ours any more, until its list has been without the job. */
const untilOffTheList = Number.MAX_SAFE_INTEGER;

export interface PrintJobsDeps {
  readonly printers: ReadonlyMap<string, Printer>;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly log: Log;
  /** Codes on paper lead there. */
  readonly hubUrl: string;
}

/**
 * The tickets that this agent's printers have to print. A job is begun only after the hub has
 * written down that it begins: whatever happens to this program afterwards, nobody prints it a
 * second time unasked. What an earlier run of the agent had begun is uncertain, and a person's.
 */
export function createPrintJobs({ printers, outbox, clock, log, hubUrl }: PrintJobsDeps) {
  /** Jobs of this run, until the hub has their end. */
  const own = new Set<string>();
  /** What the hub knew at its answer: older views still show the job as it was. */
  const settled = new Map<string, number>();
  let last: { readonly view: AgentView; readonly revision: number } | null = null;
  let isClosed = false;
  // Printers may speak at once: everything above stands by then.
  const runners = new Map([...printers].map(([id, printer]) => [id, createRunner(id, printer)]));

  function take(view: AgentView, revision: number): void {
    last = { view, revision };
    const asked = new Map<string, PrintView[]>();
    const listed = new Set(view.prints.map(({ job }) => job));
    for (const [job, at] of settled) {
      if (!listed.has(job) && (at <= revision || at === untilOffTheList)) settled.delete(job);
    }
    for (const print of view.prints) {
      if (own.has(print.job) || revision < (settled.get(print.job) ?? 0)) continue;
      if (print.state !== 'asked') {
        abandon(print);
        continue;
      }
      const jobs = asked.get(print.printer) ?? [];
      jobs.push(print);
      asked.set(print.printer, jobs);
    }
    for (const [id, runner] of runners) runner.wanted(asked.get(id) ?? []);
  }

  function abandon({ job, printer }: PrintView): void {
    own.add(job);
    log.warn({ printer }, 'a ticket was under way when the agent stopped: uncertain');
    void report(job, 'uncertain', 'the agent was restarted while it printed').then(() => {
      release(job);
    });
  }

  /** A view that came while the job was ours was read without it. */
  function release(job: string): void {
    own.delete(job);
    if (last !== null && !isClosed) take(last.view, last.revision);
  }

  async function report(
    job: string,
    outcome: 'sending' | 'sent' | 'printed' | 'uncertain' | 'refused',
    detail?: string,
  ): Promise<boolean> {
    const args = { job, outcome, ...(detail === undefined ? {} : { detail }) };
    const ack = await outbox.deliver('report-print', args);
    if (ack === null) return false; // this agent ends
    // Reports are answered in their order, so that this revision is the latest.
    settled.set(job, ack.ok ? ack.revision : untilOffTheList);
    return ack.ok;
  }

  function createRunner(id: string, printer: Printer) {
    let queue: readonly PrintView[] = [];
    let isBusy = false;
    let cancelPause: (() => void) | null = null;

    const isReady = (): boolean => printer.state === 'ready' || printer.state === 'paper-low';

    const pump = (): void => {
      if (isBusy || isClosed || cancelPause !== null || !isReady()) return;
      const next = queue.find(({ job }) => !own.has(job) && !settled.has(job));
      if (next === undefined) return;
      isBusy = true;
      own.add(next.job);
      void run(next)
        .catch((error: unknown) => {
          log.warn({ printer: id, why: String(error) }, 'a ticket could not be handled');
        })
        .finally(() => {
          isBusy = false;
          release(next.job);
        });
    };

    const run = async ({ job, slip }: PrintView): Promise<void> => {
      // Not ours any more: cancelled, served, or another agent's. The next view says so.
      if (!(await report(job, 'sending'))) return;
      const address = slip.address === null ? null : new URL(slip.address, hubUrl).href;
      const outcome = await printer.print(
        { id: job, slip: { ...slip, address }, template: last?.view.template ?? null },
        { sent: () => void report(job, 'sent') },
      );
      const detail = printer.detail ?? printer.state;
      await report(job, outcome, ...(outcome === 'printed' ? [] : [detail]));
      if (outcome === 'refused') pause();
    };

    const pause = (): void => {
      cancelPause = clock.after(afterRefusalMs, () => {
        cancelPause = null;
        pump();
      });
    };

    const stop = printer.onState(pump);
    return {
      wanted(jobs: readonly PrintView[]): void {
        queue = jobs;
        // The hub asks for it again: it was refused, and may begin once more.
        for (const { job } of jobs) settled.delete(job);
        pump();
      },
      close(): void {
        stop();
        cancelPause?.();
      },
    };
  }

  return {
    take,
    close(): void {
      isClosed = true;
      for (const runner of runners.values()) runner.close();
    },
  };
}
