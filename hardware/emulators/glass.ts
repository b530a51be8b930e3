/** What an emulated board shows, so that it can be written down, compared and drawn. */
export interface Glass {
  /** `characters`: a tube of fixed cells; `digits`: seven segments; `dots`: a field of LEDs. */
  readonly kind: 'characters' | 'digits' | 'dots';
  /** Cells of half a square, or digits. */
  readonly columns: number;
  readonly rows: readonly GlassRow[];
  /** The device itself makes the text flash. */
  readonly flashing: boolean;
  /** A lamp or buzzer beside the board. */
  readonly lamp: boolean;
}

export interface GlassRow {
  readonly text: string;
  readonly colour: GlassColour;
}

export const glassColours = ['red', 'green', 'yellow', 'blue', 'white'] as const;
export type GlassColour = (typeof glassColours)[number];

/** As `board.txt` has it: a line a row, without the spaces behind. */
export function glassText({ rows, flashing, lamp }: Glass): string {
  const marks = [flashing ? '[flashing]' : '', lamp ? '[lamp]' : ''].filter((mark) => mark !== '');
  return [...rows.map(({ text }) => text.trimEnd()), ...marks].map((line) => `${line}\n`).join('');
}

export function isSameGlass(one: Glass, other: Glass): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
