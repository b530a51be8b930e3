import { createStarCut } from './star-command.ts';
import { starStatus } from './star-status.ts';
import type { Mouth, Tongue } from './tongue.ts';

/** Star Line Mode. `isNetwork`: its status has a length behind it, as on Ethernet. */
export function createStarTongue(mouth: Mouth, isNetwork: boolean): Tongue {
  let isReporting = false;
  let etbs = 0;
  let isEtbDone = false;
  let lastReport = '';

  const status = (): Buffer => starStatus(mouth.fault, etbs, isEtbDone, isNetwork);

  const report = (): void => {
    lastReport = status().toString('hex');
    mouth.answer(status());
    // "This ETB status bit is cleared when returned to host."
    isEtbDone = false;
  };

  const clearCounter = (): void => {
    etbs = 0;
    isEtbDone = false;
  };

  return {
    cut: createStarCut(),
    hear: createRealTime(() => {
      mouth.answer(status());
    }),
    obey({ name, bytes }) {
      switch (name) {
        case 'ESC RS a':
          isReporting = (bytes[0] ?? 0) % 48 !== 0;
          lastReport = status().toString('hex');
          return true;
        case 'ESC RS E':
          clearCounter();
          return true;
        case 'ETB':
          etbs = (etbs + 1) % 32;
          isEtbDone = true;
          if (isReporting) report();
          return true;
        case 'CAN':
          clearCounter();
          return true;
        default:
          return false;
      }
    },
    changed() {
      if (isReporting && status().toString('hex') !== lastReport) report();
    },
    unasked: status,
    lineEnded() {
      isReporting = false;
    },
  };
}

/** ESC ACK SOH, wherever a read ends. */
function createRealTime(asked: () => void) {
  const question = [0x1b, 0x06, 0x01];
  let matched = 0;
  return (bytes: Uint8Array): void => {
    for (const byte of bytes) {
      matched = byte === question[matched] ? matched + 1 : byte === question[0] ? 1 : 0;
      if (matched < question.length) continue;
      matched = 0;
      asked();
    }
  };
}
