import { format } from 'node:util';

/** One test as it was declared; `id` is the same in every run. */
export interface DeclaredTest {
  readonly id: string;
  readonly name: string;
  readonly run: () => unknown;
}

const tests: DeclaredTest[] = [];
const titles: string[] = [];
let fileName = '';

/** Collects what a test file declares while it is imported. */
export function declareIn(file: string): void {
  fileName = file;
}

export function declaredTests(): readonly DeclaredTest[] {
  return tests;
}

/** Options, as a time limit, are the framework's own: Stryker keeps the time. */
type Declared<T> =
  readonly [body: () => T, limitMs?: number] | readonly [options: object, body: () => T];

/** Stands for vitest's `describe`. */
export function describe(title: string, ...declared: Declared<void>): void {
  titles.push(title);
  bodyOf(declared)();
  titles.pop();
}

/** Stands for vitest's `it`, with `each`. */
export function it(title: string, ...declared: Declared<unknown>): void {
  const run = bodyOf(declared);
  const name = [...titles, title].join(' > ');
  const before = tests.filter((each) => each.name === name).length;
  tests.push({ id: `${fileName}#${name}${before > 0 ? ` (${String(before)})` : ''}`, name, run });
}

function bodyOf<T>(declared: Declared<T>): () => T {
  const body = declared.find((each) => typeof each === 'function');
  if (body === undefined) throw new Error('a test without a body');
  return body as () => T;
}

it.each = each(it);
describe.each = each(describe);

function each(declare: (title: string, body: () => void) => void) {
  return (cases: readonly unknown[]) =>
    (title: string, body: (...values: unknown[]) => void): void => {
      for (const one of cases) {
        const values = Array.isArray(one) ? (one as unknown[]) : [one];
        declare(titleOf(title, values), () => {
          body(...values);
        });
      }
    };
}

/** As many values as the title has places. */
function titleOf(title: string, values: readonly unknown[]): string {
  const places = title.match(/%[sdoifj]/g)?.length ?? 0;
  return format(title, ...values.slice(0, places));
}
