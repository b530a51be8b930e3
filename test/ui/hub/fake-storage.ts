import { onTestFinished, vi } from 'vitest';

/** A browser's storage for one test; `null` is one that the browser forbids. */
export function useStorage(content: Map<string, string> | null = new Map()): Map<string, string> {
  const storage = {
    getItem: (key: string) => permitted(content).get(key) ?? null,
    setItem: (key: string, value: string) => void permitted(content).set(key, value),
    removeItem: (key: string) => void permitted(content).delete(key),
  };
  vi.stubGlobal('localStorage', storage);
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return content ?? new Map<string, string>();
}

function permitted(content: Map<string, string> | null): Map<string, string> {
  if (content === null) throw new DOMException('storage is blocked', 'SecurityError');
  return content;
}
