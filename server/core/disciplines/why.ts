import type { Discipline } from '../hall-config.ts';

/**
 * Why a ticket is the next one: which mechanism decided, by which key, with the values compared.
 * Texts are made from it at the edge.
 */
export interface Why {
  /** The preset, or the setting or guard that went before it, or a named call out of order. */
  readonly by:
    | Discipline['kind']
    | 'prefers'
    | 'backup'
    | 'max-wait'
    | 'max-consecutive-priority'
    | 'named'
    | 'only-one';
  /** What decided between this ticket and the next best one. */
  readonly key:
    | 'rank'
    | 'queue-time'
    | 'credit'
    | 'weighted-wait'
    | 'deadline'
    | 'rule'
    | 'list-order'
    | 'front'
    | 'sequence'
    | 'named';
  readonly values: Readonly<Record<string, string | number>>;
}
