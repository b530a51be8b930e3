import { Readable } from 'node:stream';
import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import type { HallEvent } from '#core/events.ts';
import type { Journal, JournalRecord } from '#journal/journal.ts';
import { createEstimateAudit } from '#projections/estimate-audit.ts';
import { closed } from '#protocol/fields.ts';
import type { Desk } from '#server/desk/desk.ts';
import { limits } from '#server/limits.ts';
import { described } from './described.ts';

const JournalQuery = closed({
  from: Type.Optional(Type.Integer({ minimum: 1 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: limits.journalPageMax })),
});
const AuditQuery = closed({
  days: Type.Optional(Type.Integer({ minimum: 1, maximum: limits.auditDaysMax })),
});

/** What the hall has written down (rule `honest-statistics`): for supervisors. */
export function recordRoutes(app: FastifyInstance, desk: Desk): void {
  const { journal } = desk.hall;

  app.get<{ Querystring: Static<typeof JournalQuery> }>('/api/journal', {
    config: { who: ['supervisor'] },
    schema: described({
      group: 'Records',
      summary: 'Events with their hashes, one JSON object a line',
      description:
        '`hash` is SHA-256 over `prevHash`, a line feed and the event as it is stored: ' +
        'the line up to the last `,"prevHash"`, closed with a brace.',
      who: ['supervisor'],
      query: JournalQuery,
      answers: {
        200: {
          description: 'One event a line',
          content: { 'application/x-ndjson': { schema: Type.String() } },
        },
      },
    }),
    async handler(request, reply) {
      const { from = 1, limit = 1_000 } = request.query;
      return reply
        .type('application/x-ndjson; charset=utf-8')
        .header('cache-control', 'no-store')
        .send(Readable.from(lines(journal, from, limit)));
    },
  });

  app.get<{ Querystring: Static<typeof AuditQuery> }>('/api/reports/estimates', {
    config: { who: ['supervisor'] },
    schema: described({
      group: 'Records',
      summary: 'How good the waits were that tickets were told, by day and service',
      description:
        'Compares the estimate in each TicketIssued with the wait until the first call. ' +
        '`warnings` names what left 0.85 to 0.95 coverage over the last seven days.',
      who: ['supervisor'],
      query: AuditQuery,
      answers: { 200: Type.Object({}, { additionalProperties: true }) },
    }),
    async handler(request, reply) {
      const audit = createEstimateAudit();
      const days = await journal.days();
      for (const { day } of days.slice(-(request.query.days ?? auditDays))) {
        for (const { body } of await journal.readDay(day)) {
          audit.apply(JSON.parse(body) as HallEvent);
        }
      }
      reply.header('cache-control', 'no-store');
      return audit.read();
    },
  });
}

/** Days of the audit, unless others are asked for. */
const auditDays = 14;

/** Reads in portions, so that a long answer never stands in memory whole. */
async function* lines(journal: Journal, from: number, limit: number): AsyncGenerator<string> {
  let next = from;
  let left = limit;
  while (left > 0) {
    const records = await journal.read(next, Math.min(left, limits.journalReadCount));
    if (records.length === 0) return;
    yield records.map(lineOf).join('');
    next += records.length;
    left -= records.length;
  }
}

/**
 * The stored text stays as it is, byte for byte; the hashes are appended inside its brace, and the
 * time of the event in a form that people read.
 */
function lineOf({ body, prevHash, hash }: JournalRecord): string {
  const { atMs } = JSON.parse(body) as { readonly atMs: number };
  const at = new Date(atMs).toISOString();
  return `${body.slice(0, -1)},"prevHash":"${prevHash}","hash":"${hash}","at":"${at}"}\n`;
}
