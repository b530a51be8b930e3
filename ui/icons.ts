import { svg, type SVGTemplateResult, html, type TemplateResult } from 'lit';

/**
 * The icons: our own strokes on a 24 grid, 1.75 wide, round ends, no fills, four strokes at most.
 * They take the colour of their text and, with class `icon`, 1.2 times its size (base-styles).
 */
const strokes = {
  // services
  payment: [
    'M5.5 3.5h13v17l-2.2-1.6-2.2 1.6-2.1-1.6-2.1 1.6-2.2-1.6-2.2 1.6z',
    'M9 7l3 4 3-4',
    'M12 11v5.2',
    'M9.5 12.9h5',
  ],
  'new-line': [
    'M6.2 4 9 3.6l1.6 4.2-2.2 1.7a11 11 0 0 0 5.6 5.6l1.7-2.2 4.2 1.6-.3 2.8c-.2 1.7-1.6 2.8-3.2 2.6C9.5 19 4.5 14 3.6 7.2 3.4 5.6 4.5 4.2 6.2 4z',
    'M18 3v6.4',
    'M14.8 6.2h6.4',
  ],
  broadband: [
    'M5 14.5h14a1.5 1.5 0 0 1 1.5 1.5v3a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 19v-3A1.5 1.5 0 0 1 5 14.5z',
    'M7.2 17.5h.1M10.6 17.5h.1',
    'M17 14.5v-3.7',
    'M14.3 8.1a3.9 3.9 0 0 1 5.4 0M11.8 5.4a7.5 7.5 0 0 1 10.4 0',
  ],
  move: ['M2.5 11 9 5.2l4.8 4.3', 'M4.5 9.4v10.1h8.8V16', 'M13.5 12.7h8', 'M18.5 9.7l3 3-3 3'],
  enquiry: ['M4 5h16v11h-8l-4.5 4v-4H4z', 'M10 8.9a2 2 0 1 1 2 2.2v.9', 'M12 13.9v.1'],
  complaint: ['M4 5h16v11h-8l-4.5 4v-4H4z', 'M12 8v3.6', 'M12 13.6v.1'],
  fault: [
    'M14.6 6.2a4.6 4.6 0 0 0-6 5.9L3.6 17.2l3.2 3.2 5.1-5.1a4.6 4.6 0 0 0 5.9-6l-2.8 2.8-2.7-.7-.6-2.6z',
  ],
  terminal: ['M7 3h10v18H7z', 'M10.5 18h3', 'M10.5 5.6h3'],
  // classes
  person: ['M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8z', 'M4.5 20.5c.6-4 3.6-6 7.5-6s6.9 2 7.5 6'],
  heart: ['M12 20S3.5 15 3.5 9.2A4.6 4.6 0 0 1 12 6.8a4.6 4.6 0 0 1 8.5 2.4C20.5 15 12 20 12 20z'],
  crown: ['M5 18 3.3 8.2 8.3 11.6 12 5.5l3.7 6.1 5-3.4L19 18z'],
  // states and marks
  pause: ['M8.5 5.5v13', 'M15.5 5.5v13'],
  clock: ['M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17z', 'M12 7.5V12l3.2 2'],
  swap: ['M4 8.5h14', 'M14.7 5l3.5 3.5-3.5 3.5', 'M20 15.5H6', 'M9.3 12l-3.5 3.5L9.3 19'],
  check: ['M4.5 12.8 10 18.2 19.8 6.5'],
  cross: ['M6 6l12 12', 'M18 6 6 18'],
  dash: ['M5.5 12h13'],
  bell: [
    'M6 16.5c1.3-1.4 1.3-3 1.3-5.5a4.7 4.7 0 0 1 9.4 0c0 2.5 0 4.1 1.3 5.5z',
    'M10 19.5a2.2 2.2 0 0 0 4 0',
    'M12 3.5v2.7',
  ],
  play: ['M7.5 4.8v14.4L19 12z'],
  papers: ['M6 3.5h8l4 4v13H6z', 'M14 3.7v3.8h3.8', 'M9 12h6M9 16h6'],
  door: ['M6.5 20.5v-17h11v17', 'M3.5 20.5h17', 'M14 11.7v1'],
  lock: ['M5.5 10.5h13v10h-13z', 'M8.5 10.5V7.3a3.5 3.5 0 0 1 7 0v3.2', 'M12 14.5v2'],
  shield: ['M12 3.5 19 6v5.5c0 4.3-2.8 7.3-7 9-4.2-1.7-7-4.7-7-9V6z'],
  keypad: [
    'M5.5 5.5h.01M12 5.5h.01M18.5 5.5h.01',
    'M5.5 12h.01M12 12h.01M18.5 12h.01',
    'M5.5 18.5h.01M12 18.5h.01M18.5 18.5h.01',
  ],
  // ways and devices
  arrow: ['M4 12h15.5', 'M13.5 5.8 19.7 12l-6.2 6.2'],
  back: ['M20 12H4.5', 'M10.5 5.8 4.3 12l6.2 6.2'],
  chevron: ['M9 5.5l6.5 6.5L9 18.5'],
  globe: [
    'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17z',
    'M3.5 12h17',
    'M12 3.5c-4.7 5-4.7 12 0 17',
    'M12 3.5c4.7 5 4.7 12 0 17',
  ],
  speaker: [
    'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5z',
    'M15.5 9.2a4 4 0 0 1 0 5.6',
    'M18 6.5a7.7 7.7 0 0 1 0 11',
  ],
  printer: ['M7 9V3.5h10V9', 'M7 17H4V9h16v8h-3', 'M7 14h10v6.5H7z'],
  phone: ['M7.5 3h9v18h-9z', 'M11 18h2'],
  offline: [
    'M2.8 9.6a13.6 13.6 0 0 1 4.4-2.9M11 5.6a13.6 13.6 0 0 1 10.2 4',
    'M6.3 13.2a8.6 8.6 0 0 1 4.2-2.3M15.6 11.7a8.6 8.6 0 0 1 2.1 1.5',
    'M9.6 16.7a3.9 3.9 0 0 1 4.8 0M12 20.1v.1',
    'M4.2 3.4 19.8 20.6',
  ],
  'large-text': ['M3 19 9.5 4 16 19', 'M5.2 14h8.6', 'M16.5 19l2.7-6.5L22 19'],
  screen: ['M3.5 5h17v11.5h-17z', 'M8.5 20h7', 'M12 16.5V20'],
  // faces of the rating: drawn, all three of one weight
  'face-satisfied': [
    'M12 20.8a8.8 8.8 0 1 0 0-17.6 8.8 8.8 0 0 0 0 17.6z',
    'M9 9.3v.7',
    'M15 9.3v.7',
    'M7.8 13.7c1.1 2 2.5 2.9 4.2 2.9s3.1-.9 4.2-2.9',
  ],
  'face-fair': [
    'M12 20.8a8.8 8.8 0 1 0 0-17.6 8.8 8.8 0 0 0 0 17.6z',
    'M9 9.3v.7',
    'M15 9.3v.7',
    'M8.3 15h7.4',
  ],
  'face-dissatisfied': [
    'M12 20.8a8.8 8.8 0 1 0 0-17.6 8.8 8.8 0 0 0 0 17.6z',
    'M9 9.3v.7',
    'M15 9.3v.7',
    'M7.8 16.6c1.1-2 2.5-2.9 4.2-2.9s3.1.9 4.2 2.9',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type IconName = keyof typeof strokes;
export const iconNames = Object.keys(strokes) as readonly IconName[];

/**
 * An icon as an SVG template; a word always stands beside it, so it is hidden from screen readers.
 * @param weight `mark` is the heavier stroke, for state marks and icons below 20 px
 */
export function icon(name: IconName, weight: Weight = 'plain'): TemplateResult {
  return drawnIcon(strokes[name], weight);
}

type Weight = 'plain' | 'mark';

/** The same for strokes of somewhere else: a page may have icons that no other page loads. */
export function drawnIcon(paths: readonly string[], weight: Weight = 'plain'): TemplateResult {
  return html`<svg
    class="icon"
    viewBox="0 0 24 24"
    width="24"
    height="24"
    fill="none"
    stroke="currentColor"
    stroke-width=${weight === 'mark' ? 2.4 : 1.75}
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    ${paths.map(stroke)}
  </svg>`;
}

/** The icon that a hall names for a service; an unknown or missing name gets the plain enquiry. */
export function serviceIcon(name: string | null): IconName {
  return name !== null && Object.hasOwn(strokes, name) ? (name as IconName) : 'enquiry';
}

function stroke(path: string): SVGTemplateResult {
  return svg`<path d=${path} />`;
}
