/** Bounds of every line to a device. */
export const lineLimits = {
  /** A device that takes nothing for so long is not there, whatever its line says. */
  writeWithinMs: 10_000,
  /** Handed to the operating system at a time, so that movement can be told from standstill. */
  pieceBytes: 4_096,
  /** How often a device that says nothing by itself is looked at. */
  pollMs: 50,
} as const;
