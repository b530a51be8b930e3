/** A hub that answers when the test says so. */
import { onTestFinished, vi } from 'vitest';

export interface OpenQuestion {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  /** Answers it, and lets what waited for that go on. */
  readonly answer: (body: object, status?: number) => Promise<void>;
}

/** What is asked by HTTP from now on, the oldest first; ends with the test. */
export function openQuestions(): OpenQuestion[] {
  const asked: OpenQuestion[] = [];
  vi.stubGlobal('fetch', (path: string, { method, body }: { method: string; body?: string }) => {
    const { promise, resolve } = Promise.withResolvers<Response>();
    asked.push({
      method,
      path,
      body: body === undefined ? null : JSON.parse(body),
      async answer(said, status = 200) {
        resolve(Response.json(said, { status }));
        await settled();
      },
    });
    return promise;
  });
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return asked;
}

/** Everything that waits for nothing but its turn has had it. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

/** The page around a controller. */
export const host = {
  addController: () => {},
  removeController: () => {},
  requestUpdate: () => {},
  updateComplete: Promise.resolve(true),
};
