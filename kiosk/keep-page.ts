/** After the first numbers most of what the page needs later has been fetched. */
const afterMs = 3_000;

/**
 * Lets the browser keep this page, so that it opens also while the hub is away. Browsers do so in
 * secure contexts only: https, or a kiosk that is the hub's own machine.
 */
export function keepPage(): void {
  // A page that is being developed is not built, and has no worker.
  if (!('serviceWorker' in navigator) || !import.meta.url.includes('/assets/')) return;
  setTimeout(() => void register(), afterMs);
}

async function register(): Promise<void> {
  try {
    await navigator.serviceWorker.register('/kiosk-worker.js', { scope: '/kiosk' });
    const { active } = await navigator.serviceWorker.ready;
    const files = performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name))
      .filter(({ origin, pathname }) => origin === location.origin && isAsset(pathname))
      .map(({ pathname }) => pathname);
    active?.postMessage({ files: [...new Set(files)] });
  } catch {
    // Storage is forbidden on this machine: the kiosk works as long as its page stays open.
  }
}

function isAsset(pathname: string): boolean {
  return pathname.startsWith('/assets/');
}
