/** What customers see of a hall; each has an address: `#/settings/preview/FACE`. */
export const faces = ['kiosk', 'ticket', 'lobby'] as const;
export type Face = (typeof faces)[number];
