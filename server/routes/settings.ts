import { readFile } from 'node:fs/promises';
import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { HallConfig } from '#core/hall-config.ts';
import { staffOf } from '#core/lookup.ts';
import { languages } from '#core/vocabulary.ts';
import { closed, Day, Id, oneOf, Reason } from '#protocol/fields.ts';
import { actorOf, type Desk } from '#server/desk/desk.ts';
import { plainProblem } from '#server/desk/hub-problem.ts';
import { problemOfOutcome } from '#server/desk/outcome-problem.ts';
import { keptPinsSchema } from '#server/hall-file/schema.ts';
import { limits } from '#server/limits.ts';
import type {
  PlannedSettings,
  SettingsCheck,
  SettingsPreview,
  SettingsView,
} from '#server/settings/answers.ts';
import { consequencesOf } from '#server/settings/consequences.ts';
import { effectsOf } from '#server/settings/check.ts';
import { differencesOf } from '#server/settings/differences.ts';
import type { HallSettings } from '#server/settings/draft.ts';
import { hallFileText } from '#server/settings/hall-file-text.ts';
import { createSettingsHistory } from '#server/settings/history.ts';
import { importHallFile } from '#server/settings/import-hall-file.ts';
import { merge } from '#server/settings/merge.ts';
import { orderPreview } from '#server/settings/order-preview.ts';
import { opensNext } from '#server/settings/present.ts';
import { readSettings } from '#server/settings/read-settings.ts';
import { toSettings } from '#server/settings/to-settings.ts';
import { shownHall, shownMoments } from '#server/what-if/shown-hall.ts';
import { described } from './described.ts';
import { alone, mistaken, newerThan, present, save, told } from './settings-saving.ts';

const anything = Type.Object({}, { additionalProperties: true });
const Settings = Type.Object(
  {},
  { additionalProperties: true, description: 'A hall file without pins and customers, as JSON' },
);
const Base = Type.Integer({ minimum: 0, description: 'The revision that the draft began from' });
const CheckBody = closed({ settings: Settings, base: Base });
const SaveBody = closed({
  settings: Settings,
  base: Base,
  from: oneOf(['now', 'next-opening']),
  why: Reason,
  override: Type.Optional(closed({ reason: Reason })),
});
const OrderBody = closed({ settings: Settings, counter: Id });
const PreviewBody = closed({
  settings: Settings,
  moment: oneOf(shownMoments),
  day: Type.Optional(Day),
  take: Type.Optional(
    closed({
      service: Id,
      class: Type.Optional(Id),
      language: Type.Optional(oneOf(languages)),
    }),
  ),
});
const ImportBody = closed({
  file: Type.String({ maxLength: limits.settingsBytesMax, description: 'A hall file (YAML)' }),
});
const RevisionParams = closed({ revision: Type.String({ pattern: '^[1-9]\\d{0,9}$' }) });
const yamlType = 'application/yaml; charset=utf-8';
const templatePath = new URL('../settings/template-hall.yaml', import.meta.url);

