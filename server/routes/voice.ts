import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { languages, type Text } from '#core/vocabulary.ts';
import { closed, Id, LanguageWord, oneOf, ShortText } from '#protocol/fields.ts';
import { discourteousIn } from '#protocol/words/courteous.ts';
import { problemOf } from '#protocol/words/problems.ts';
import { speechKinds } from '#protocol/words/spoken.ts';
import type { Desk } from '#server/desk/desk.ts';
import { hubProblem, plainProblem } from '#server/desk/hub-problem.ts';
import type { HallVoice } from '#server/voice/hall-voice.ts';
import { voiceLimits } from '#server/voice/limits.ts';
import { tried, wordingOf } from '#server/voice/speech-of.ts';
import { clipFaultWords } from '#server/voice/words/faults.ts';
import { promptsFor } from '#server/voice/words/prompts.ts';
import { phraseOf, spokenText } from '#server/voice/words/speech.ts';
import { described } from './described.ts';

const group = 'Voice';
const PackParams = closed({ pack: Id });
const ClipParams = closed({ pack: Id, key: Id });
const About = closed({ name: ShortText, speaker: ShortText, licence: ShortText });
const Choice = closed({
  pack: Type.Union([Type.String({ maxLength: 32 }), Type.Null()], {
    description: 'null: no recorded voice',
  }),
});
const Trial = closed({
  kind: Type.Optional(oneOf(speechKinds)),
  language: LanguageWord,
  number: Type.Optional(Type.String({ pattern: '^[A-Z]{0,2}[0-9]{1,5}$' })),
  counter: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9-]{1,4}$' })),
  minutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 120 })),
  template: Type.Optional(
    Type.String({ minLength: 1, maxLength: 200, description: 'Wording that is tried out' }),
  ),
});
const open = { additionalProperties: true };
const ClipAnswer = Type.Object({ lufs: Type.Number(), keptLufs: Type.Number() }, open);
const PackAnswer = Type.Object({ id: Type.String(), isChosen: Type.Boolean() }, open);

