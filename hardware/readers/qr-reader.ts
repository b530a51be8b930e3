import { Type, type Static } from '@sinclair/typebox';
import iconv from 'iconv-lite';
import type { DevicePorts } from '../device.ts';
import { deviceOnLink, notConnected } from '../device-on-link.ts';
import { drop, more, readFrames, type Cut } from '../frames/frame-reader.ts';
import type { Read, Reader } from './reader.ts';
import { seal } from './sealed.ts';

/**
 * A code scanner on a serial line or USB-CDC: what the code holds, then a carriage return, a line
 * feed or both; where the scanner was set up without, silence ends it.
 *
 * Follows the common set-up of serial scanners (9600 8N1, suffix CR or CR LF); no maker's document.
 * Tried against an emulator only. Chinese comes as UTF-8 or GB18030: the first is tried first.
 */
export const qrReaderSettings = Type.Object(
  {
    /** Silence that ends a code without a suffix. */
    gapMs: Type.Optional(Type.Integer({ minimum: 20, maximum: 2_000 })),
  },
  { additionalProperties: false },
);
type Settings = Static<typeof qrReaderSettings>;

/** A QR code of a queue's kind is short; the largest there is holds 2,953 bytes. */
export const codeBytesMax = 1_024;

export function openQrReader(settings: Settings, { link, clock }: DevicePorts): Reader {
  const { gapMs = 120 } = settings;
  const cell = notConnected();
  const listeners = new Set<(read: Read) => void>();

  const take = (bytes: Buffer): void => {
    const text = textOf(bytes);
    bytes.fill(0);
    if (text === '') return;
    for (const told of [...listeners]) told({ kind: 'qr', text: seal(text, 'code') });
  };
  const device = deviceOnLink(link, cell, (stream) => {
    const codes = readFrames(stream, {
      cut: cutCode,
      take,
      heldBytesMax: codeBytesMax,
      idle: { clock, afterMs: gapMs, end: (held) => held },
    });
    cell.set('ready');
    return codes;
  });

  return Object.assign(device, {
    onRead(told: (read: Read) => void) {
      listeners.add(told);
      return () => void listeners.delete(told);
    },
  });
}

/** Up to a CR or LF; those that stand in front are left over from the code before. */
export function cutCode(held: Buffer): Cut<Buffer> {
  const end = held.findIndex((byte) => byte === 0x0d || byte === 0x0a);
  if (end === -1) return held.length > codeBytesMax ? drop(held.length) : more;
  return { kind: 'frame', bytes: end + 1, frame: held.subarray(0, end) };
}

/** UTF-8 where it is that, else GB18030; without controls. */
export function textOf(bytes: Uint8Array): string {
  return decoded(bytes)
    .replaceAll(/\p{Cc}/gu, '')
    .trim();
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8, which is what was asked.
    return iconv.decode(Buffer.from(bytes), 'gb18030');
  }
}
