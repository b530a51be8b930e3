import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  append,
  at,
  emptySequence,
  findIndex,
  insert,
  items,
  removeAt,
  replace,
  type Sequence,
} from '#core/sequence.ts';
import { cases } from '#test/support/cases.ts';

type Step =
  | { readonly kind: 'append' | 'removeFirst' }
  | { readonly kind: 'insert' | 'replace' | 'remove'; readonly where: number }
  | { readonly kind: 'grow'; readonly count: number };

const where = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constantFrom('append', 'removeFirst') }),
    fc.record({ kind: fc.constantFrom('insert', 'replace', 'remove'), where }),
    fc.record({ kind: fc.constant('grow'), count: fc.integer({ min: 1, max: 300 }) }),
  ),
  { maxLength: 120 },
);

describe('sequence', () => {
  it('does what an array does, under any changes', () => {
    fc.assert(
      fc.property(steps, (script) => {
        let sequence: Sequence<number> = emptySequence();
        let array: readonly number[] = [];
        let item = 0;
        for (const step of script) {
          [sequence, array] = apply(sequence, array, step, item);
          item += 1000;
          expectSame(sequence, array);
        }
      }),
      cases(50, 150),
    );
  });

  it('leaves the old value as it was', () => {
    fc.assert(
      fc.property(steps, steps, (before, after) => {
        let [sequence, array] = run(emptySequence<number>(), [], before);
        const [old, oldItems] = [sequence, [...items(sequence)]];
        [sequence, array] = run(sequence, array, after);
        expect([...items(old)]).toEqual(oldItems);
        expectSame(sequence, array);
      }),
      cases(20, 60),
    );
  });

  it('answers undefined outside, and throws where a change names no item', () => {
    const three = [1, 2, 3].reduce<Sequence<number>>(append, emptySequence());
    expect([-1, 3, 0.5, Number.NaN].map((index) => at(three, index))).toEqual(
      Array(4).fill(undefined),
    );
    expect(() => replace(three, 3, 0)).toThrow(/outside a sequence of 3/);
    expect(() => removeAt(three, -1)).toThrow(/outside/);
    expect(() => insert(three, 4, 0)).toThrow(/outside/);
    expect([...items(insert(three, 3, 4))]).toEqual([1, 2, 3, 4]);
  });

  it('finds the first that satisfies a test', () => {
    const many = Array.from({ length: 500 }, (_, index) => index);
    const sequence = many.reduce<Sequence<number>>(append, emptySequence());
    expect(findIndex(sequence, (item) => item > 300)).toBe(301);
    expect(findIndex(sequence, (item) => item > 500)).toBe(-1);
  });

  it('copies one chunk and the spine, not the whole', () => {
    let sequence: Sequence<number> = emptySequence();
    for (let item = 0; item < 1000; item += 1) sequence = append(sequence, item);
    const changed = replace(sequence, 500, -1);
    const shared = changed.chunks.filter((chunk, index) => chunk === sequence.chunks[index]);
    expect(shared).toHaveLength(sequence.chunks.length - 1);
    expect(changed.tail).toBe(sequence.tail);
    expect(sequence.chunks.length).toBeLessThan(10);
    expect(append(sequence, -1).chunks).toBe(sequence.chunks);
  });
});

function run(
  sequence: Sequence<number>,
  array: readonly number[],
  script: readonly Step[],
): [Sequence<number>, readonly number[]] {
  return script.reduce<[Sequence<number>, readonly number[]]>(
    ([left, right], step, index) => apply(left, right, step, index * 1000),
    [sequence, array],
  );
}

function apply(
  sequence: Sequence<number>,
  array: readonly number[],
  step: Step,
  item: number,
): [Sequence<number>, readonly number[]] {
  const { length } = array;
  switch (step.kind) {
    case 'append':
      return [append(sequence, item), [...array, item]];
    case 'grow': {
      const more = Array.from({ length: step.count }, (_, index) => item + index);
      return [more.reduce<Sequence<number>>(append, sequence), [...array, ...more]];
    }
    case 'insert': {
      const index = Math.floor(step.where * (length + 1));
      return [insert(sequence, index, item), array.toSpliced(index, 0, item)];
    }
    case 'removeFirst':
      return length === 0 ? [sequence, array] : [removeAt(sequence, 0), array.slice(1)];
    case 'replace':
    case 'remove': {
      if (length === 0) return [sequence, array];
      const index = Math.floor(step.where * length);
      return step.kind === 'remove'
        ? [removeAt(sequence, index), array.toSpliced(index, 1)]
        : [replace(sequence, index, item), array.with(index, item)];
    }
  }
}

function expectSame(sequence: Sequence<number>, array: readonly number[]): void {
  expect(sequence.size).toBe(array.length);
  expect([...items(sequence)]).toEqual(array);
  // Every index, by the way that production takes.
  expect(array.every((item, index) => at(sequence, index) === item)).toBe(true);
  expect(sequence.chunks.every((chunk) => chunk.length > 0 && chunk.length <= 128)).toBe(true);
  expect(sequence.tail.length).toBeLessThanOrEqual(128);
  expect(sequence.chunks.slice(0, sequence.full).every((chunk) => chunk.length === 128)).toBe(true);
}
