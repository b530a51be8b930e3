/**
 * Whether this page stands in a frame of the manager's desk and shows what it is fed with: its
 * address says so (`?again`). Such a page keeps nothing on the device: that is the manager's.
 */
export function isFed(): boolean {
  if (!('window' in globalThis)) return false;
  return parent !== window && new URLSearchParams(location.search).has('again');
}
