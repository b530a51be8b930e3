/**
 * Fonts after the first view: Archivo for figures, and Noto Sans SC only for a device that cannot
 * draw Chinese by itself. Whoever saves data keeps the device's own.
 */
export async function loadPhoneFonts(): Promise<void> {
  const { connection } = navigator as Navigator & {
    readonly connection?: { readonly saveData?: boolean };
  };
  if (connection?.saveData === true) return;
  await import('@fontsource-variable/archivo/wght.css');
  if (!drawsChinese()) await import('@fontsource-variable/noto-sans-sc/wght.css');
}

/** A common Chinese sign, and a private one that no font draws. */
const chinese = 0x53f7;
const nobodys = 0x10fffd;

/** A sign that the device lacks is drawn like one that no font has. */
function drawsChinese(): boolean {
  const known = drawn(String.fromCodePoint(chinese));
  return known === null || known !== drawn(String.fromCodePoint(nobodys));
}

function drawn(sign: string): string | null {
  const canvas = document.createElement('canvas');
  canvas.width = 24;
  canvas.height = 24;
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.font = '20px sans-serif';
  context.fillText(sign, 2, 20);
  return context.getImageData(0, 0, 24, 24).data.join();
}
