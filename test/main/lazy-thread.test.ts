import { describe, expect, it } from 'vitest';
import { createLazyThread, type LazyThread, type Waiting } from '#server/lazy-thread.ts';

interface Asked extends Waiting {
  readonly resolve: (answer: string) => void;
}

/** Answers `hello`, dies of `die`, keeps quiet about `wait`, and ends at `end`. */
const source = `
  import { parentPort, threadId } from 'node:worker_threads';
  parentPort.on('message', ({ id, say }) => {
    if (say === 'die') throw new Error('out of breath');
    if (say === 'hello') parentPort.postMessage({ id, answer: 'hello from ' + threadId });
    if (say === 'end') parentPort.close();
  });
`;

function lazyThread() {
  const thread: LazyThread<Asked> = createLazyThread<Asked, { id: number; answer: string }>({
    url: new URL(`data:text/javascript,${encodeURIComponent(source)}`),
    name: 'test',
    heapMebibytesMax: 32,
    ended: 'the thread ended',
    heard: ({ id, answer }) => thread.settle(id)?.resolve(answer),
  });
  const ask = (say: string) =>
    new Promise<string>((resolve, reject) => {
      thread.ask({ resolve, reject }, (id) => ({ id, say }));
    });
  return { thread, ask };
}

describe('a thread that starts when it is asked', () => {
  it('takes its questions along when it breaks, and the next question starts another', async () => {
    const { thread, ask } = lazyThread();
    const first = await ask('hello');
    const waiting = ask('wait');
    const deadly = ask('die');
    await expect(waiting).rejects.toThrow('out of breath');
    await expect(deadly).rejects.toThrow('out of breath');
    expect(thread.waiting).toBe(0);
    const next = await ask('hello');
    expect(next).toMatch(/^hello from \d+$/);
    expect(next).not.toBe(first);
    await thread.end({ id: 0, say: 'end' }, 5_000);
  });

  it('is stopped at once: who waits is told, and who asks meanwhile is answered', async () => {
    const { thread, ask } = lazyThread();
    const waiting = ask('wait');
    const stopped = thread.stop();
    const next = ask('hello');
    await expect(waiting).rejects.toThrow('the thread ended');
    await expect(next).resolves.toMatch(/^hello/);
    await stopped;
    await thread.stop();
  });

  it('is stopped for a reason that who waits is told', async () => {
    const { thread, ask } = lazyThread();
    const waiting = expect(ask('wait')).rejects.toThrow('too slow');
    await thread.stop(new Error('too slow'));
    await waiting;
  });

  it('ends by itself when it is told to, and by force when it does not hear', async () => {
    const { thread, ask } = lazyThread();
    await thread.end({ id: 0, say: 'end' }, 5_000);
    await ask('hello');
    const waiting = ask('wait');
    const ended = thread.end({ id: 0, say: 'nothing it knows' }, 1);
    await expect(waiting).rejects.toThrow('the thread ended');
    await ended;
  });
});
