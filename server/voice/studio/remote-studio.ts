import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { voiceLimits } from '../limits.ts';
import { faultWords } from '../words/faults.ts';
import type { StudioAct, StudioAnswer, StudioRequest } from './requests.ts';
import type { Studio, StudioReport, StudioSettings } from './studio.ts';

const program = fileURLToPath(new URL('./main.ts', import.meta.url));

/** Times that a model may hang before it is left out until the hub starts again. */
const hangsMax = 2;

interface Asked {
  readonly settle: (value: unknown) => void;
  readonly fail: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/**
 * A studio in a process of its own, started when it is first asked. Every question has a time limit;
 * a process that lets one pass, or ends, is replaced (after a growing pause), and opened as before.
 */
export function createRemoteStudio(
  folder: string,
  onTrouble: (message: string) => void,
  options: { readonly program?: string; readonly stuckMs?: number } = {},
): Studio {
  const asked = new Map<number, Asked>();
  let child: ChildProcess | null = null;
  let settings: StudioSettings | null = null;
  let restartMs: number = voiceLimits.restartFirstMs;
  let notBeforeMs = 0;
  let hangs = 0;
  let lastId = 0;
  let stopped = false;

  function start(): ChildProcess {
    const next = fork(options.program ?? program, [folder], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      execArgv: [],
    });
    next.on('message', (answer: StudioAnswer) => {
      const waiting = asked.get(answer.id);
      if (waiting === undefined) return;
      asked.delete(answer.id);
      clearTimeout(waiting.timer);
      if (answer.ok) {
        restartMs = voiceLimits.restartFirstMs;
        waiting.settle(answer.value);
      } else waiting.fail(new Error(answer.message));
    });
    next.on('error', (error) => {
      gone(next, error.message);
    });
    next.on('exit', (code, signal) => {
      gone(next, `it left with ${signal ?? String(code)}`);
    });
    return next;
  }

  function gone(which: ChildProcess, why: string): void {
    if (child !== which) return;
    child = null;
    which.kill('SIGKILL');
    const waiting = [...asked.values()];
    asked.clear();
    for (const { fail, timer } of waiting) {
      clearTimeout(timer);
      fail(new Error(`the voice studio is gone: ${why}`));
    }
    if (stopped) return;
    onTrouble(why);
    notBeforeMs = performance.now() + restartMs;
    restartMs = Math.min(restartMs * 2, voiceLimits.restartMaxMs);
  }

  async function ask<T>(act: StudioAct, args: readonly unknown[], withinMs: number): Promise<T> {
    if (stopped) throw new Error('the voice studio is closed');
    if (child === null) {
      if (performance.now() < notBeforeMs) throw new Error('the voice studio rests');
      child = start();
      // What it was opened with before; the question behind it waits in the channel.
      if (settings !== null && act !== 'open') {
        send('open', [openable(settings)], voiceLimits.studyWithinMs).catch(() => undefined);
      }
    }
    return (await send(act, args, withinMs)) as T;
  }

  function send(act: StudioAct, args: readonly unknown[], withinMs: number): Promise<unknown> {
    const present = child;
    return new Promise((settle, fail) => {
      if (present === null) {
        fail(new Error('the voice studio is gone'));
        return;
      }
      lastId += 1;
      const id = lastId;
      const timer = setTimeout(() => {
        if (act === 'render') hangs += 1;
        gone(present, `no answer to ${act} for ${withinMs} ms`);
      }, withinMs);
      timer.unref();
      asked.set(id, { settle, fail, timer });
      const request: StudioRequest = { id, act, args };
      present.send(request, (error) => {
        if (error !== null) gone(present, error.message);
      });
    });
  }

  /** A model that hangs again and again is left out. */
  function openable(wanted: StudioSettings): StudioSettings {
    return hangs >= hangsMax ? { ...wanted, model: null } : wanted;
  }

  function told(report: StudioReport): StudioReport {
    if (hangs < hangsMax || settings?.model == null) return report;
    return {
      ...report,
      sources: report.sources.map((source) =>
        source.id === 'sherpa-onnx'
          ? { ...source, state: 'refused', notes: [faultWords.modelResting()] }
          : source,
      ),
    };
  }

  const study = voiceLimits.studyWithinMs;
  return {
    async open(next) {
      settings = next;
      return told(await ask<StudioReport>('open', [openable(next)], study));
    },
    report: async () => told(await ask<StudioReport>('report', [], study)),
    render: (phrase) => ask('render', [phrase], options.stuckMs ?? voiceLimits.renderStuckMs),
    packs: () => ask('packs', [], study),
    describePack: (...args) => ask('describePack', args, study),
    keepClip: (...args) => ask('keepClip', args, study),
    dropClip: (...args) => ask('dropClip', args, study),
    choosePack: (...args) => ask('choosePack', args, study),
    dropPack: (...args) => ask('dropPack', args, study),
    archive: (...args) => ask('archive', args, study),
    async stop() {
      stopped = true;
      const last = child;
      if (last === null) return;
      const left = new Promise((resolve) => last.once('exit', resolve));
      gone(last, 'closed');
      await left;
    },
  };
}
