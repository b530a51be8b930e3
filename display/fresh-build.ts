/**
 * Screens stay on for months: after the hub was updated they take the new pages by themselves. The
 * page's own address names its scripts with a hash of their content; other names are another build.
 */
const scripts = /assets\/[\w.-]+\.js/g;

/** Reloads when the hub serves another build than the one that runs; at a quiet moment only. */
export async function reloadIfNewer(isQuiet: () => boolean): Promise<void> {
  try {
    const response = await fetch(location.pathname, {
      cache: 'no-store',
      signal: AbortSignal.timeout(5_000),
    });
    if (!response.ok) return;
    const served = namesIn(await response.text());
    const running = namesIn(document.documentElement.outerHTML);
    if (served !== '' && served !== running && isQuiet()) location.reload();
  } catch {
    // The hub is away again: the next connection asks anew.
  }
}

function namesIn(text: string): string {
  return [...new Set(text.match(scripts) ?? [])].sort().join(' ');
}
