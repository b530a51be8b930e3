/**
 * Every bound of the hub's edge, and what happens at it. The queue of the loop has its own
 * (`server/dispatch`), the journal's groups theirs (`server/journal`).
 */
export const limits = {
  /** A body or a socket message beyond it: 413, or the socket is closed by socket.io. */
  bodyBytesMax: 65_536,
  /** A hall's whole settings with its logo: as long as a hall file may be. */
  settingsBytesMax: 1_048_576,
  /** Path segments beyond it match no door: 404. Ticket ids have about 35 characters. */
  pathSegmentLengthMax: 128,
  idempotencyKeyLengthMax: 200,

  /** Between two outlooks of the board; the rest after each, in times its work; how long one stands. */
  outlookGapMs: 3_000,
  outlookRestFactor: 20,
  outlookStandsMs: 10_000,
  /** How long an alert that somebody has seen stays quiet, and how many are remembered. */
  alertSeenMs: 3_600_000,
  alertsSeenMax: 200,
  /** Days that one audit of the wait estimates reads. */
  auditDaysMax: 60,
  /** Journal read at start for the wait estimates: days, events, and work without a break. */
  warmDaysMax: 28,
  warmEventsMax: 60_000,
  warmSliceMs: 5,

  /** Slow senders: the whole request has to be there within it, else 408. */
  requestTimeoutMs: 20_000,
  connectionTimeoutMs: 60_000,
  /** Longer than the usual proxy's, so that the hub never closes a connection under it. */
  keepAliveTimeoutMs: 72_000,
  requestsPerConnectionMax: 0,

  /**
   * Beyond it the hub answers 503 with Retry-After until memory is free again. Time pressure has a
   * finer bound: the queue of the loop (`busy`).
   */
  heapUsedBytesMax: 1_500_000_000,
  pressureSampleMs: 1_000,
  pressureRetryAfterSeconds: 5,
  /** Told to who asks while the hub leaves. */
  stoppingRetryAfterSeconds: 5,

  /**
   * Commands of one asker (a device, a member of staff, an address) that may be under way at once;
   * one more is 429. Somebody else's command waits for at most so many of a flood: some 0.2 s.
   */
  commandsAtOncePerAskerMax: 2_500,
  commandsRetryAfterMs: 1_000,
  /** Requests a minute from one address without an identity: many phones share the hall's address. */
  anonymousRequestsPerMinuteMax: 6_000,
  /** Readings a second of one device or member of staff, and how many may come at once. */
  knownReadsPerSecond: 200,
  knownReadBurst: 2_000,
  /** Sign-ins, pairings: each costs a hash or a row. */
  signInsPerMinuteMax: 300,
  pairingsPerMinuteMax: 300,
  /** Customer keys looked up by one identity: a guard against trying out phone numbers. */
  lookupsPerMinuteMax: 60,
  /** Pictures of a training hall's emulated devices: each may cost some milliseconds of drawing. */
  shownDevicesPerMinuteMax: 600,
  /** Requests for unknown addresses. */
  notFoundPerMinuteMax: 600,
  rateLimitAddressesMax: 20_000,

  /** Wrong pins: the wait doubles from the first to the last, for a badge and for an address. */
  failureDelayFirstMs: 1_000,
  failureDelayMaxMs: 15 * 60_000,
  /** Failures that cost nothing: a slip of the finger. */
  failuresFreeCount: 2,
  /** An address has more people behind it than a badge. */
  addressFailuresFreeCount: 10,
  failureForgottenMs: 60 * 60_000,
  failureRowsMax: 10_000,

  /** Lines of the log about askers who were turned away; the rest are counted in the next one. */
  refusalLinesPerMinuteMax: 600,

  /** scrypt's work: N = 2^15, r = 8, p = 1 takes 32 MiB and some 60 ms on a thread of the pool. */
  scryptCost: 32_768,
  scryptBlockSize: 8,
  scryptParallelization: 1,
  pinChecksAtOnceMax: 2,
  pinChecksWaitingMax: 200,

  /** Of halls whose file does not say (`policy.lockAfterMinutes`). */
  lockAfterMinutes: 15,
  sessionHoursMax: 12,
  sessionIdleHoursMax: 4,
  sessionsMax: 2_000,
  devicesMax: 1_000,
  /** Pending devices nobody approved are forgotten after it. */
  devicePendingDaysMax: 7,
  /** When a session or a device was last seen is written down at most this often. */
  seenWriteMs: 60_000,
  customersMax: 1_000_000,
  /** A file for the customers' list: its bytes, its good and its bad rows. */
  customerFileBytesMax: 33_554_432,
  customerImportMax: 200_000,
  customerFaultsMax: 200_000,
  /** Files on their way into the list, how long each waits for its yes, and their thread's memory. */
  customerDraftsMax: 3,
  customerDraftMs: 30 * 60_000,
  customerHeapMebibytesMax: 512,
  /** An answer of that thread that takes longer, or a whole list to be kept: another thread is started. */
  customerAnswerMs: 30_000,
  customerKeepMs: 15 * 60_000,
  customerRetryAfterSeconds: 5,

  /** Answers kept word for word for repeated keys; older ones are worded again from the journal. */
  keptAnswersMax: 10_000,

  /** Days of one report, lines of each of its lists, and reports that may wait at once. */
  reportDaysMax: 400,
  reportLinesMax: 5_000,
  reportsWaitingMax: 32,
  /** Finished days whose facts are made before they are asked for, and the rest between two. */
  reportDaysAhead: 62,
  reportAheadPauseMs: 500,
  reportHeapMebibytesMax: 768,
  reportCloseMs: 5_000,

  journalPageMax: 10_000,
  journalReadCount: 1_000,
  ticketPageMax: 200,

  /** Training: how far one request may move the clock, and how many due instants it may pass. */
  clockAdvanceDaysMax: 366,
  clockStepsMax: 20_000,
  clockSpeedMax: 3_600,

  /** Sockets from one address, and in all; of these so many are kept for staff and devices. */
  socketsPerAddressMax: 2_000,
  socketsMax: 10_000,
  socketsKeptForKnown: 1_000,
  /** New sockets a second from one address; a hall's screens all come back at once. */
  newSocketsPerSecond: 100,
  newSocketBurst: 4_000,
  socketsRetryAfterSeconds: 5,
  /** Views that one socket may watch; a supervisor's page may watch every console. */
  watchesPerSocketMax: 64,
  /** Messages a second that one socket may send, and how many may come at once. */
  anonymousMessagesPerSecond: 10,
  anonymousMessageBurst: 40,
  knownMessagesPerSecond: 2_000,
  knownMessageBurst: 4_000,
  /** Bytes a reader may leave unread in the hub before it is let go: some 250 views. */
  unreadBytesMax: 1_048_576,
  unreadMessagesMax: 256,
  /** How long a reader that was let go has to take its goodbye; then the line is cut. */
  slowGoodbyeMs: 2_000,
  /** Calls sent again to a reader that was away; its view shows the last ten anyway. */
  missedCallsMax: 200,

  /** A view goes out at once after quiet, then at most this often a room. */
  viewGapMs: 50,
  /** The same for people who wait when somebody else’s turn moves their line. */
  placeGapMs: 1_000,
  /** Estimates age and promises near: rooms with readers are told again at least this often. */
  viewRefreshMs: 15_000,
  /** How often identities of open sockets, slow readers and device presence are looked at. */
  socketSweepMs: 5_000,

  /** Questions about days that never happened: one runs, these may wait, these are remembered. */
  whatIfWaitingMax: 5,
  whatIfKeptMax: 20,
  whatIfStaysMax: 2_000,
  /** A question that takes longer is given up; so is one that needs more memory. */
  whatIfRunMs: 180_000,
  whatIfHeapMebibytesMax: 1_024,
  whatIfRetryAfterSeconds: 10,

  /** How often the files of the certificate are looked at, for a renewed one. */
  tlsLookMs: 60_000,

  stopWithinMs: 10_000,
} as const;
