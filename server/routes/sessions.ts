import type { FastifyInstance } from 'fastify';
import { Type, type Static } from '@sinclair/typebox';
import { staffOf } from '#core/lookup.ts';
import { SessionAnswer } from '#protocol/answers.ts';
import { Badge, closed, NewPin, Pin, Revision } from '#protocol/fields.ts';
import { actorOf, type Desk } from '#server/desk/desk.ts';
import { plainProblem } from '#server/desk/hub-problem.ts';
import { choosePin } from '#server/desk/choose-pin.ts';
import { problemOfOutcome } from '#server/desk/outcome-problem.ts';
import { limits } from '#server/limits.ts';
import { clearSessionCookie, setSessionCookie } from '#server/plugins/identity.ts';
import { ownLimit } from '#server/plugins/security.ts';
import { described } from './described.ts';
import { ownIdempotency } from './idempotency-key.ts';

const SignIn = closed({
  badge: Badge,
  pin: Pin,
  newPin: Type.Optional({ ...NewPin, description: 'With a pin that is good once: the one to be' }),
});
const StaffParams = closed({ badge: Badge });
const EndedAnswer = closed({ revision: Revision, badge: Badge, ended: Type.Integer() });
const group = 'Sign-in';

export function sessionRoutes(app: FastifyInstance, desk: Desk): void {
  const { dispatch, vault } = desk.hall;

  app.post<{ Body: Static<typeof SignIn> }>('/api/sessions', {
    config: { who: ['anyone'], ...ownLimit(limits.signInsPerMinuteMax) },
    schema: described({
      group,
      summary: 'Sign in to the program',
      description:
        'Sets the page’s cookie too. Slowed after wrong pins, by badge and by address. A pin that is ' +
        'good once opens nothing by itself (`pin-to-choose`): `newPin` takes its place.',
      who: ['anyone'],
      body: { ...SignIn, examples: [{ badge: '1001', pin: '4821' }] },
      answers: { 201: SessionAnswer },
      idempotent: true,
    }),
    async handler(request, reply) {
      const { badge, pin, newPin } = request.body;
      const session = await desk.once(ownIdempotency(request, 'sessions'), request.body, () =>
        signIn(badge, pin, request.ip, newPin),
      );
      setSessionCookie(request, reply, session.token, limits.sessionHoursMax * 3_600);
      reply.code(201).header('cache-control', 'no-store');
      return session;
    },
  });

  function lockAfterMinutes(): number {
    return dispatch.state().config?.policy.lockAfterMinutes ?? limits.lockAfterMinutes;
  }

  async function signIn(badge: string, pin: string, address: string, newPin?: string) {
    const isOther = newPin !== undefined && newPin !== pin;
    const person = await desk.checkPin(badge, pin, address, isOther);
    const actor = { kind: 'staff', badge, role: person.role } as const;
    if (isOther && vault.pins.isOneTime(badge)) await choosePin(desk.hall, badge, newPin, actor);
    const command = { name: 'sign-in', args: { badge } } as const;
    const outcome = await dispatch.submit({ command, actor });
    if (outcome.kind !== 'done') {
      throw problemOfOutcome(outcome, {
        command: 'sign-in',
        state: dispatch.state(),
        nowMs: desk.hall.clock.now(),
      });
    }
    const { token, expiresAtMs } = vault.sessions.begin(badge);
    return {
      token,
      badge,
      name: person.name,
      role: person.role,
      expiresAt: new Date(expiresAtMs).toISOString(),
      lockAfterMinutes: lockAfterMinutes(),
    };
  }

  app.get('/api/sessions/current', {
    config: { who: ['staff'] },
    schema: described({
      group,
      summary: 'Who is signed in',
      who: ['staff'],
      answers: { 200: SessionAnswer },
    }),
    async handler(request, reply) {
      const { identity } = request;
      if (identity.kind !== 'staff') throw plainProblem('not-signed-in', 'not-signed-in');
      const { config } = dispatch.state();
      const person = config === null ? undefined : staffOf(config, identity.badge);
      const expiresAtMs = vault.sessions.expiresAtMs(identity.session);
      if (person === undefined || expiresAtMs === null) {
        throw plainProblem('not-signed-in', 'not-signed-in');
      }
      reply.header('cache-control', 'no-store');
      return {
        badge: person.badge,
        name: person.name,
        role: person.role,
        expiresAt: new Date(expiresAtMs).toISOString(),
        lockAfterMinutes: lockAfterMinutes(),
      };
    },
  });

  app.delete('/api/sessions/current', {
    config: { who: ['staff'] },
    schema: described({
      group,
      summary: 'Sign out of the program',
      description: 'Not of a counter: that is `close`.',
      who: ['staff'],
      answers: { 204: Type.Null() },
    }),
    async handler(request, reply) {
      const { identity } = request;
      if (identity.kind === 'staff') {
        const { badge, role } = identity;
        vault.sessions.end(identity.session);
        // The way out is never barred: a journal that cannot write misses this line, and says so.
        const outcome = await dispatch.submit({
          command: { name: 'sign-out', args: { badge } },
          actor: { kind: 'staff', badge, role },
        });
        if (outcome.kind !== 'done') request.log.warn({ outcome: outcome.kind }, 'sign-out');
        desk.hall.presence.changed();
      }
      clearSessionCookie(request, reply);
      return reply.code(204).send();
    },
  });

  app.delete<{ Params: Static<typeof StaffParams> }>('/api/staff/:badge/sessions', {
    config: { who: ['supervisor'] },
    schema: described({
      group,
      summary: 'Sign somebody out everywhere',
      description:
        'Every token of the badge ends at once, open pages with it. The counter stays theirs: ' +
        'that is `release-counter`. A new sign-in needs the pin.',
      who: ['supervisor'],
      params: StaffParams,
      answers: { 200: EndedAnswer },
    }),
    async handler(request, reply) {
      const { badge } = request.params;
      const { config } = dispatch.state();
      if (config === null || staffOf(config, badge) === undefined) throw plainProblem('unknown');
      // Rights end first: a journal that cannot write must not keep a stolen token alive.
      const ended = vault.sessions.endAllOf(badge);
      desk.hall.presence.changed();
      const outcome = await dispatch.submit({
        command: { name: 'sign-out', args: { badge } },
        actor: actorOf(request.identity),
      });
      if (outcome.kind !== 'done') {
        throw problemOfOutcome(outcome, {
          command: 'sign-out',
          state: dispatch.state(),
          nowMs: desk.hall.clock.now(),
        });
      }
      reply.header('cache-control', 'no-store');
      return { revision: outcome.revision, badge, ended };
    },
  });
}
