import type { DevicePorts } from '../device.ts';
import { deviceOnLink, notConnected } from '../device-on-link.ts';
import { readFrames } from '../frames/frame-reader.ts';
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
import { hexBytes, type Pad, type PadFace } from './pad.ts';

/**
 * A pad on a serial line, by a profile.
 *
 * Follows no maker's document: none is public. Whatever a profile says is the installer's, from the
 * sheet that came with the pad; it was tried against an emulator only. Such a pad says nothing of
 * itself: *ready* means that its line is open.
 */
export function openFramePad(profile: FrameProfile, { link, clock, log }: DevicePorts): Pad {
  const cell = notConnected();
  const bell = createKeyBell(clock);
  let stream: ByteStream | null = null;
  const keys = new Map(Object.entries(profile.keys).map(([key, act]) => [key.toLowerCase(), act]));
  const gapMs = gapOf(profile);

  const device = deviceOnLink(link, cell, (opened) => {
    let meaningless = 0;
    const take = (frame: Buffer): void => {
      const key = keyOf(frame, profile);
      if (key === null) return;
      const act = keys.get(key);
      if (act === undefined) {
        meaningless += 1;
        log.debug({ pad: link.address, key }, 'a key without a meaning');
      } else {
        bell.press(act);
      }
    };
    const frames = readFrames(opened, {
      cut: cutByProfile(profile),
      take,
      heldBytesMax: frameBytesMax,
      idle:
        gapMs === null
          ? { clock, afterMs: staleMs }
          : { clock, afterMs: gapMs, end: frameAtGap(profile) },
    });
    stream = opened;
    cell.set('ready');
    return {
      get dropped() {
        return frames.dropped + meaningless;
      },
      end() {
        frames.end();
        stream = null;
      },
    };
  });

  return Object.assign(device, {
    onKey: bell.onKey,
    show(face: PadFace) {
      const bytes = profile.shows?.[face];
      if (bytes === undefined || stream === null) return;
      // What a pad shows is a kindness: a line that takes nothing shows itself elsewhere.
      stream.write(hexBytes(bytes)).catch(() => undefined);
    },
  });
}
