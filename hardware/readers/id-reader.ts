import { Type, type Static } from '@sinclair/typebox';
import type { DevicePorts } from '../device.ts';
import { deviceOnLink, notConnected } from '../device-on-link.ts';
import { createAsker, type Asker } from '../frames/ask.ts';
import { readIdCard } from './id-card-text.ts';
import {
  answerOf,
  cutIdFrame,
  idCommands,
  idFrame,
  idFrameBytesMax,
  idResults,
  textBlockOf,
  type IdAnswer,
} from './id-reader-frames.ts';
import type { Read, Reader } from './reader.ts';
import { seal } from './sealed.ts';

/**
 * A reader of second-generation ID cards (SAM_V module, serial 115200 8N1): finds, selects, reads.
 *
 * Follows the protocol pages softs.im and CSDN 85242964, and the readers of waitingsong and
 * lochyhuang for timing and card kinds. Unconfirmed: nothing was tried on a device; how long a
 * module takes to read (here up to 3 s), and the layout of a foreigner's card.
 *
 * What is read is handed on sealed and wiped here: it is not logged, not stored, and not kept.
 */
export const idReaderSettings = Type.Object(
  { pollMs: Type.Optional(Type.Integer({ minimum: 200, maximum: 5_000 })) },
  { additionalProperties: false },
);
type Settings = Static<typeof idReaderSettings>;

const answerWithinMs = 3_000;

export function openIdReader(settings: Settings, { link, clock, log }: DevicePorts): Reader {
  const { pollMs = 400 } = settings;
  const cell = notConnected();
  const listeners = new Set<(read: Read) => void>();

  const device = deviceOnLink(link, cell, (stream) => {
    const asker = createAsker(stream, {
      cut: cutIdFrame,
      heldBytesMax: idFrameBytesMax,
      clock,
      answerWithinMs,
      tries: 2,
      name: 'the reader',
    });
    let isOver = false;
    let cancelPoll: (() => void) | null = null;
    const poll = (): void => {
      cancelPoll = clock.after(pollMs, () => {
        void look(asker).then(
          (note) => {
            if (isOver) return;
            link.proven();
            cell.set('ready', note);
            poll();
          },
          (error: unknown) => {
            if (isOver) return;
            const why = error instanceof Error ? error.message : 'no answer';
            log.warn({ reader: link.address, why }, 'an ID card reader does not answer');
            link.drop(why);
          },
        );
      });
    };
    poll();
    return {
      get dropped() {
        return asker.dropped;
      },
      end() {
        isOver = true;
        cancelPoll?.();
        asker.end();
      },
    };
  });
  /** One look for a card; answers what staff have to know, or null. */
  const look = async (over: Asker<Buffer>): Promise<string | null> => {
    const read = await readOnce(over);
    if (typeof read === 'string' || read === null) return read;
    for (const told of [...listeners]) told(read);
    return null;
  };

  return Object.assign(device, {
    onRead(told: (read: Read) => void) {
      listeners.add(told);
      return () => void listeners.delete(told);
    },
  });
}

/** Finds, selects and reads. A card that was read is not found again until it has left the field. */
async function readOnce(over: Asker<Buffer>): Promise<Read | string | null> {
  const ask = (command: readonly [number, number]): Promise<IdAnswer> =>
    over.ask(idFrame(Buffer.from(command)), answerOf);
  const found = await ask(idCommands.findCard);
  if (found.result === idResults.noCard) return null;
  if (found.result !== idResults.found) return troubleOf(found.result);
  const selected = await ask(idCommands.selectCard);
  if (selected.result !== idResults.ok) return troubleOf(selected.result);
  const read = await ask(idCommands.readTextAndPhoto);
  if (read.result !== idResults.ok) return troubleOf(read.result);
  const block = textBlockOf(read);
  const card = block === null ? null : readIdCard(block);
  // The bytes, photo and all, go at once.
  read.data.fill(0);
  if (card === null) return 'a card could not be read';
  return { kind: 'id-card', card: seal(card, 'id card') };
}

/** A few words for staff. */
function troubleOf(result: number): string {
  switch (result) {
    case idResults.notLicensed:
      return 'the reader’s module is not licensed';
    case idResults.readFailed:
    case idResults.selectFailed:
    case idResults.noCard:
      return 'a card could not be read';
    default:
      return `the reader answers ${result.toString(16)}`;
  }
}
