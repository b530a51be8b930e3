import type { Studio } from './studio.ts';

/** What travels between the hub and its studio. */
export type StudioAct = Exclude<keyof Studio, 'stop'>;

export const studioActs: readonly StudioAct[] = [
  ...(['open', 'report', 'render', 'packs', 'describePack', 'keepClip', 'dropClip'] as const),
  ...(['choosePack', 'dropPack', 'archive'] as const),
];

export interface StudioRequest {
  readonly id: number;
  readonly act: StudioAct;
  readonly args: readonly unknown[];
}

export type StudioAnswer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly message: string };
