/**
 * Which of a hall's screens sounds. Several that speak at once would be an echo nobody understands,
 * so one holds the lease: it keeps it while it is heard of and its sound works. Pure but for the
 * clock it is given.
 */
export type ScreenSound = 'ready' | 'blocked' | 'unavailable';

export interface SpeakerLease {
  /** A screen says that it is there, and how its sound is. */
  renew(id: string, name: string, sound: ScreenSound): void;
  leave(id: string): void;
  /** Time has passed: a holder that was not heard of loses the lease. */
  sweep(): void;
  holder(): string | null;
  /** Those heard of, in the order in which they came. */
  screens(): readonly { readonly id: string; readonly name: string; readonly sound: ScreenSound }[];
}

interface Screen {
  readonly id: string;
  readonly name: string;
  sound: ScreenSound;
  seenMs: number;
}

export interface LeaseOptions {
  readonly leaseMs: number;
  readonly now: () => number;
  /** Name of the screen that speaks whenever it can, or null. */
  readonly preferred: () => string | null;
  readonly moved: (holder: string | null) => void;
}

export function createSpeakerLease({ leaseMs, now, preferred, moved }: LeaseOptions): SpeakerLease {
  const screens = new Map<string, Screen>();
  let holder: string | null = null;

  function settle(): void {
    const next = choose();
    if (next === holder) return;
    holder = next;
    moved(holder);
  }

  function choose(): string | null {
    const able = [...screens.values()].filter(
      ({ sound, seenMs }) => sound === 'ready' && now() - seenMs <= leaseMs,
    );
    const wished = able.find(({ name }) => name === preferred());
    // A screen that speaks is not interrupted by one that comes back.
    const present = able.find(({ id }) => id === holder);
    return (wished ?? present ?? able[0])?.id ?? null;
  }

  return {
    renew(id, name, sound) {
      const known = screens.get(id);
      if (known === undefined) screens.set(id, { id, name, sound, seenMs: now() });
      else Object.assign(known, { sound, seenMs: now() });
      settle();
    },
    leave(id) {
      if (screens.delete(id)) settle();
    },
    sweep: settle,
    holder: () => holder,
    screens: () => [...screens.values()].map(({ id, name, sound }) => ({ id, name, sound })),
  };
}
