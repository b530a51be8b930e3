import type { Discipline } from '../hall-config.ts';

/**
 * Why a ticket is the next one: which mechanism decided, by which key, with the values compared.
 * Texts are made from it at the edge; docs/disciplines.md lists the values of every key.
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
  /**
   * Always `class` and `waitedSeconds` (since the queue time); `kind` where `by` is another
   * mechanism; `overtakes` and `overtakenSeconds` where candidates who came earlier are passed over
   * (how many, and the longest wait among them: reading B reports them).
   */
  readonly values: Readonly<Record<string, string | number>>;
}
