/** The dotted ways people take over the floor plan, as SVG paths in pixels of the plan. */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface FloorPlaces {
  readonly door: Box | null;
  readonly kiosk: Box | null;
  /** The first seat. */
  readonly seat: Box | null;
  /** The counter that calls, or null. */
  readonly counter: Box | null;
}

const gapPx = 14;

/** From the door to the kiosk, on to the seats, and from the first seat to the calling counter. */
export function floorPaths({ door, kiosk, seat, counter }: FloorPlaces): readonly string[] {
  const paths: string[] = [];
  if (door !== null && kiosk !== null) {
    const fromX = door.x + door.width * 0.45;
    const fromY = door.y + door.height - gapPx;
    const toX = kiosk.x + kiosk.width / 2;
    const toY = kiosk.y + kiosk.height + gapPx;
    if (fromY > toY) paths.push(curve(fromX, fromY, toX, toY, 0));
  }
  if (kiosk !== null && seat !== null) {
    const fromX = kiosk.x + kiosk.width + gapPx;
    const toX = seat.x - gapPx;
    if (toX > fromX) {
      paths.push(curve(fromX, kiosk.y + kiosk.height / 2, toX, seat.y + seat.height / 2, 1));
    }
  }
  if (seat !== null && counter !== null) {
    const fromY = seat.y - gapPx;
    const toY = counter.y + counter.height + gapPx;
    if (fromY > toY) {
      paths.push(aisle(seat.x + seat.width / 2, fromY, counter.x + counter.width / 2, toY));
    }
  }
  return paths;
}

/** Straight up along the lobby screen, and only then over to the counter. */
function aisle(x1: number, y1: number, x2: number, y2: number): string {
  const up = y2 - y1;
  return `M${at(x1, y1)} C${at(x1, y1 + up * 0.75)} ${at(x1, y2 + 4)} ${at(x2, y2)}`;
}

/** @param lying 1 leaves and arrives sideways, 0 upright */
function curve(x1: number, y1: number, x2: number, y2: number, lying: 0 | 1): string {
  const [dx, dy] = lying === 1 ? [(x2 - x1) / 2, 0] : [0, (y2 - y1) / 2];
  return `M${at(x1, y1)} C${at(x1 + dx, y1 + dy)} ${at(x2 - dx, y2 - dy)} ${at(x2, y2)}`;
}

function at(x: number, y: number): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
