import { problemStatus, type ProblemCode } from '#protocol/problem.ts';

export interface Answered {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  readonly method: string;
}

/** Words that stand in a stack, a driver's message or a place on the disk, and in no answer of ours. */
const leaks: readonly RegExp[] = [
  /\bat (?:async )?[\w.<>]+ \(/,
  /\.(?:ts|m?js):\d+/,
  /node:(?:internal|sqlite|fs|http)/,
  /node_modules/,
  /\b(?:TypeError|RangeError|ReferenceError|SyntaxError|SqliteError)\b/,
  /\b(?:SQLITE_|ENOENT|EACCES|ECONN|ERR_[A-Z]|FST_)/,
];

/** What is wrong with an answer, whatever was asked. */
export function faultsOfAnswer({ status, type, text, method }: Answered): readonly string[] {
  const faults: string[] = [];
  if (status >= 400 && method !== 'HEAD') faults.push(...faultsOfProblem(status, type, text));
  if (status >= 500 && status !== 503) faults.push(`a ${status}`);
  if (status >= 400) faults.push(...leaksOf(text));
  return faults;
}

/** What is wrong with a problem as sockets' acks carry it. */
export function faultsOfProblemBody(body: unknown, status: number | null): readonly string[] {
  const { code, title, type, status: told } = body as Readonly<Record<string, unknown>>;
  const known = problemStatus[code as ProblemCode] as number | undefined;
  const faults: string[] = [];
  if (known === undefined) faults.push(`the code ${String(code)} is not published`);
  if (code === 'internal') faults.push('a bug: code internal');
  if (told !== known) faults.push(`code ${String(code)} with status ${String(told)}`);
  if (status !== null && told !== status) faults.push(`status ${status} tells ${String(told)}`);
  if (typeof title !== 'string' || title === '') faults.push('no title');
  if (typeof type !== 'string') faults.push('no type');
  return [...faults, ...leaksOf(JSON.stringify(body))];
}

/** Lines of the hub's own log that tell of a bug. */
export function faultsOfLogLine(line: string): readonly string[] {
  const { level, msg } = JSON.parse(line) as { readonly level: number; readonly msg?: string };
  return level >= 50 ? [`logged as an error: ${msg ?? ''} ${line.slice(0, 900)}`] : [];
}

function faultsOfProblem(status: number, type: string, text: string): readonly string[] {
  if (!type.startsWith('application/problem+json')) return [`${status} with type "${type}"`];
  try {
    return faultsOfProblemBody(JSON.parse(text), status);
  } catch {
    return ['a problem that is no JSON'];
  }
}

function leaksOf(text: string): readonly string[] {
  const found = leaks.filter((leak) => leak.test(text)).map((leak) => `leaks ${leak.source}`);
  return text.includes(process.cwd()) ? [...found, 'leaks a path'] : found;
}
