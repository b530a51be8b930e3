import { createHash } from 'node:crypto';

/** The last lines of what happened, and a hash of all of it. */
export interface Trace {
  line(text: string): void;
  last(count: number): readonly string[];
  hash(): string;
}

const linesKept = 400;

export function createTrace(nowText: () => string): Trace {
  let kept: string[] = [];
  const all = createHash('sha256');
  return {
    line(text) {
      const whole = `${nowText()}  ${text}`;
      all.update(whole).update('\n');
      kept.push(whole);
      if (kept.length >= 2 * linesKept) kept = kept.slice(-linesKept);
    },
    last: (count) => kept.slice(-count),
    hash: () => all.copy().digest('hex'),
  };
}
