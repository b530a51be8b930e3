import type { TemplateResult } from 'lit';
import type { HallSettings } from '#server/settings/draft.ts';
import type { SettingsProblem, SettingsView } from '#server/settings/answers.ts';
import type { SettingsPath } from '#server/settings/paths.ts';
import type { DeskIconName } from '../manager/desk-icons.ts';
import type { SectionPlace } from '../manager/sections.ts';
import type { PartGroup, PartLabel } from './locale.ts';

/**
 * What a part of the settings is given, anew at every change. It shows `draft` and calls `change`;
 * checking, saving, effects, history and leaving are the page's. What is not in the hall file (pins,
 * customers, devices) a part keeps behind doors of its own, and says so where it takes effect.
 */
export interface SettingsPlace extends Pick<SectionPlace, 'hub' | 'session' | 'hall' | 'nowMs'> {
  /** What follows the part's own name in the address: `#/settings/services/payment` is `['payment']`. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  /** The settings as they would be saved, in the hall file's shape. */
  readonly draft: HallSettings;
  /** What holds now, or what is planned where the draft began from the plan. */
  readonly saved: HallSettings;
  /** What the hub told: revision, plan, schema, today. */
  readonly view: SettingsView;
  /** True while it is saved, or where the reader may only look. */
  readonly readonly: boolean;
  /**
   * Puts a value at a path of the draft (`services[1].prefix`); `undefined` takes the key away. The
   * hub's answer about it comes to `problems` a moment later.
   */
  readonly change: (path: SettingsPath, value: unknown) => void;
  /** There are mistakes anywhere in the draft. */
  readonly isWrong: boolean;
  /** Mistakes at exactly this path; with `within`, also below it. */
  readonly problems: (path: SettingsPath, where?: 'at' | 'within') => readonly SettingsProblem[];
  /** Another draft altogether: of a file, or of a former revision. */
  readonly replace: (draft: HallSettings) => void;
  /** Shows the part anew, where something other than the draft has changed. */
  readonly refresh: () => void;
  /** Asks the hub for what holds now, such as after a plan was taken back. */
  readonly reload: () => Promise<void>;
  /** JSON Schema of the field at this path: `minimum`, `maximum`, `maxLength`, `default` … */
  readonly facts: (path: SettingsPath) => Readonly<Record<string, unknown>>;
}

/** A part's file exports `part`: its content as a template; the page has `<main>` and `<h1>`. */
export interface SettingsPartModule {
  readonly part: (place: SettingsPlace) => TemplateResult;
}

export interface SettingsPart {
  /** Its address: `/counter#/settings/ID`. */
  readonly id: string;
  /** `part-ID` of locale.ts. */
  readonly label: PartLabel;
  readonly group: PartGroup;
  readonly icon: DeskIconName;
  /** Keys of the hall file that it edits: its entry is marked where they have changed or are wrong. */
  readonly keys: readonly SettingsPath[];
  readonly load: () => Promise<SettingsPartModule>;
}

/**
 * The parts of the settings in the order of their navigation. One more is an entry here, its name in
 * locale.ts and a file that exports `part`; fields come from `fields.ts`, so that all look, check
 * and speak alike.
 */
export const parts: readonly SettingsPart[] = [
  {
    id: 'hall',
    label: 'part-hall',
    group: 'hall',
    icon: 'board',
    keys: ['hall'],
    load: () => import('./hall/part.ts'),
  },
  {
    id: 'hours',
    label: 'part-hours',
    group: 'hall',
    icon: 'calendar',
    keys: ['hours'],
    load: () => import('./hours/part.ts'),
  },
  {
    id: 'services',
    label: 'part-services',
    group: 'calling',
    icon: 'table',
    keys: ['services'],
    load: () => import('./services/part.ts'),
  },
  {
    id: 'classes',
    label: 'part-classes',
    group: 'calling',
    icon: 'layers',
    keys: ['classes'],
    load: () => import('./classes/part.ts'),
  },
  {
    id: 'counters',
    label: 'part-counters',
    group: 'calling',
    icon: 'counters',
    keys: ['counters'],
    load: () => import('./counters/part.ts'),
  },
  {
    id: 'discipline',
    label: 'part-discipline',
    group: 'calling',
    icon: 'branch',
    keys: ['discipline'],
    load: () => import('./discipline/part.ts'),
  },
  {
    id: 'policy',
    label: 'part-policy',
    group: 'calling',
    icon: 'sliders',
    keys: ['policy'],
    load: () => import('./policy/part.ts'),
  },
  {
    id: 'customers',
    label: 'part-customers',
    group: 'people',
    icon: 'people',
    keys: [],
    load: () => import('./customers/part.ts'),
  },
  {
    id: 'staff',
    label: 'part-staff',
    group: 'people',
    icon: 'badge',
    keys: ['staff'],
    load: () => import('./staff/part.ts'),
  },
  {
    id: 'devices',
    label: 'part-devices',
    group: 'people',
    icon: 'device',
    keys: [],
    load: () => import('./devices/part.ts'),
  },
  {
    id: 'notices',
    label: 'part-notices',
    group: 'faces',
    icon: 'notice',
    keys: ['notices'],
    load: () => import('./notices/part.ts'),
  },
  {
    id: 'texts',
    label: 'part-texts',
    group: 'faces',
    icon: 'voice',
    keys: ['voice'],
    load: () => import('./texts/part.ts'),
  },
  {
    id: 'preview',
    label: 'part-preview',
    group: 'faces',
    icon: 'eye',
    keys: [],
    load: () => import('./preview/part.ts'),
  },
  {
    id: 'history',
    label: 'part-history',
    group: 'record',
    icon: 'again',
    keys: [],
    load: () => import('./history/part.ts'),
  },
  {
    id: 'files',
    label: 'part-files',
    group: 'record',
    icon: 'download',
    keys: [],
    load: () => import('./files/part.ts'),
  },
];
