import { createFrameReader } from '../../frames/frame-reader.ts';
import { textBytes, textFields } from '../../readers/id-card-text.ts';
import {
  cutIdFrame,
  idCommands,
  idFrame,
  idFrameBytesMax,
  idResults,
} from '../../readers/id-reader-frames.ts';
import {
  answering,
  createBell,
  type DeviceEmulator,
  type DeviceFault,
} from '../device-emulator.ts';
import { cardAddress, cardForLong, cardOffice, sampleCard, type CardText } from './card-words.ts';

export { sampleCard, type CardText };

const photoBytes = 1_024;

/**
 * A reader with a SAM_V module: find, select, read. `card NUMBER NAME` lays a card on it, `leave`
 * takes it away; a card that was read is found again only after it has left.
 */
export function createIdReader(options: {
  readonly fault: DeviceFault | null;
}): DeviceEmulator & { lay(card: CardText): void; leave(): void } {
  const bell = createBell();
  let card: CardText | null = null;
  let step: 'field' | 'found' | 'selected' | 'read' = 'field';

  const lay = (next: CardText): void => {
    card = next;
    step = 'field';
    bell.ring();
  };
  const leave = (): void => {
    card = null;
    step = 'field';
    bell.ring();
  };
  const answerTo = (command: Buffer): Buffer => {
    const is = ([cmd, para]: readonly [number, number]): boolean =>
      command.length === 2 && command[0] === cmd && command[1] === para;
    if (is(idCommands.status) || is(idCommands.samNumber)) return result(idResults.ok);
    if (is(idCommands.findCard)) {
      if (card === null || step === 'read') return result(idResults.noCard);
      step = 'found';
      return result(idResults.found, Buffer.alloc(4));
    }
    if (is(idCommands.selectCard)) {
      if (card === null || step !== 'found') return result(idResults.selectFailed);
      step = 'selected';
      return result(idResults.ok, Buffer.alloc(8));
    }
    if (is(idCommands.readTextAndPhoto)) {
      if (card === null || step !== 'selected') return result(idResults.readFailed);
      step = 'read';
      const lengths = Buffer.from('01000400', 'hex');
      return result(
        idResults.ok,
        Buffer.concat([lengths, textOf(card), Buffer.alloc(photoBytes, 7)]),
      );
    }
    return result(idResults.badCommand);
  };

  return {
    lay,
    leave,
    act(words) {
      const [what, number = sampleCard.number, name = sampleCard.name] = words.trim().split(/\s+/);
      if (what === 'card') lay({ number, name });
      else if (what === 'leave') leave();
    },
    // A card's text is never written to a file, emulated or not.
    text: () => (card === null ? 'no card\n' : 'a card lies on the reader\n'),
    onChange: bell.onChange,
    attach(stream) {
      const { fault } = options;
      const answer = answering(stream, fault);
      const reader = createFrameReader<Buffer>({
        cut: cutIdFrame,
        take: (command) => {
          answer(
            fault === 'refuses'
              ? idFrame(result(idResults.notLicensed))
              : idFrame(answerTo(command)),
          );
        },
        heldBytesMax: idFrameBytesMax,
      });
      stream.onBytes((bytes) => {
        reader.push(bytes);
      });
    },
  };
}

function result(sw3: number, data: Uint8Array = Buffer.alloc(0)): Buffer {
  return Buffer.concat([Buffer.of(0, 0, sw3), data]);
}

function textOf({ number, name, kind }: CardText): Buffer {
  const block = Buffer.from(' '.repeat(textBytes / 2), 'utf16le');
  const put = (field: keyof typeof textFields, value: string): void => {
    const [at, bytes] = textFields[field];
    block.write(value.padEnd(bytes / 2), at, bytes, 'utf16le');
  };
  put('name', name);
  put('sex', '1');
  put('ethnicGroup', '01');
  put('birth', number.slice(6, 14));
  put('address', cardAddress);
  put('number', number);
  put('office', cardOffice);
  put('validFrom', '20200101');
  put('validTo', cardForLong);
  if (kind !== undefined) block.write(kind, 248, 2, 'utf16le');
  return block;
}
