import { cutCommand } from './escpos-command.ts';
import { automaticStatus, paperStatus, realTimeStatus } from './escpos-status.ts';
import type { Mouth, Tongue } from './tongue.ts';

export function createEscposTongue(mouth: Mouth): Tongue {
  let reportMask = 0;
  let lastReport = '';

  const report = (isForced: boolean): void => {
    const bytes = automaticStatus(mouth.fault);
    const text = bytes.toString('hex');
    if (!isForced && text === lastReport) return;
    lastReport = text;
    if (reportMask !== 0) mouth.answer(bytes);
  };

  return {
    cut: cutCommand,
    /** DLE EOT and DLE ENQ, wherever a read ends. */
    hear: createRealTime((command, n) => {
      if (command === 0x04 && n >= 1 && n <= 4) {
        mouth.answer(Uint8Array.of(realTimeStatus(mouth.fault, n)));
      }
      if (command === 0x05 && n === 2 && mouth.fault === 'cutter-jam') mouth.recover();
    }),
    obey({ name, bytes }) {
      const n = bytes[0] ?? 0;
      switch (name) {
        case 'GS r':
          mouth.answer(Uint8Array.of(n === 1 || n === 49 ? paperStatus(mouth.fault) : 0));
          return true;
        case 'GS a':
          reportMask = n;
          if (n !== 0) report(true);
          return true;
        case 'GS I':
          mouth.answer(identity(n));
          return true;
        case 'ESC @':
          reportMask = 0;
          return false;
        default:
          return false;
      }
    },
    changed() {
      report(false);
    },
    unasked: () => automaticStatus(mouth.fault),
    lineEnded() {
      reportMask = 0;
    },
  };
}

function createRealTime(obey: (command: number, n: number) => void) {
  let state: 'idle' | 'dle' | 'command' = 'idle';
  let command = 0;
  return (bytes: Uint8Array): void => {
    for (const byte of bytes) {
      if (state === 'command') {
        state = 'idle';
        obey(command, byte);
      } else if (state === 'dle' && (byte === 0x04 || byte === 0x05)) {
        state = 'command';
        command = byte;
      } else {
        state = byte === 0x10 ? 'dle' : 'idle';
      }
    }
  };
}

/** GS I: a byte for 1 to 3, else `_` text 00. */
function identity(n: number): Buffer {
  if (n < 65) return Buffer.from([0x02]);
  const text =
    { 65: '1.0', 66: 'PAIHAO', 67: 'EMULATOR', 68: '0001', 69: 'CHINA GB18030' }[n] ?? '';
  return Buffer.concat([Buffer.from('_'), Buffer.from(text), Buffer.from([0])]);
}
