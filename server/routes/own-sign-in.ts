import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { Badge, closed, Instant, NewPin, Pin, Revision } from '#protocol/fields.ts';
import type { Identity } from '#protocol/identity.ts';
import { choosePin } from '#server/desk/choose-pin.ts';
import { actorOf, type Desk } from '#server/desk/desk.ts';
import { badInput, plainProblem } from '#server/desk/hub-problem.ts';
import { problemOfOutcome } from '#server/desk/outcome-problem.ts';
import { limits } from '#server/limits.ts';
import { ownLimit } from '#server/plugins/security.ts';
import { described } from './described.ts';

const group = 'Sign-in';
const who = ['staff'] as const;
const Change = closed({ pin: Pin, newPin: NewPin });
const Proof = closed({ pin: Pin });
const ChangedAnswer = closed({ revision: Revision, badge: Badge, ended: Type.Integer() });
const SignInAnswer = closed({
  beganAt: Instant,
  seenAt: Instant,
  expiresAt: Instant,
  isThis: Type.Boolean({ description: 'The one that asks' }),
});

/** What everybody on the staff does with their own sign-in: another pin, and where they are signed in. */
export function ownSignInRoutes(app: FastifyInstance, desk: Desk): void {
  const { dispatch, vault, presence, clock } = desk.hall;
  const guarded = { config: { who, ...ownLimit(limits.signInsPerMinuteMax) } };

  app.post<{ Body: Static<typeof Change> }>('/api/sessions/current/pin', {
    ...guarded,
    schema: described({
      group,
      summary: 'Change one’s own pin',
      description:
        'Asks the present pin, slowed like a sign-in. Other sign-ins of the badge end; this one stays.',
      who,
      body: { ...Change, examples: [{ pin: '4821', newPin: '739164' }] },
      answers: { 200: ChangedAnswer },
    }),
    async handler(request) {
      const { badge, session } = staffOnly(request.identity);
      const { pin, newPin } = request.body;
      await desk.checkPin(badge, pin, request.ip);
      if (newPin === pin) throw badInput([{ field: 'newPin', word: 'other', parameter: '' }]);
      const revision = await choosePin(desk.hall, badge, newPin, actorOf(request.identity));
      const ended = vault.sessions.endOthersOf(badge, session);
      presence.changed();
      return { revision, badge, ended };
    },
  });

  app.get('/api/sessions', {
    config: { who },
    schema: described({
      group,
      summary: 'Where one is signed in',
      who,
      answers: { 200: closed({ sessions: Type.Array(SignInAnswer) }) },
    }),
    handler(request) {
      const { badge, session } = staffOnly(request.identity);
      return {
        sessions: vault.sessions.listOf(badge).map((each) => ({
          beganAt: new Date(each.beganAtMs).toISOString(),
          seenAt: new Date(each.seenAtMs).toISOString(),
          expiresAt: new Date(each.expiresAtMs).toISOString(),
          isThis: each.session === session,
        })),
      };
    },
  });

  app.post<{ Body: Static<typeof Proof> }>('/api/sessions/end-others', {
    ...guarded,
    schema: described({
      group,
      summary: 'Sign out everywhere else',
      description: 'Asks the pin: who finds a console open must not throw its owner out.',
      who,
      body: { ...Proof, examples: [{ pin: '4821' }] },
      answers: { 200: ChangedAnswer },
    }),
    async handler(request) {
      const { badge, session } = staffOnly(request.identity);
      await desk.checkPin(badge, request.body.pin, request.ip);
      const ended = vault.sessions.endOthersOf(badge, session);
      presence.changed();
      const command = { name: 'sign-out', args: { badge } } as const;
      const outcome = await dispatch.submit({ command, actor: actorOf(request.identity) });
      if (outcome.kind === 'done') return { revision: outcome.revision, badge, ended };
      const facts = { command: command.name, state: dispatch.state(), nowMs: clock.now() };
      throw problemOfOutcome(outcome, facts);
    },
  });
}

function staffOnly(identity: Identity): Identity & { readonly kind: 'staff' } {
  if (identity.kind !== 'staff') throw plainProblem('not-signed-in', 'not-signed-in');
  return identity;
}
