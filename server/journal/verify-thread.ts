import type { VerifyReport } from './journal.ts';
import { sendNote, serveThread } from './thread-call.ts';
import { verifyFolder } from './verifying.ts';

/**
 * One verification: minutes of reading and hashing on a long history, beside the hub's other
 * threads.
 */
const functions = {
  verify(dataDir: string): VerifyReport {
    return verifyFolder(dataDir, (doneCount, totalCount) => {
      sendNote({ doneCount, totalCount });
    });
  },
  close(): void {},
};

export type VerifyFunctions = typeof functions;

serveThread(functions);
