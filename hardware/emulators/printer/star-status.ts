import { isStopped, type PrinterFault } from './faults.ts';

/** Bits of a 5-bit counter as its byte holds them: bits 0 and 4 of every status byte stay zero. */
const counterBits = [0x02, 0x04, 0x08, 0x20, 0x40];

/**
 * Star's automatic status, nine bytes (Star Line Mode Command Specifications, appendix 2). Over a
 * network bit 7 of the second byte is set, and two bytes follow: how many more there are, none.
 *
 * @param etbs how many ETBs it has worked off; counts modulo 32
 */
export function starStatus(
  fault: PrinterFault | null,
  etbs: number,
  isEtbDone: boolean,
  isNetwork: boolean,
): Buffer {
  const counter = counterBits.reduce((byte, bit, at) => byte | ((etbs >> at) & 1 ? bit : 0), 0);
  const frame = [
    0x23,
    isNetwork ? 0x86 : 0x06,
    (isEtbDone ? 0x02 : 0) | (isStopped(fault) ? 0x08 : 0) | (fault === 'cover-open' ? 0x20 : 0),
    fault === 'cutter-jam' ? 0x08 : 0,
    0,
    fault === 'paper-out' ? 0x0c : fault === 'paper-low' ? 0x04 : 0,
    0,
    counter,
    0,
  ];
  return Buffer.from(isNetwork ? [...frame, 0, 0] : frame);
}