/** The voice of the hall: how it stands, recorded packs, and the clips that screens play. */
export function voiceRoutes(app: FastifyInstance, desk: Desk, voice: HallVoice): void {
  const supervisor = { config: { who: ['supervisor'] as const } };
  const { studio } = voice;

  // Rendered sentences: a number and a counter, as everybody in the hall hears them (`privacy`).
  app.get<{ Params: { file: string } }>('/api/voice/clips/:file', {
    schema: { hide: true },
    async handler(request, reply) {
      const name = /^(?<name>[\w-]+)\.wav$/.exec(request.params.file)?.groups?.name ?? '';
      const bytes = await voice.clip(name);
      if (bytes === null) throw plainProblem('unknown', 'no-such-address');
      // The name holds the content's hash: what it stands for never changes.
      return reply
        .header('cache-control', 'public, max-age=31536000, immutable')
        .header('etag', `"${name}"`)
        .type('audio/wav')
        .send(bytes);
    },
  });

  app.get('/api/voice', {
    ...supervisor,
    schema: described({
      group,
      summary: 'How the voice stands: sources, packs, prompts, screens',
      who: ['supervisor'],
      answers: { 200: Type.Object({}, open) },
    }),
    async handler(_, reply) {
      const [{ sources, pack }, packs] = await Promise.all([studio.report(), studio.packs()]);
      const config = voice.config();
      const wording = wordingOf(config);
      reply.header('cache-control', 'no-store');
      return {
        config,
        sources,
        pack,
        isPackFixed: config.pack !== null,
        packs,
        prompts: languages.flatMap((language) => promptsFor(language, wording)),
        screens: voice.screens(),
        discourteous: discourteousTemplates(wording.templates),
        clipSecondsMax: voiceLimits.clipSecondsMax,
      };
    },
  });

  app.post<{ Body: Static<typeof Trial> }>('/api/voice/trial', {
    ...supervisor,
    schema: described({
      group,
      summary: 'Render a sentence to listen to',
      who: ['supervisor'],
      body: { ...Trial, examples: [{ language: 'zh', number: 'A012', counter: '3' }] },
      answers: { 200: Type.Object({ url: Type.String() }, open) },
    }),
    async handler({ body }) {
      const { kind = 'call', language, number = 'A012', counter = '3', minutes = 15 } = body;
      const facts = { kind, number, counter, minutes };
      const clip = await voice.trial(facts, language, body.template);
      if (clip === null) throw plainProblem('unknown', 'no-voice');
      return clip;
    },
  });

  app.post<{ Body: Static<typeof Trial> }>('/api/voice/wording', {
    ...supervisor,
    schema: described({
      group,
      summary: 'What would be spoken, in words: also where there is no voice',
      who: ['supervisor'],
      body: {
        ...Trial,
        examples: [{ language: 'zh', template: '请 {number} 号 到 {counter} 号窗口。' }],
      },
      answers: { 200: closed({ text: Type.String() }) },
    }),
    async handler({ body }, reply) {
      const { kind = 'call', language, number = 'A012', counter = '3', minutes = 15 } = body;
      const own = wordingOf(voice.config());
      const wording = body.template === undefined ? own : tried(own, kind, body.template);
      reply.header('cache-control', 'no-store');
      return { text: spokenText(phraseOf({ kind, number, counter, minutes }, language, wording)) };
    },
  });

  app.put<{ Params: Static<typeof PackParams>; Body: Static<typeof About> }>(
    '/api/voice/packs/:pack',
    {
      ...supervisor,
      schema: described({
        group,
        summary: 'Make a pack, or say who speaks in it',
        who: ['supervisor'],
        params: PackParams,
        body: About,
        answers: { 200: PackAnswer },
      }),
      async handler({ params: { pack }, body }) {
        if (!(await studio.describePack(pack, body))) throw plainProblem('unknown', 'no-pack');
        return packNamed(pack);
      },
    },
  );

  app.delete<{ Params: Static<typeof PackParams> }>('/api/voice/packs/:pack', {
    ...supervisor,
    schema: described({
      group,
      summary: 'Remove a pack with its clips',
      who: ['supervisor'],
      params: PackParams,
      answers: { 200: closed({ removed: Type.Boolean() }) },
    }),
    async handler({ params: { pack } }) {
      if (!(await studio.dropPack(pack))) throw plainProblem('unknown', 'no-pack');
      return { removed: true };
    },
  });

  app.post<{ Body: Static<typeof Choice> }>('/api/voice/pack', {
    ...supervisor,
    schema: described({
      group,
      summary: 'Choose the pack that speaks',
      who: ['supervisor'],
      body: Choice,
      answers: { 200: Choice },
    }),
    async handler({ body: { pack } }) {
      if (!(await studio.choosePack(pack))) throw plainProblem('unknown', 'no-pack');
      return { pack };
    },
  });

  app.get<{ Params: Static<typeof PackParams> }>('/api/voice/packs/:pack/archive', {
    ...supervisor,
    schema: described({
      group,
      summary: 'A pack as a ZIP archive',
      who: ['supervisor'],
      params: PackParams,
      answers: {
        200: {
          description: 'manifest.json and its clips',
          content: { 'application/zip': { schema: Type.String({ format: 'binary' }) } },
        },
      },
    }),
    async handler({ params: { pack } }, reply) {
      const archive = await studio.archive(pack);
      if (archive === null) throw plainProblem('unknown', 'no-pack');
      return reply
        .header('content-disposition', `attachment; filename="voice-${pack}.zip"`)
        .header('cache-control', 'no-store')
        .type('application/zip')
        .send(Buffer.from(archive));
    },
  });

  app.delete<{ Params: Static<typeof ClipParams> }>('/api/voice/packs/:pack/clips/:key', {
    ...supervisor,
    schema: described({
      group,
      summary: 'Remove one prompt of a pack',
      who: ['supervisor'],
      params: ClipParams,
      answers: { 200: closed({ removed: Type.Boolean() }) },
    }),
    async handler({ params: { pack, key } }) {
      if (!(await studio.dropClip(pack, key))) throw plainProblem('unknown', 'no-pack');
      return { removed: true };
    },
  });

  // The one door that takes sound, and nothing else does.
  app.register(async (sound) => {
    sound.addContentTypeParser(/^audio\/(?:x-)?wav/, { parseAs: 'buffer' }, (_, body, done) => {
      done(null, body);
    });
    sound.put<{ Params: Static<typeof ClipParams>; Body: unknown }>(
      '/api/voice/packs/:pack/clips/:key',
      {
        ...supervisor,
        bodyLimit: voiceLimits.clipBytesMax * 2,
        schema: described({
          group,
          summary: 'Keep one prompt, as audio/wav',
          description:
            'It is trimmed, and brought to -16 LUFS (ITU-R BS.1770-4); `faults` says what could be better.',
          who: ['supervisor'],
          params: ClipParams,
          answers: { 200: ClipAnswer },
        }),
        async handler({ params: { pack, key }, body }) {
          if (!Buffer.isBuffer(body)) throw plainProblem('unsupported-media-type');
          const kept = await studio.keepClip(pack, key, body);
          if (kept.ok) return kept;
          if (kept.why === 'no-pack') throw plainProblem('unknown', 'no-pack');
          throw clipRefused(clipFaultWords[kept.why]);
        },
      },
    );
  });

  async function packNamed(id: string): Promise<object> {
    const found = (await studio.packs()).find((each) => each.id === id);
    if (found === undefined) throw plainProblem('unknown', 'no-pack');
    return found;
  }

  desk.hall.presence.setSpeaker(voice.speaker());
}

function clipRefused(words: Text) {
  return hubProblem((language) => ({
    ...problemOf('bad-input', language),
    detail: words[language],
  }));
}

/** Wording of the hall's own that a hall would not say (`courteous-words`): to be mended. */
function discourteousTemplates(templates: Readonly<Record<string, Text>>) {
  return Object.entries(templates).flatMap(([kind, template]) =>
    languages.flatMap((language) =>
      discourteousIn(template[language], language).map((word) => ({ kind, language, word })),
    ),
  );
}
