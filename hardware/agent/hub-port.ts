import type {
  CommandAck,
  PresentRequest,
  ViewMessage,
  WatchRequest,
} from '#protocol/socket-events.ts';

/** The hub as an agent needs it: a real one over sockets, or a test's own. */
export interface HubPort {
  /** Where it is reached from here: codes on paper lead there. */
  readonly url: string;
  /** The view now and after every change, also after the connection was lost. */
  watch(request: WatchRequest, take: (message: ViewMessage) => void): () => void;
  /**
   * One try. `id` is the idempotency key. Null: no answer came, and whether it was done is not
   * known; the same id may be asked again.
   */
  command(
    id: string,
    name: string,
    args: Readonly<Record<string, unknown>>,
  ): Promise<CommandAck | null>;
  /** Somebody has shown a card at a kiosk. Never kept, never tried again. */
  present(request: PresentRequest): Promise<void>;
  /** Told at once, then whenever the hub can be reached (and lets us in), or not any more. */
  onLive(told: (isLive: boolean) => void): () => void;
  close(): Promise<void>;
}
