/**
 * On a wall (1760 px and more) the board keeps its layout of 1440 × 900 and grows with the glass,
 * so that it is read from farther away. A sheet of the page's own: tokens hang on `:root`.
 */
const css = `
@media (min-width: 1760px) {
  :root { --u: calc(0.0625rem * 1.2); }
}
@media (min-width: 2400px) {
  :root { --u: calc(0.0625rem * 1.6); }
}
`;

/** To be applied while the board is on the page, and removed with it. */
export function wallScale(): { apply(): void; remove(): void } {
  let sheet: CSSStyleSheet | null = null;
  return {
    apply() {
      if (sheet !== null) return;
      sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    },
    remove() {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
      sheet = null;
    },
  };
}
