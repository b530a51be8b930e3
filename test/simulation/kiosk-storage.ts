import { offlineBookKey } from '#kiosk/offline.ts';
import type { OfflineBook, OfflineTicket } from '#kiosk/offline-numbers.ts';
import type { Weather } from './faults.ts';

/**
 * What kiosks keep on their devices, over restarts and nights: the page's own `localStorage`. A device
 * may refuse to write; what was written stays.
 */
export interface KioskStorage {
  /** What a kiosk has given and not handed in. */
  kept(name: string): readonly OfflineTicket[];
  /** Puts it in the place of the machine's; answers how to put that back. */
  install(): () => void;
}

/** @param gave told of each number in the moment in which it stands on a device */
export function createKioskStorage(
  weather: Weather,
  gave: (key: string, ticket: OfflineTicket) => void,
): KioskStorage {
  const items = new Map<string, string>();
  /** Read anew when another text stands there. */
  const read = new Map<string, { readonly text: string; readonly kept: OfflineBook['kept'] }>();
  const keptIn = (key: string): readonly OfflineTicket[] => {
    const text = items.get(key);
    if (text === undefined) return [];
    const known = read.get(key);
    if (known?.text === text) return known.kept;
    const { kept } = JSON.parse(text) as OfflineBook;
    read.set(key, { text, kept });
    return kept;
  };
  const storage = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem(key: string, text: string) {
      if (weather.strikes('kiosk-storage', 0.04)) throw new Error('the device does not write');
      const before = keptIn(key).length;
      items.set(key, text);
      for (const ticket of keptIn(key).slice(before)) gave(key, ticket);
    },
    removeItem: (key: string) => void items.delete(key),
  };
  return {
    kept: (name) => keptIn(`paihao.${offlineBookKey(name)}`),
    install() {
      const before = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
      Object.defineProperty(globalThis, 'localStorage', { value: storage, configurable: true });
      return () => {
        if (before === undefined) Reflect.deleteProperty(globalThis, 'localStorage');
        else Object.defineProperty(globalThis, 'localStorage', before);
      };
    },
  };
}
