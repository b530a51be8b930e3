/** What a key of the manager's desk asks for; null: nothing of the desk's. */
export type DeskWish =
  { readonly kind: 'palette' } | { readonly kind: 'section'; readonly index: number };

const firstMs = 1_200;

/**
 * `Ctrl K` and `?` open the overview, `G` and a digit go to a section. Nothing while somebody types or
 * a dialog is open.
 * @param now the device's clock in ms
 */
export function createDeskKeys(now: () => number = Date.now) {
  let goAtMs = -Infinity;
  return (event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>, busy: boolean) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    if ((ctrlKey || metaKey) && key.toLowerCase() === 'k') return { kind: 'palette' } as const;
    if (busy || ctrlKey || metaKey || altKey) return null;
    if (key === '?' || key === '？') return { kind: 'palette' } as const;
    if (key.toLowerCase() === 'g') {
      goAtMs = now();
      return null;
    }
    const isGoing = now() - goAtMs <= firstMs;
    goAtMs = -Infinity;
    if (!isGoing || !/^[1-9]$/.test(key)) return null;
    return { kind: 'section', index: Number(key) - 1 } satisfies DeskWish;
  };
}
