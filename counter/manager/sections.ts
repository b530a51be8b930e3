import type { TemplateResult } from 'lit';
import type { HallHead, SessionView } from '#protocol/views.ts';
import type { HubClient } from '#ui/hub/hub-client.ts';
import type { DeskIconName } from './desk-icons.ts';
import type { SectionLabel } from './locale.ts';
import type { Route } from './route.ts';

/** What a section is given, anew at every change. */
export interface SectionPlace {
  readonly hub: HubClient;
  readonly session: SessionView;
  /** Null until the hub has been heard of. */
  readonly hall: HallHead | null;
  /** The hall's time, milliseconds since 1970; advances by the second. */
  readonly nowMs: number;
  /** What follows the section's own name in the address. */
  readonly path: Route['path'];
  readonly query: Route['query'];
}

/** A section's file exports `section`: its page as a template with one `<main>`. */
export interface SectionModule {
  readonly section: (place: SectionPlace) => TemplateResult;
}

export interface Section {
  /** First part of the address: `/counter#/ID`. */
  readonly id: string;
  readonly label: SectionLabel;
  readonly icon: DeskIconName;
  /** Null: the live board, which stands there from the start. */
  readonly load: (() => Promise<SectionModule>) | null;
}

export const boardSection = 'board';

/**
 * The manager's desk, in the order of its navigation. Each section but the board travels only when
 * it is opened first. How to add one: docs/contributing.md.
 */
export const sections: readonly Section[] = [
  { id: boardSection, label: 'section-board', icon: 'board', load: null },
  {
    id: 'reports',
    label: 'section-reports',
    icon: 'chart',
    load: () => import('../reports/section.ts'),
  },
  {
    id: 'estimates',
    label: 'section-estimates',
    icon: 'forecast',
    load: () => import('../estimates/section.ts'),
  },
  {
    id: 'day-again',
    label: 'section-day-again',
    icon: 'again',
    load: () => import('../day-again/section.ts'),
  },
  {
    id: 'what-if',
    label: 'section-what-if',
    icon: 'branch',
    load: () => import('../what-if/section.ts'),
  },
  {
    id: 'roster',
    label: 'section-roster',
    icon: 'people',
    load: () => import('../roster/section.ts'),
  },
  {
    id: 'quality',
    label: 'section-quality',
    icon: 'quality',
    load: () => import('../quality/section.ts'),
  },
  {
    id: 'voice',
    label: 'section-voice',
    icon: 'voice',
    load: () => import('../voice/section.ts'),
  },
  {
    id: 'paper',
    label: 'section-paper',
    icon: 'paper',
    load: () => import('../paper/section.ts'),
  },
  {
    id: 'settings',
    label: 'section-settings',
    icon: 'sliders',
    load: () => import('../settings/section.ts'),
  },
];
