/** Between two tries to fetch it. */
const retryMs = 3_000;

/** After the first screen stands on the glass: fetches what it could do without. */
export function loadLater(): void {
  requestAnimationFrame(() => setTimeout(() => void load()));
}

async function load(): Promise<void> {
  try {
    await import('./later.ts');
  } catch {
    // The hub went away at that very moment.
    setTimeout(() => void load(), retryMs);
  }
}
