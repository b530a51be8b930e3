import { expect, it } from 'vitest';
import { projectFiles } from '#test/house/project-files.ts';

/** Ways by which a text becomes markup or program: none is used anywhere in the product. */
const ways =
  /\b(?:innerHTML\b|outerHTML\s*=|insertAdjacentHTML\b|unsafeHTML\b|unsafeSVG\b|document\.write\b|srcdoc\b)|\beval\(|new Function\(/;

it('no text becomes markup or program by itself', () => {
  const product = projectFiles.filter(
    ({ path }) => /\.(?:ts|mjs|html)$/.test(path) && !path.startsWith('test/'),
  );
  expect(product.length).toBeGreaterThan(200);
  expect(product.filter(({ text }) => ways.test(text)).map(({ path }) => path)).toEqual([]);
});
