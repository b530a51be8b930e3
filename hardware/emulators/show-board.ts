import { drawGlass } from './board-picture.ts';
import type { DeviceEmulator } from './device-emulator.ts';
import type { Glass } from './glass.ts';
import type { createOutFolder } from './write-out.ts';

/** A picture takes some milliseconds: of changes within this time the last one is drawn. */
const pictureGapMs = 150;

/** `board.txt` at each change, and `board.png` of what stands there after it. */
export function showBoard(
  board: DeviceEmulator & { glass(): Glass },
  write: ReturnType<typeof createOutFolder>,
): void {
  let isDue = false;
  const draw = (): void => {
    isDue = false;
    write('board.png', drawGlass(board.glass()));
  };
  const show = (): void => {
    write('board.txt', board.text());
    if (isDue) return;
    isDue = true;
    setTimeout(draw, pictureGapMs).unref();
  };
  board.onChange(show);
  show();
}
