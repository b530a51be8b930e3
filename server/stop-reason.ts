/** Why the hub does not start, for whoever started it: an exit code and lines for people. */
export interface StopReason extends Error {
  readonly name: 'StopReason';
  /** 2: options or configuration; 3: the journal; 1: anything else (contract, section 1). */
  readonly exitCode: 1 | 2 | 3;
  readonly lines: readonly string[];
}

export function stopReason(exitCode: 1 | 2 | 3, lines: readonly string[]): StopReason {
  const error = new Error(lines.join('\n'));
  return Object.assign(error, { name: 'StopReason', exitCode, lines } as const);
}

export function isStopReason(value: unknown): value is StopReason {
  return value instanceof Error && value.name === 'StopReason';
}
