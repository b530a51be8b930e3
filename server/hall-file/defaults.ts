/**
 * What holds where a hall file says nothing. Used by the schema (so that an editor shows it) and by
 * the reader (so that the journal holds it).
 */
export const defaults = {
  closingNoticeMinutes: 15,
  promiseMinutes: 10,
  expectedMinutes: 5,
  routinePause: 'strict',
  signOff: 'strict',
  handover: 'covered',
  noShowMinCalls: 2,
  noShowMinSeconds: 60,
  noShowRejoinAfter: 3,
  recallMax: 5,
  recallGapSeconds: 3,
  startOnCall: false,
  maxOpenTicketsPerPerson: 1,
  handoverMaxMinutes: 10,
  transfer: 'keep',
  ratingMinutes: 5,
  lockAfterMinutes: 15,
  openEveryDay: 'strict',
  mayCallOutOfOrder: true,
  calledLessScope: 'hall',
  ticketLanguage: 'customer',
  spoken: true,
  volume: 80,
  oneAsYao: false,
  wordsPerMinute: 150,
} as const;

/** The longest hall file read; a hall of two hundred counters needs a tenth of it. */
export const hallFileLengthMax = 1_048_576;
