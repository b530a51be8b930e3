import type { SupervisorView } from '#protocol/views.ts';

/** Letters work while no sheet is open; the overview tells them (`?`). */
export const boardKeys: Readonly<
  Record<string, 'find' | 'intake' | 'notice' | 'undo' | undefined>
> = {
  '/': 'find',
  f: 'find',
  n: 'notice',
  i: 'intake',
  u: 'undo',
};

/** One thing is lit at most: what keeps a promise goes before what was missed. */
export function hasLitHelp({ outlook }: SupervisorView): boolean {
  return outlook?.help.some(({ act }) => act !== null) === true;
}

export function isTyping(target: EventTarget | undefined): boolean {
  return target instanceof HTMLElement && /^(?:input|textarea|select)$/i.test(target.localName);
}
