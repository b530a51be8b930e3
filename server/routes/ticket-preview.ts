import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import type { HallConfig } from '#core/hall-config.ts';
import { closed } from '#protocol/fields.ts';
import type { Desk } from '#server/desk/desk.ts';
import { plainProblem } from '#server/desk/hub-problem.ts';
import { readTicketPart } from '#server/hall-file/read-ticket-part.ts';
import type { Slip } from '#server/paper/slip.ts';
import { described } from './described.ts';

const Body = closed({
  ticket: Type.Optional(
    Type.String({ maxLength: 20_000, description: 'The part `ticket` of a hall file (YAML)' }),
  ),
});
const anything = Type.Object({}, { additionalProperties: true });

/** What a ticket of this hall would say: for the preview, which lays it out itself. */
export function ticketPreviewRoutes(app: FastifyInstance, desk: Desk): void {
  app.post<{ Body: Static<typeof Body> }>('/api/ticket-preview', {
    config: { who: ['supervisor'] },
    schema: described({
      group: 'Hall',
      summary: 'A sample ticket and its template, as the hall has it or as it is tried out',
      description:
        '`{slip, template, problems}`; `problems` names every mistake of the given part with its ' +
        'line and column, and then the template is the hall’s own. Nothing is changed.',
      who: ['supervisor'],
      body: Body,
      answers: { 200: anything },
    }),
    handler(request, reply) {
      const { config } = desk.hall.dispatch.state();
      if (config === null) throw plainProblem('unknown', 'no-day');
      const own = config.ticket ?? null;
      const { ticket } = request.body;
      const read = ticket === undefined ? null : readTicketPart(ticket);
      const tried = read?.ok === true ? { ...read.template, logo: own?.logo ?? null } : own;
      reply.header('cache-control', 'no-store');
      return {
        slip: sampleSlip(config),
        template: tried,
        problems: read === null || read.ok ? [] : read.problems,
      };
    },
  });
}

/** Made up, but of this hall: its first service, three people ahead. */
function sampleSlip({ hall, services, classes, notices, training }: HallConfig): Slip {
  const [service] = services;
  const [usual] = classes;
  const nameless = { zh: '', en: '' };
  return {
    hall: hall.name,
    hotline: hall.hotline,
    timezone: hall.timezone,
    languages: hall.languages,
    language: hall.languages[0] ?? 'zh',
    number: `${service?.prefix ?? 'A'}028`,
    service: service?.name ?? nameless,
    className: usual?.name ?? nameless,
    isDefaultClass: true,
    ahead: 3,
    estimate: { p50Seconds: 330, p90Seconds: 590 },
    issuedAt: '2026-03-02T02:24:00.000Z',
    address: 'http://192.168.1.20:8080/t/5qvRz2F0aSDk3-8xYtQwEr',
    papers: service?.papers ?? [],
    notices: notices.slice(0, 3).map(({ text }) => text),
    isCopy: false,
    isTraining: training,
  };
}
