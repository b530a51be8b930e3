/**
 * The slices of the Chinese font. A browser makes ready each of the hundred for every size that is
 * drawn: a tenth of the way to a first screen, which a kiosk that has them in its cache may take,
 * so that its signs stand at once, and one that must fetch them first takes afterwards.
 */
export function loadSigns(): void {
  // Without them the device's own font stands in.
  import('@fontsource-variable/noto-sans-sc/wght.css').catch(() => undefined);
}
