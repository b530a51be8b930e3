import type { Cut } from './escpos-command.ts';
import type { PrinterFault } from './faults.ts';

/** What printers speak, as npm run emulate names it. */
export const printerDialects = ['escpos', 'star'] as const;
export type PrinterDialectName = (typeof printerDialects)[number];

/** What a printer gives to its tongue. */
export interface Mouth {
  readonly fault: PrinterFault | null;
  answer(bytes: Uint8Array): void;
  /** A person's or a command's recovery: what is held is thrown away, the fault is over. */
  recover(): void;
}

/**
 * What makes a printer one of its make: how its bytes are cut into commands (named as the roll of
 * paper knows them, which is by ESC/POS) and how it tells about itself.
 */
export interface Tongue {
  readonly cut: (held: Buffer, isChinese: boolean) => Cut;
  /** Everything that arrives, at once: some questions are answered ahead of what is queued. */
  hear(bytes: Uint8Array): void;
  /** A command in its turn. True: it was about the printer's state, and nothing is printed. */
  obey(command: { readonly name: string; readonly bytes: Buffer }): boolean;
  /** The fault may be another one. */
  changed(): void;
  /** What it would say unasked; stands among the answers of a `mixed` printer. */
  unasked(): Buffer;
  lineEnded(): void;
}
