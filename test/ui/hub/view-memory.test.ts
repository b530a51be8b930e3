import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ViewData, ViewName } from '#protocol/views.ts';
import { createViewMemory } from '#ui/hub/view-memory.ts';
import { useStorage } from './fake-storage.ts';

const view = (mark: number) => ({ lastCallNo: mark }) as ViewData[ViewName];

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('what a page keeps of its views', () => {
  it('is there after a reload, though it writes at most every two seconds', () => {
    const content = useStorage();
    const memory = createViewMemory('build-1');
    for (const mark of [1, 2, 3]) memory.keep('lobby', 'lobby::', view(mark));
    expect(content.size).toBe(0);
    vi.advanceTimersByTime(2_000);
    expect(createViewMemory('build-1').kept('lobby', 'lobby::')).toEqual(view(3));
    memory.keep('lobby', 'lobby::', view(4));
    memory.flush();
    expect(createViewMemory('build-1').kept('lobby', 'lobby::')).toEqual(view(4));
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is not shown by another build: its shape may be another', () => {
    useStorage();
    const memory = createViewMemory('build-1');
    memory.keep('kiosk', 'kiosk::', view(1));
    memory.flush();
    expect(createViewMemory('build-2').kept('kiosk', 'kiosk::')).toBeNull();
  });

  it('never holds what only staff may see', () => {
    const content = useStorage();
    const memory = createViewMemory('build-1');
    memory.keep('console', 'console:1:', view(1));
    memory.keep('supervisor', 'supervisor::', view(1));
    memory.flush();
    expect(content.size).toBe(0);
    expect(memory.kept('console', 'console:1:')).toBeNull();
  });

  it('holds one ticket only, and every window of a training hall', () => {
    const content = useStorage();
    const memory = createViewMemory('build-1');
    for (const counter of ['1', '2']) memory.keep('window', `window:${counter}:`, view(1));
    for (const ticket of ['a', 'b']) {
      memory.keep('ticket', `ticket::${ticket}`, view(1));
      memory.flush();
    }
    expect(memory.kept('ticket', 'ticket::a')).toBeNull();
    expect(memory.kept('ticket', 'ticket::b')).toEqual(view(1));
    expect(memory.kept('window', 'window:1:')).toEqual(view(1));
    expect([...content.keys()].filter((key) => key.includes('ticket::'))).toHaveLength(1);
  });

  it('takes damage and a forbidden storage as nothing kept', () => {
    useStorage(new Map([['paihao.view.lobby::', '{"build":"build-1"']]));
    expect(createViewMemory('build-1').kept('lobby', 'lobby::')).toBeNull();
    useStorage(null);
    const memory = createViewMemory('build-1');
    memory.keep('lobby', 'lobby::', view(1));
    memory.flush();
    expect(memory.kept('lobby', 'lobby::')).toBeNull();
  });
});
