import { createStateCell, type DevicePorts } from '../device.ts';
import { createFrameReader, type FrameReader } from '../frames/frame-reader.ts';
import type { ByteStream } from '../transports/byte-stream.ts';
import {
  cutByProfile,
  frameAtGap,
  frameBytesMax,
  gapOf,
  keyOf,
  staleMs,
  type FrameProfile,
} from './frame-profile.ts';
import { createKeyBell } from './key-bell.ts';
import { hexBytes, type Pad } from './pad.ts';

/**
 * A pad on a serial line, by a profile.
 *
 * Follows no maker's document: none is public. Whatever a profile says is the installer's, from the
 * sheet that came with the pad; it was tried against an emulator only. Such a pad says nothing of
 * itself: *ready* means that its line is open.
 */
export function openFramePad(profile: FrameProfile, { link, clock, log }: DevicePorts): Pad {
  const cell = createStateCell('offline', 'not connected yet');
  const bell = createKeyBell(clock);
  let stream: ByteStream | null = null;
  let reader: FrameReader | null = null;
  let stopBytes: (() => void) | null = null;
  let dropped = 0;
  const keys = new Map(Object.entries(profile.keys).map(([key, act]) => [key.toLowerCase(), act]));
  const gapMs = gapOf(profile);

  const take = (frame: Buffer): void => {
    const key = keyOf(frame, profile);
    if (key === null) return;
    const act = keys.get(key);
    if (act === undefined) {
      dropped += 1;
      log.debug({ pad: link.address, key }, 'a key without a meaning');
    } else {
      bell.press(act);
    }
  };
  const letGo = (): void => {
    stopBytes?.();
    reader?.reset();
    dropped += reader?.dropped ?? 0;
    reader = null;
    stopBytes = null;
    stream = null;
  };

  const stopUp = link.onUp((opened) => {
    letGo();
    stream = opened;
    const fresh = createFrameReader<Buffer>({
      cut: cutByProfile(profile),
      take,
      heldBytesMax: frameBytesMax,
      idle:
        gapMs === null
          ? { clock, afterMs: staleMs }
          : { clock, afterMs: gapMs, end: frameAtGap(profile) },
    });
    reader = fresh;
    stopBytes = opened.onBytes((bytes) => {
      fresh.push(bytes);
    });
    cell.set('ready');
  });
  const stopDown = link.onDown((why) => {
    letGo();
    cell.set('offline', why);
  });

  return {
    get state() {
      return cell.state;
    },
    get detail() {
      return cell.detail;
    },
    get dropped() {
      return dropped + (reader?.dropped ?? 0);
    },
    onState: (told) => cell.onState(told),
    onKey: (told) => bell.onKey(told),
    show(face) {
      const bytes = profile.shows?.[face];
      if (bytes === undefined || stream === null) return;
      // What a pad shows is a kindness: a line that takes nothing shows itself elsewhere.
      stream.write(hexBytes(bytes)).catch(() => undefined);
    },
    async close() {
      stopUp();
      stopDown();
      letGo();
      link.close();
    },
  };
}