/** The hall's settings, edited in the browser: for supervisors. */
export function settingsRoutes(app: FastifyInstance, desk: Desk): void {
  const { dispatch, clock, journal } = desk.hall;
  const history = createSettingsHistory(journal);
  const who = ['supervisor'] as const;
  const group = 'Settings';
  const bodyLimit = limits.settingsBytesMax;
  const yaml = {
    200: { description: 'A hall file', content: { 'application/yaml': { schema: Type.String() } } },
  };

  app.get('/api/settings', {
    config: { who },
    schema: described({
      group,
      summary: 'What holds, what is planned, and the schema of the fields',
      who,
      answers: { 200: anything },
    }),
    async handler(_, reply) {
      return reply.header('cache-control', 'no-store').send(view());
    },
  });

  function view(): SettingsView {
    const state = dispatch.state();
    const { revision, config, now } = present(state);
    return {
      revision,
      settings: now,
      planned: planOf(now),
      training: config.training,
      schema: keptPinsSchema,
      today: state.day ?? '',
      nextOpening: openingBy(state.planned?.config ?? config),
    };
  }

  function openingBy(config: HallConfig): SettingsView['nextOpening'] {
    const opening = opensNext(dispatch.state(), config, clock.now());
    if (opening === null) return null;
    return { day: opening.day, at: new Date(opening.opensAtMs).toISOString() };
  }

  function planOf(now: HallSettings): PlannedSettings | null {
    const { planned, config } = dispatch.state();
    if (planned === null || config === null) return null;
    const settings = toSettings(planned.config);
    const badge = planned.by.kind === 'staff' ? planned.by.badge : null;
    return {
      settings,
      revision: planned.revision,
      why: planned.why,
      at: new Date(planned.atMs).toISOString(),
      by: badge === null ? null : { badge, name: staffOf(config, badge)?.name ?? badge },
      differences: differencesOf(now, settings),
    };
  }

  app.post<{ Body: Static<typeof SaveBody> }>('/api/settings', {
    bodyLimit,
    config: { who },
    schema: described({
      group,
      summary: 'Save settings: from now on, or from the next opening on',
      description:
        '`base` older than the present revision: what others changed is merged in; where both ' +
        'changed the same, 409 with `newer` (both sides, who and when). What would break the ' +
        'running day is refused with all that is in the way (`obstacles`).',
      who,
      body: SaveBody,
      answers: { 200: anything },
      idempotent: true,
    }),
    async handler(request, reply) {
      const answer = await save(desk, history, request.body, request);
      return reply.header('cache-control', 'no-store').send(answer);
    },
  });

  app.delete<{ Querystring: { base: number } }>('/api/settings/planned', {
    config: { who },
    schema: described({
      group,
      summary: 'Take back what is planned for the next opening',
      who,
      query: closed({ base: Base }),
      answers: { 200: anything },
    }),
    async handler(request, reply) {
      const outcome = await dispatch.submit({
        command: { name: 'withdraw-configuration', args: { base: request.query.base } },
        actor: actorOf(request.identity),
      });
      if (outcome.kind === 'done') return reply.send({ revision: outcome.revision });
      throw problemOfOutcome(outcome, {
        command: 'withdraw-configuration',
        state: dispatch.state(),
        nowMs: clock.now(),
      });
    },
  });

  app.post<{ Body: Static<typeof CheckBody> }>('/api/settings/check', {
    bodyLimit,
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
      const state = dispatch.state();
      const holding = present(state);
      const { now, revision } = holding;
      const { settings, base } = request.body;
      const { training } = holding.config;
      const read = readSettings(settings, training);
      const mine = read.ok ? toSettings(read.config) : null;
      const soon = mine === null ? null : alone(holding, mine);
      const soonRead = soon === mine || soon === null ? read : readSettings(soon, training);
      const check: SettingsCheck = {
        problems: read.ok ? [] : read.problems,
        effects:
          soon === null || !soonRead.ok
            ? []
            : effectsOf(state, now, { settings: soon, config: soonRead.config }, clock.now()),
        consequences:
          read.ok && soonRead.ok ? consequencesOf(state, soonRead.config, read.config) : null,
        nextOpening: openingBy(read.ok ? read.config : holding.config),
        newer:
          mine === null || base === revision ? null : await newerThan(state, history, base, mine),
      };
      return reply.header('cache-control', 'no-store').send(check);
    },
  });

  app.post<{ Body: Static<typeof OrderBody> }>('/api/settings/preview-order', {
    bodyLimit,
    config: { who },
    schema: described({
      group,
      summary: 'The next ten at a counter by the present discipline and by the draft’s',
      who,
      body: OrderBody,
      answers: { 200: anything },
    }),
    async handler(request, reply) {
      const state = dispatch.state();
      const { settings, counter } = request.body;
      const read = readSettings(settings, present(state).config.training);
      if (!read.ok) throw mistaken(read.problems);
      return reply
        .header('cache-control', 'no-store')
        .send(orderPreview(state, read.config, counter, clock.now()));
    },
  });

  app.post<{ Body: Static<typeof PreviewBody> }>('/api/settings/preview', {
    bodyLimit,
    config: { who },
    schema: described({
      group,
      summary: 'What kiosk, lobby screen and ticket of a draft would show',
      description:
        'A day that never happens, by the rules of a real one: `day` (default: the next one that ' +
        'opens), `moment`, and a number that is taken in it (`take`). Nothing is changed.',
      who,
      body: PreviewBody,
      answers: { 200: anything },
    }),
    async handler(request, reply) {
      const { settings, ...asked } = request.body;
      const read = readSettings(settings, present(dispatch.state()).config.training);
      if (!read.ok) throw mistaken(read.problems);
      const { refused, ...shown } = shownHall(
        read.config,
        clock.now(),
        asked,
        `${request.protocol}://${request.host}`,
      );
      // Where the hall prints, so does the kiosk that is shown.
      const isPrinted = (desk.hall.views.view('kiosk', {})?.printers.length ?? 0) > 0;
      const printers = isPrinted ? ([{ printer: '', kiosk: null, state: 'ready' }] as const) : [];
      const preview: SettingsPreview = {
        ...shown,
        kiosk: { ...shown.kiosk, printers },
        template: read.config.ticket ?? null,
        refused:
          refused === null
            ? null
            : problemOfOutcome(refused.decision, {
                command: 'issue-ticket',
                state: refused.state,
                nowMs: refused.nowMs,
              }).inLanguage(asked.take?.language ?? request.language),
      };
      return reply.header('cache-control', 'no-store').send(preview);
    },
  });

  app.get('/api/settings/history', {
    config: { who },
    schema: described({
      group,
      summary: 'Who changed what, when and why; newest first',
      who,
      answers: { 200: anything },
    }),
    async handler(_, reply) {
      const changes = (await history.changes()).map(told);
      return reply.header('cache-control', 'no-store').send({ changes });
    },
  });

  app.get<{ Params: Static<typeof RevisionParams> }>('/api/settings/history/:revision', {
    config: { who },
    schema: described({
      group,
      summary: 'A former revision, and the present settings without its change',
      description:
        '`undone.settings` are the present ones with this change taken back; where later changes ' +
        'stand on the same place they are kept, and named in `undone.conflicts`.',
      who,
      params: RevisionParams,
      answers: { 200: anything },
    }),
    async handler(request, reply) {
      const found = await history.at(Number(request.params.revision));
      if (found === null) throw plainProblem('unknown');
      const { newest } = present(dispatch.state());
      const undone = merge(found.settings, found.before, newest);
      return reply
        .header('cache-control', 'no-store')
        .send({ ...told(found), settings: found.settings, undone });
    },
  });

  app.get('/api/settings/export', {
    config: { who },
    schema: described({
      group,
      summary: 'The settings as a hall file, with comments and without secrets',
      who,
      answers: yaml,
    }),
    async handler(_, reply) {
      const { now } = present(dispatch.state());
      const head = `${now.hall.name.en} ${now.hall.name.zh}, ${new Date(clock.now()).toISOString()}`;
      return download(reply, `${now.hall.id}.yaml`, hallFileText(now, head));
    },
  });

  app.get('/api/settings/template', {
    config: { who },
    schema: described({
      group,
      summary: 'A hall file to begin a new hall with',
      who,
      answers: yaml,
    }),
    async handler(_, reply) {
      return download(reply, 'new-hall.yaml', await readFile(templatePath, 'utf8'));
    },
  });

  app.post<{ Body: Static<typeof ImportBody> }>('/api/settings/import', {
    bodyLimit: 2 * bodyLimit,
    config: { who },
    schema: described({
      group,
      summary: 'Read a hall file as a draft; mistakes with line and column',
      description: 'Nothing is saved. Pins and customers of the file are not taken.',
      who,
      body: ImportBody,
      answers: { 200: anything },
    }),
    async handler(request, reply) {
      return reply.header('cache-control', 'no-store').send(importHallFile(request.body.file));
    },
  });

  function download(reply: FastifyReply, name: string, text: string) {
    return reply
      .type(yamlType)
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(text);
  }
}
