import { emit } from '#ui/elements/emit.ts';
import type { PadAct } from '../pad-layout.ts';

/** Asks the console to send a command; a dialogue never sends by itself. */
export function wish(
  from: EventTarget,
  key: PadAct,
  command: string,
  args: Readonly<Record<string, unknown>>,
): void {
  emit(from, 'wish', { key, command, args });
}
