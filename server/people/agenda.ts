/** Acts by their instant; those of one instant in the order they were planned. */
export interface Agenda {
  add(atMs: number, act: () => Promise<void>): void;
  next(): { readonly atMs: number; readonly act: () => Promise<void> } | null;
  readonly size: number;
}

interface Entry {
  readonly atMs: number;
  readonly order: number;
  readonly act: () => Promise<void>;
}

/** A binary heap. */
export function createAgenda(): Agenda {
  const heap: Entry[] = [];
  let order = 0;

  const before = (a: Entry, b: Entry): boolean =>
    a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);
  const entry = (index: number): Entry => heap[index] as Entry;
  const swap = (a: number, b: number): void => {
    [heap[a], heap[b]] = [entry(b), entry(a)];
  };

  function rise(from: number): void {
    let index = from;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!before(entry(index), entry(parent))) return;
      swap(index, parent);
      index = parent;
    }
  }

  function sink(): void {
    let index = 0;
    for (;;) {
      let first = index;
      for (const child of [2 * index + 1, 2 * index + 2]) {
        if (child < heap.length && before(entry(child), entry(first))) first = child;
      }
      if (first === index) return;
      swap(index, first);
      index = first;
    }
  }

  return {
    add(atMs, act) {
      heap.push({ atMs, order: (order += 1), act });
      rise(heap.length - 1);
    },
    next() {
      const first = heap[0];
      const last = heap.pop();
      if (first === undefined || last === undefined) return null;
      if (heap.length > 0) {
        heap[0] = last;
        sink();
      }
      return first;
    },
    get size() {
      return heap.length;
    },
  };
}
