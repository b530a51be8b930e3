/** Every bound of the voice, and what happens at it. */
export const voiceLimits = {
  /** A phrase that is not ready by then is not waited for: the chime sounds alone. */
  renderWithinMs: 2_000,
  /** A studio that has not answered by then is stuck: it is ended and started anew. */
  renderStuckMs: 8_000,
  studyWithinMs: 30_000,
  /** espeak-ng takes 10 to 20 ms a phrase. */
  engineWithinMs: 3_000,
  engineBytesMax: 4_000_000,
  phraseSecondsMax: 30,
  phraseTokensMax: 120,

  cacheBytesMax: 128_000_000,
  cacheFilesMax: 4_000,
  /** Younger ones are never thrown out: a screen may be about to fetch them. */
  cacheKeepMs: 10 * 60_000,

  clipSecondsMax: 8,
  /** A clip of 8 s in 16 bits at 48 kHz, and its header. */
  clipBytesMax: 800_000,
  packClipsMax: 400,
  packsMax: 20,
  manifestBytesMax: 200_000,

  /** Announcements that are remembered for a screen that was away. */
  speechesMax: 200,
  /** Older ones are shown, not spoken (contract, section 4). */
  staleMs: 30_000,
  /** A screen that has not been heard of for this long no longer speaks. */
  leaseMs: 9_000,
  /** How often a screen is to say that it is there. */
  renewMs: 3_000,
  screensMax: 50,

  /** Phrases rendered ahead after one change, and tickets looked at for each counter. */
  preparedMax: 40,
  preparedPerCounter: 2,
  prepareAfterMs: 400,

  restartFirstMs: 500,
  restartMaxMs: 60_000,
} as const;
