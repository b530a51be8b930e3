import type { HelpView, SupervisorView } from '#protocol/views.ts';

/** Letters work while no sheet is open; the overview tells them (`?`). */
export const boardKeys: Readonly<
  Record<string, 'find' | 'intake' | 'notice' | 'undo' | 'wall' | undefined>
> = {
  '/': 'find',
  f: 'find',
  n: 'notice',
  i: 'intake',
  u: 'undo',
  w: 'wall',
};

/** One thing is lit at most: what keeps a promise goes before what was missed. */
export function litHelp({ outlook }: Pick<SupervisorView, 'outlook'>): HelpView | undefined {
  return outlook?.help.find(({ act, kept }) => act !== null && kept > 0);
}

export function isTyping(target: EventTarget | undefined): boolean {
  return target instanceof HTMLElement && /^(?:input|textarea|select)$/i.test(target.localName);
}
