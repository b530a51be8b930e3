import type { InTheWay, Obstacle, WayOut } from '#core/refusals.ts';
import type { RuleId } from '#core/rules.ts';

/** `application/problem+json` (RFC 9457) as every door answers it. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail?: string;
  readonly rule?: RuleId;
  readonly rules?: readonly RuleId[];
  readonly by?: InTheWay;
  readonly waysOut?: readonly (Omit<WayOut, 'label'> & { readonly label: string })[];
  /** True where a supervisor's override would let it pass. */
  readonly overridable?: boolean;
  /** `newer-settings`: what others have changed meanwhile (server/settings/answers.ts). */
  readonly newer?: object;
  /** Everything that stands against a change of the settings, each at its place, in words. */
  readonly obstacles?: readonly (Obstacle & { readonly text: string })[];
  /** Bad input: every field, with what is wrong. */
  readonly fields?: readonly { readonly field: string; readonly message: string }[];
  readonly retryAfterSeconds?: number;
}

/** The closed set of codes, with the HTTP status of each. */
export const problemStatus = {
  refused: 409,
  'bad-input': 400,
  'not-signed-in': 401,
  'wrong-pin': 401,
  'pin-to-choose': 401,
  forbidden: 403,
  unknown: 404,
  'key-reused': 422,
  'too-slow': 408,
  'too-large': 413,
  'unsupported-media-type': 415,
  'too-many': 429,
  'storage-cannot-write': 503,
  'clock-behind': 503,
  stopping: 503,
  busy: 503,
  internal: 500,
} as const;

export type ProblemCode = keyof typeof problemStatus;
