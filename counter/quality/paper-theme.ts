/** Paper is white, whatever the screen is: while a page that prints is open. */
let before: string | undefined;

function toPaper(): void {
  const { dataset } = document.documentElement;
  before = dataset['theme'];
  dataset['theme'] = 'light';
}

function fromPaper(): void {
  document.documentElement.dataset['theme'] = before ?? 'light';
}

export const paperTheme = {
  begin(): void {
    addEventListener('beforeprint', toPaper);
    addEventListener('afterprint', fromPaper);
  },
  end(): void {
    removeEventListener('beforeprint', toPaper);
    removeEventListener('afterprint', fromPaper);
  },
};
