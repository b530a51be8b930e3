import type { Locale, Table } from './locale/define-locale.ts';

const family = '"Noto Sans SC Variable"';
const chinese = /\p{Script=Han}/gu;

/**
 * Chinese comes in slices of a hundred signs or so, each fetched when it is first written. A page
 * that loses its hub would lack those of the sentence that says so: it asks for all that its own
 * words need while the hub is there.
 */
export async function holdFonts(
  ...tables: readonly Pick<Locale<Table>, 'tables'>[]
): Promise<void> {
  const texts = tables.flatMap(({ tables: { zh } }) => Object.values(zh));
  const written = texts.filter((text) => typeof text === 'string').join('');
  const signs = [...new Set(written.match(chinese) ?? [])].join('');
  try {
    await document.fonts.load(`1em ${family}`, signs);
  } catch {
    // A slice did not come: the device's own font stands in for it.
  }
}
