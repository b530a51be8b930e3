import type { HallFile } from '#server/hall-file/schema.ts';

/**
 * A hall as it is edited: the hall file's own shape (docs/hall-file.md), so that a path such as
 * `services[1].prefix` means the same in a file, in a problem and on a page. Pins and customers are
 * not in it: they live in the vault and have doors of their own. The logo of the ticket stands as a
 * `data:image/png;base64,…` address in `ticket.logo`.
 */
export type HallSettings = Readonly<Omit<HallFile, 'staff' | 'customers'>> & {
  readonly staff: readonly StaffSettings[];
};

export type StaffSettings = Readonly<Omit<HallFile['staff'][number], 'pin'>>;
export type ServiceSettings = Readonly<HallFile['services'][number]>;
export type ClassSettings = Readonly<HallFile['classes'][number]>;
export type CounterSettings = Readonly<HallFile['counters'][number]>;
export type DisciplineSettings = Readonly<NonNullable<HallFile['discipline']>>;
export type PolicySettings = Readonly<NonNullable<HallFile['policy']>>;
export type HoursSettings = Readonly<HallFile['hours']>;
