import { Type, type Static } from '@sinclair/typebox';
import type { DeviceOnLink } from '../device-on-link.ts';

/** What a key of a pad means: a rating by the customer, or a step of the clerk's at their counter. */
export const padActs = [
  'satisfied',
  'fair',
  'dissatisfied',
  'call',
  'recall',
  'start',
  'finish',
  'no-show',
  'pause',
  'resume',
] as const;
export type PadAct = (typeof padActs)[number];

export interface PadKey {
  readonly act: PadAct;
}

/** What a satisfaction pad can be told to show or say, where its profile knows how. */
export const padFaces = ['welcome', 'please-rate', 'thanks', 'reset'] as const;
export type PadFace = (typeof padFaces)[number];

/** A pad that runs. A key that bounces is one key. */
export interface Pad extends DeviceOnLink {
  onKey(told: (key: PadKey) => void): () => void;
  /** Never waits; a pad that cannot show it does nothing. */
  show(face: PadFace): void;
}

/** The same key within it is a finger that trembled. */
export const bounceMs = 300;

export const actSetting = Type.Union(padActs.map((act) => Type.Literal(act)));

/** Bytes as a device file writes them: pairs of hexadecimal digits, spaces as one likes. */
export const hexSetting = Type.String({ pattern: '^\\s*([0-9A-Fa-f]{2}\\s*){0,32}$' });
export const hexBytes = (text: Static<typeof hexSetting>): Buffer =>
  Buffer.from(text.replaceAll(/\s/g, ''), 'hex');
