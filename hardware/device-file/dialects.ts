import { Type, type TProperties } from '@sinclair/typebox';
import type { AttachedKind } from '#core/vocabulary.ts';
import { boardSettings } from '../boards/open-board.ts';
import { padSettings } from '../pads/open-pad.ts';
import { printerDialects } from '../printers/open-printer.ts';
import { printerSettings } from '../printers/settings.ts';
import { readerSettings } from '../readers/open-reader.ts';

/**
 * What a device file may hold for every kind and dialect: the settings as the drivers publish them.
 * A new dialect is a file beside its driver and a line in its kind's own table.
 */
export const dialects: Readonly<Record<AttachedKind, Readonly<Record<string, TProperties>>>> = {
  printer: Object.fromEntries(Object.keys(printerDialects).map((name) => [name, printerSettings])),
  board: propertiesOf(boardSettings),
  pad: propertiesOf(padSettings),
  reader: propertiesOf(readerSettings),
};

function propertiesOf(
  settings: Readonly<Record<string, { readonly properties: TProperties }>>,
): Readonly<Record<string, TProperties>> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, { properties }]) => [name, properties]),
  );
}

/** Where a device stands: at a counter, or beside a kiosk. */
export const placesOf: Readonly<Record<AttachedKind, TProperties>> = {
  printer: {
    kiosk: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 200,
        pattern: '\\S',
        description: 'Name or id of the kiosk it prints for (default: every kiosk)',
      }),
    ),
  },
  board: { counter: counterId('The counter whose state it shows') },
  pad: { counter: counterId('The counter it stands at') },
  reader: {
    kiosk: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 200,
        pattern: '\\S',
        description: 'Name or id of the kiosk that is told who is there',
      }),
    ),
  },
};

function counterId(description: string) {
  return Type.String({ pattern: '^[A-Za-z0-9-]{1,4}$', description });
}
