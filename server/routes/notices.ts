import { Type } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { closed, Id, Instant, nullable, oneOf, TextFields } from '#protocol/fields.ts';
import type { Desk } from '#server/desk/desk.ts';
import { described } from './described.ts';

const NoticeAnswer = closed({
  notice: Id,
  kind: oneOf(['notice', 'fault'] as const),
  text: TextFields,
  from: nullable(Instant),
  until: nullable(Instant),
  stands: oneOf(['coming', 'now', 'over'] as const),
  inSettings: Type.Boolean({ description: 'Of the hall’s settings: edited there, and stays' }),
});

/** Notices with their times, also those to come and those that are over (`posted-notices`). */
export function noticeRoutes(app: FastifyInstance, { hall }: Desk): void {
  app.get('/api/notices', {
    config: { who: ['supervisor'] },
    schema: described({
      group: 'Hall',
      summary: 'All notices in the order of the screens, also those to come and those over',
      who: ['supervisor'],
      answers: { 200: closed({ notices: Type.Array(NoticeAnswer) }) },
    }),
    async handler(_, reply) {
      const { notices, config } = hall.dispatch.state();
      const own = new Set(config?.notices.map(({ id }) => id));
      const nowMs = hall.clock.now();
      reply.header('cache-control', 'no-store');
      return {
        notices: notices.toReversed().map(({ notice, kind, text, fromMs, untilMs }) => ({
          notice,
          kind,
          text,
          from: fromMs === undefined ? null : new Date(fromMs).toISOString(),
          until: untilMs === null ? null : new Date(untilMs).toISOString(),
          stands:
            untilMs !== null && untilMs <= nowMs
              ? 'over'
              : fromMs !== undefined && fromMs > nowMs
                ? 'coming'
                : 'now',
          inSettings: own.has(notice),
        })),
      };
    },
  });
}
