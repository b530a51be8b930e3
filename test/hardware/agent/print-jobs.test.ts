import { describe, expect, it } from 'vitest';
import type { AgentView, PrintView } from '#protocol/agent-view.ts';
import type { CommandAck } from '#protocol/socket-events.ts';
import { createPrintJobs } from '#hardware/agent/print-jobs.ts';
import { silentLog } from '#hardware/device.ts';
import type { Printer } from '#hardware/printers/run-printer.ts';
import { sampleSlip } from '#test/paper/sample-slip.ts';
import { steeredClock } from '../steered-clock.ts';

const refusal = { ok: false, problem: { code: 'refused' } } as unknown as CommandAck;

const printer: Printer = {
  state: 'ready',
  detail: null,
  dropped: 0,
  onState: () => () => undefined,
  print: () => Promise.resolve('printed'),
  close: () => Promise.resolve(),
};

/** Jobs at a hub that answers each report of them with the next of these, then accepts. */
function atHub(...answers: CommandAck[]) {
  const told: unknown[] = [];
  let revision = 10;
  const jobs = createPrintJobs({
    printers: new Map([['printer', printer]]),
    clock: steeredClock(),
    log: silentLog,
    hubUrl: 'http://hub',
    outbox: {
      async deliver(_, { outcome }) {
        told.push(outcome);
        await turns(1);
        revision += 1;
        return answers.shift() ?? { ok: true, revision, result: null };
      },
      close: () => undefined,
    },
  });
  const shows = async (at: number, ...prints: Pick<PrintView, 'job' | 'state'>[]) => {
    const all = prints.map((each) => ({ ...each, printer: 'printer', slip: sampleSlip }));
    jobs.take({ prints: all, template: null } as unknown as AgentView, at);
    await turns(20);
    return told.splice(0);
  };
  return { jobs, shows };
}

async function turns(count: number): Promise<void> {
  for (let each = 0; each < count; each += 1) await new Promise(setImmediate);
}

describe('a job that the hub knows better', () => {
  it('is said to be uncertain once, however long the last view still shows it', async () => {
    const { jobs, shows } = atHub(...Array<CommandAck>(100).fill(refusal));
    expect(await shows(1, { job: 'a.0', state: 'sent' })).toEqual(['uncertain']);
    expect(await shows(2, { job: 'a.0', state: 'sent' })).toEqual([]);
    jobs.close();
  });

  it('is not begun, and may be asked anew once it was off the list', async () => {
    const { jobs, shows } = atHub(refusal);
    expect(await shows(1, { job: 'a.0', state: 'asked' })).toEqual(['sending']);
    expect(await shows(2, { job: 'a.0', state: 'asked' })).toEqual([]);
    expect(await shows(3)).toEqual([]);
    const all = ['sending', 'printed'];
    expect(await shows(4, { job: 'a.0', state: 'asked' })).toEqual(all);
    jobs.close();
  });
});
