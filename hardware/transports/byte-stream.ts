/**
 * A line to a device: bytes both ways, in order. Over TCP, serial and memory it looks the same, so
 * a dialect is written once and tried over all three.
 */
export interface ByteStream {
  /**
   * Resolves when the operating system has taken the bytes (*sent*, which is not *printed*).
   * Rejects when the line closes, or when nothing moves within the transport's limit.
   */
  write(bytes: Uint8Array): Promise<void>;
  /** Bytes as they come, cut anywhere. Returns the way to stop listening. */
  onBytes(take: (bytes: Uint8Array) => void): () => void;
  /** Told once, with the reason; at once if the line is closed already. */
  onClose(told: (why: string) => void): () => void;
  close(): void;
}

/** A way to reach one device. */
export interface Transport {
  /** For people and logs: `tcp 127.0.0.1:9100`, `serial /dev/ttyS0 9600`. */
  readonly address: string;
  /** Rejects when the line cannot be opened, or when `limit` ends first. */
  open(limit: AbortSignal): Promise<ByteStream>;
}
