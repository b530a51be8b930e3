import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

const pages = fileURLToPath(new URL('../../dist/pages/', import.meta.url));
/** A customer stands in the hall, on whatever network there is. */
const firstViewBytesMax = 30 * 1024;

it('the phone’s first view is under 30 KB on the wire, fonts apart', () => {
  const html = readFileSync(`${pages}kiosk/phone.html`, 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map((found) => found[1]!);
  expect(named.some((path) => path.endsWith('.js'))).toBe(true);
  expect(named.some((path) => path.endsWith('.css'))).toBe(true);
  const bytes = ['kiosk/phone.html', ...new Set(named)].map(
    (path) => gzipSync(readFileSync(pages + path)).length,
  );
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(firstViewBytesMax);
});

it('the phone’s style names no font: they come after the first view', () => {
  const html = readFileSync(`${pages}kiosk/phone.html`, 'utf8');
  for (const [, path] of html.matchAll(/href="\/(assets\/[^"]+\.css)"/g)) {
    expect(readFileSync(pages + path!, 'utf8')).not.toContain('@font-face');
  }
});
