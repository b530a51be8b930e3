/** A thread for tests that ends in the middle of a call, as one without memory would. */
import { serveThread } from '#journal/thread-call.ts';

serveThread({
  leave(): void {
    process.exit(1);
  },
  close(): void {},
});
