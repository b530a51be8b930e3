import type { CallKind, Language, Text } from '#core/vocabulary.ts';
import type { Problem } from './problem.ts';
import type { SpeechMessage, VoiceRequest, VoiceStanding } from './speech.ts';
import type { ViewData, ViewName } from './views.ts';

/** The sockets' language (contract, section 4), one map each way. */

export const protocolVersion = 1;

export interface WatchRequest {
  readonly view: ViewName;
  readonly counter?: string;
  readonly ticket?: string;
  /** Calls with a higher number are sent again before the view. */
  readonly sinceCall?: number;
}

export interface CommandRequest {
  /** Also the idempotency key: the same id is answered, not executed twice. */
  readonly id: string;
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** Of the answer's texts; else that of the connection. */
  readonly language?: Language;
}

export type WatchAck = { readonly ok: true } | { readonly ok: false; readonly problem: Problem };

export type CommandAck =
  | { readonly ok: true; readonly revision: number; readonly result: unknown }
  | { readonly ok: false; readonly problem: Problem };

export type VoiceAck =
  ({ readonly ok: true } & VoiceStanding) | { readonly ok: false; readonly problem: Problem };

export interface ViewMessage<V extends ViewName = ViewName> {
  readonly view: V;
  readonly counter?: string;
  readonly ticket?: string;
  readonly revision: number;
  readonly data: ViewData[V];
}

export interface CallMessage {
  readonly callNo: number;
  readonly ticket: string;
  readonly number: string;
  readonly service: string;
  readonly counter: string;
  readonly kind: CallKind;
  readonly at: string;
  readonly text: Text;
}

/** A reader beside a kiosk was shown a card. The number is looked up and forgotten. */
export interface PresentRequest {
  /** Name or id of the kiosk; null: the only one that is connected. */
  readonly kiosk: string | null;
  readonly key: string;
}

/** Told to the kiosk alone: who is there, as far as the hall's list knows. */
export interface PresentedMessage {
  /** The list's reference, or null for somebody who is not on it. */
  readonly customer: string | null;
  readonly class: string | null;
  readonly masked: string;
}

export interface ByeMessage {
  readonly code: 'stopping' | 'replaced' | 'revoked' | 'expired' | 'protocol' | 'too-slow';
  readonly retry: boolean;
}

export interface ClientToHub {
  watch: (request: WatchRequest, ack?: (answer: WatchAck) => void) => void;
  unwatch: (request: WatchRequest, ack?: (answer: WatchAck) => void) => void;
  command: (request: CommandRequest, ack?: (answer: CommandAck) => void) => void;
  present: (request: PresentRequest, ack?: (answer: WatchAck) => void) => void;
  /** A screen tells whether its sound works; shown to the supervisor. */
  health: (state: { readonly sound: 'ready' | 'blocked' | 'unavailable' }) => void;
  /** A lobby screen asks whether it is the one that sounds (speech.ts); said again and again. */
  voice: (request: VoiceRequest, ack?: (answer: VoiceAck) => void) => void;
}

export interface HubToClient {
  view: (message: ViewMessage) => void;
  call: (message: CallMessage) => void;
  speech: (message: SpeechMessage) => void;
  standing: (standing: VoiceStanding) => void;
  presented: (message: PresentedMessage) => void;
  bye: (message: ByeMessage) => void;
}
