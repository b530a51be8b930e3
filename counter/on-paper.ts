import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * While a page that prints is open: paper is white, whatever the screen is, and lies as the page
 * wants it. How a sheet lies can only be said for the whole document, not within an element.
 */
export class OnPaper implements ReactiveController {
  private readonly lies: 'upright' | 'wide';
  private themeBefore: string | undefined;
  private sheet: CSSStyleSheet | null = null;

  constructor(host: ReactiveControllerHost, lies: 'upright' | 'wide' = 'upright') {
    this.lies = lies;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.toPaper);
    addEventListener('afterprint', this.fromPaper);
    if (this.lies === 'upright') return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('@page { size: A4 landscape; margin: 10mm 12mm; }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    this.sheet = sheet;
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.toPaper);
    removeEventListener('afterprint', this.fromPaper);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== this.sheet);
  }

  private readonly toPaper = (): void => {
    const { dataset } = document.documentElement;
    this.themeBefore = dataset['theme'];
    dataset['theme'] = 'light';
  };

  private readonly fromPaper = (): void => {
    document.documentElement.dataset['theme'] = this.themeBefore ?? 'light';
  };
}
