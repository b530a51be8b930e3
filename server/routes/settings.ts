import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import type { HallConfig } from '#core/hall-config.ts';
import { closed } from '#protocol/fields.ts';
import type { Desk } from '#server/desk/desk.ts';
import { plainProblem } from '#server/desk/hub-problem.ts';
import { keptPinsSchema } from '#server/hall-file/schema.ts';
import { limits } from '#server/limits.ts';
import type { SettingsCheck, SettingsView } from '#server/settings/answers.ts';
import { readSettings } from '#server/settings/read-settings.ts';
import { toSettings } from '#server/settings/to-settings.ts';
import { described } from './described.ts';

const anything = Type.Object({}, { additionalProperties: true });
const CheckBody = closed({
  settings: Type.Object({}, { additionalProperties: true, description: 'As GET answers them' }),
  base: Type.Integer({ minimum: 0, description: 'The revision that the draft began from' }),
});

/** The hall's settings, edited in the browser: for supervisors. */
export function settingsRoutes(app: FastifyInstance, desk: Desk): void {
  const { dispatch } = desk.hall;
  const who = ['supervisor'] as const;
  const group = 'Settings';

  function present(): { readonly config: HallConfig; readonly revision: number } {
    const { config, configRevision } = dispatch.state();
    if (config === null) throw plainProblem('unknown', 'no-day');
    return { config, revision: configRevision };
  }

  app.get('/api/settings', {
    config: { who },
    schema: described({
      group,
      summary: 'What holds, what is planned, and the schema of the fields',
      who,
      answers: { 200: anything },
    }),
    async handler(_, reply) {
      const { config, revision } = present();
      const view: SettingsView = {
        revision,
        settings: toSettings(config),
        planned: null,
        training: config.training,
        schema: keptPinsSchema,
        today: dispatch.state().day ?? '',
        nextOpening: null,
      };
      return reply.header('cache-control', 'no-store').send(view);
    },
  });

  app.post<{ Body: Static<typeof CheckBody> }>('/api/settings/check', {
    bodyLimit: limits.settingsBytesMax,
    config: { who },
    schema: described({
      group,
      summary: 'Mistakes of a draft, and when each change of it would take effect',
      description: 'Nothing is changed. The checks are those of the hall file.',
      who,
      body: CheckBody,
      answers: { 200: anything },
    }),
    async handler(request, reply) {
      const { config, revision } = present();
      const read = readSettings(request.body.settings, config.training);
      const check: SettingsCheck = {
        problems: read.ok ? [] : read.problems,
        effects: [],
        revision,
      };
      return reply.header('cache-control', 'no-store').send(check);
    },
  });
}
