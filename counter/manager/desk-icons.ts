import type { TemplateResult } from 'lit';
import { drawnIcon } from '#ui/icons.ts';

/** Icons of the manager's desk: they stay out of the file that every phone loads. */
const strokes = {
  board: ['M3.5 4.5h17v15h-17z', 'M8.5 9.5h7M8.5 14.5h3', 'M15.5 14.5h.1', 'M3.5 4.5v15'],
  chart: ['M4 20h16.5', 'M7 20v-6', 'M12 20V9', 'M17 20V4.5'],
  again: ['M4 5v5h5', 'M4.6 9.6A8.3 8.3 0 1 1 4 14', 'M12 8v4.4l3 1.8'],
  branch: [
    'M4 12h5',
    'M9 12c4 0 4-6 8-6h3M17.5 3.3 20.2 6l-2.7 2.7',
    'M9 12c4 0 4 6 8 6h3M17.5 15.3l2.7 2.7-2.7 2.7',
  ],
  people: [
    'M9 11a3.4 3.4 0 1 0 0-6.8A3.4 3.4 0 0 0 9 11z',
    'M2.8 19.5c.5-3.5 3-5.2 6.2-5.2s5.7 1.7 6.2 5.2',
    'M15.8 4.5a3.3 3.3 0 0 1 0 6.2',
    'M17.6 14.6c2 .7 3.3 2.3 3.7 4.9',
  ],
  sliders: [
    'M4 7h9M17.5 7H20',
    'M15.2 9.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z',
    'M4 17h2.5M11 17h9',
    'M8.8 19.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z',
  ],
  device: ['M4 8h16v8H4z', 'M7 8V4h10v4', 'M7.5 13h9v7h-9z', 'M16.8 10.6h.1'],
  badge: [
    'M6 3.5h12v17H6z',
    'M12 12.2a2.4 2.4 0 1 0 0-4.8 2.4 2.4 0 0 0 0 4.8z',
    'M8.6 17.3c.4-2 1.7-3 3.4-3s3 1 3.4 3',
  ],
  notice: ['M4 10v4h3.5L15 18.5v-13L7.5 10z', 'M18 9a4.2 4.2 0 0 1 0 6'],
  eye: [
    'M2.5 12C5 7.5 8.3 5.3 12 5.3s7 2.2 9.5 6.7c-2.5 4.5-5.8 6.7-9.5 6.7S5 16.5 2.5 12z',
    'M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  ],
  paper: ['M6 3.5h12v17l-3-2-3 2-3-2-3 2z', 'M9.5 8.5h5', 'M9.5 12.5h5'],
  quality: [
    'M6 4h12v16H6z',
    'M9 9l1.2 1.2L12.6 7.8M14.5 9h1',
    'M9 14.2l1.2 1.2 2.4-2.4M14.5 14.2h1',
  ],
  voice: [
    'M12 14.5a3 3 0 0 0 3-3v-5a3 3 0 0 0-6 0v5a3 3 0 0 0 3 3z',
    'M6 11.5a6 6 0 0 0 12 0',
    'M12 17.5v3',
    'M8.5 20.5h7',
  ],
  forecast: [
    'M3.5 19.5h17',
    'M4.5 15l4-4 3.5 2.5 3-4',
    'M15 9.5l2.2-2.4M18.6 5.6l.9-.9',
    'M3.5 4.5v15',
  ],
  more: ['M5.5 12h.1', 'M12 12h.1', 'M18.5 12h.1'],
  download: ['M12 4v11', 'M7.2 10.5 12 15.3l4.8-4.8', 'M4.5 20h15'],
  calendar: [
    'M4 5.5h16v15H4z',
    'M4 10h16',
    'M8 3.5v4M16 3.5v4',
    'M8.5 14.5h.1M12 14.5h.1M15.5 14.5h.1',
  ],
  layers: ['M12 4 3.5 8.5 12 13l8.5-4.5z', 'M3.5 12.5 12 17l8.5-4.5', 'M3.5 16.5 12 21l8.5-4.5'],
  counters: ['M3.5 12.5h17v7h-17z', 'M6 12.5V5h5v7.5', 'M13.5 12.5V5h5v7.5'],
  up: ['M12 19V5.5', 'M6 11.2 12 5.2l6 6'],
  down: ['M12 5v13.5', 'M6 12.8l6 6 6-6'],
  bin: ['M5 7h14', 'M9.5 7V4.5h5V7', 'M6.5 7l1 13h9l1-13', 'M10.3 10.5v6M13.7 10.5v6'],
  table: ['M4 5h16v14H4z', 'M4 10h16', 'M10 10v9', 'M4 14.5h16'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type DeskIconName = keyof typeof strokes;

/** As `icon` of ui/icons.ts. */
export function deskIcon(name: DeskIconName, weight: 'plain' | 'mark' = 'plain'): TemplateResult {
  return drawnIcon(strokes[name], weight);
}
