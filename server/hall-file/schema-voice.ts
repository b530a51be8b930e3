import { Type, type TOptional } from '@sinclair/typebox';
import { languages } from '#core/vocabulary.ts';
import { closed, oneOf } from '#protocol/fields.ts';
import { speechKinds, type SpeechKind } from '#protocol/words/spoken.ts';
import { defaults } from './defaults.ts';
import { expects, id, list, whole, words, written } from './schema-parts.ts';
import { formWords as forms } from './words.ts';

const span = expects(
  Type.String({
    pattern: '^(?:[01]\\d|2[0-3]):[0-5]\\d-(?:(?:[01]\\d|2[0-3]):[0-5]\\d|24:00)$',
    description: 'HH:MM-HH:MM in local time; may run over midnight',
  }),
  forms.span,
);

const template = words('Wording of the voice', 200);

/** How calls are spoken: docs/voice.md. */
export const voice = closed({
  spoken: Type.Optional(
    Type.Boolean({ default: defaults.spoken, description: 'false: the chime alone' }),
  ),
  volume: Type.Optional(whole(0, 100, 'Chime and voice, in percent', defaults.volume)),
  languages: Type.Optional(
    Type.Array(oneOf(languages), {
      minItems: 1,
      maxItems: languages.length,
      uniqueItems: true,
      description: 'Said in this order (default: the hall’s languages)',
    }),
  ),
  oneAsYao: Type.Optional(
    Type.Boolean({
      default: defaults.oneAsYao,
      description: 'Says yao for one in numbers of tickets',
    }),
  ),
  quietHours: Type.Optional(list(span, 0, 12, 'The chime sounds alone')),
  pack: Type.Optional(id('Voice pack of the data folder (default: the one of the voice page)')),
  model: Type.Optional(written('Folder of a sherpa-onnx model (default: none)', 200)),
  voices: Type.Optional(
    closed({
      zh: Type.Optional(written('Voice of espeak-ng, such as cmn-latn-pinyin', 64)),
      en: Type.Optional(written('Voice of espeak-ng, such as en-gb', 64)),
    }),
  ),
  wordsPerMinute: Type.Optional(
    whole(80, 300, 'Speed of a synthetic voice', defaults.wordsPerMinute),
  ),
  screen: Type.Optional(
    written('Name of the lobby screen that speaks (default: whichever is there)', 200),
  ),
  templates: Type.Optional(
    closed(
      Object.fromEntries(speechKinds.map((kind) => [kind, Type.Optional(template)])) as Record<
        SpeechKind,
        TOptional<typeof template>
      >,
    ),
  ),
});
