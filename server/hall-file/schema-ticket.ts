import { Type } from '@sinclair/typebox';
import { ticketParts } from '#core/hall-config.ts';
import { closed, oneOf } from '#protocol/fields.ts';
import { defaults } from './defaults.ts';
import { expects, list, whole, words } from './schema-parts.ts';
import { formWords as forms } from './words.ts';

const line = closed({
  show: oneOf(ticketParts, { description: 'What stands in this line' }),
  text: Type.Optional(words('Words of a line that shows text', 200)),
  size: Type.Optional(whole(1, 8, 'Times the usual size (default: as is usual for the part)')),
  align: Type.Optional(
    oneOf(['left', 'center', 'right'] as const, { description: 'Where it stands' }),
  ),
  bold: Type.Optional(Type.Boolean({ description: 'Printed bold' })),
});

/** The printed ticket: docs/hall-file.md, previewed on the supervisor's pages. */
export const ticket = closed({
  language: Type.Optional(
    oneOf(['customer', 'both'] as const, {
      default: defaults.ticketLanguage,
      description: 'customer: the language chosen at the kiosk; both: every language of the hall',
    }),
  ),
  logo: Type.Optional(
    expects(
      Type.String({
        pattern: '^(?:data:image/png;base64,[A-Za-z0-9+/=]+|(?!data:)(?=.*\\S).{1,200})$',
        maxLength: 400_000,
        description: 'PNG file beside this one, at most 576 dots wide, or data:image/png;base64,…',
      }),
      forms.logo,
    ),
  ),
  lines: Type.Optional(list(line, 1, 40, 'From top to bottom (default: the house’s own)')),
});
