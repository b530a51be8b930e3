/** `95%`, `99.5%`: a tenth only where it tells something. */
export function percent(share: number): string {
  const tenths = Math.round(share * 1_000) / 10;
  return `${Number.isInteger(tenths) ? tenths : tenths.toFixed(1)}%`;
}
