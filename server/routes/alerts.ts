import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { closed, oneOf, Revision } from '#protocol/fields.ts';
import type { Desk } from '#server/desk/desk.ts';
import { plainProblem } from '#server/desk/hub-problem.ts';
import { described } from './described.ts';

const Body = closed({
  alert: Type.String({ minLength: 1, maxLength: 300 }),
  state: oneOf(['seen', 'open']),
});

/** Alerts of the board: who has seen them. No command of the hall's: nothing of the day changes. */
export function alertRoutes(app: FastifyInstance, desk: Desk): void {
  const { dispatch, views, acknowledgements, presence, clock } = desk.hall;

  app.post<{ Body: Static<typeof Body> }>('/api/alerts', {
    config: { who: ['supervisor'] },
    schema: described({
      group: 'Hall',
      summary: 'I have seen this alert, and take care of it',
      description:
        'It stays on the board and is quiet until it becomes worse, is over, or an hour has ' +
        'passed; `open` takes that back. Kept in memory.',
      who: ['supervisor'],
      body: Body,
      answers: { 200: closed({ revision: Revision }) },
    }),
    async handler({ body: { alert, state }, identity, log }) {
      const known = views.view('supervisor', {})?.alerts.find(({ id }) => id === alert);
      if (known === undefined) throw plainProblem('unknown', 'no-alert');
      const by = identity.kind === 'staff' ? identity.badge : '';
      if (state === 'open') acknowledgements.forget(alert);
      else {
        const atMs = Math.max(clock.now(), dispatch.state().lastAtMs);
        acknowledgements.see(alert, { by, atMs, level: known.level });
      }
      log.info({ alert, state, by }, 'alert');
      presence.changed();
      return { revision: dispatch.state().seq };
    },
  });
}
