import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { seatHeldBy, staffOf } from '#core/lookup.ts';
import { Badge, closed, Id, NewPin, nullable, Revision } from '#protocol/fields.ts';
import { actorOf, type Desk } from '#server/desk/desk.ts';
import { freshPin, refuseWeakPin } from '#server/desk/choose-pin.ts';
import { isTraining } from '#server/desk/hall-port.ts';
import { plainProblem } from '#server/desk/hub-problem.ts';
import { noteVaultChange } from '#server/desk/vault-change.ts';
import { described } from './described.ts';

const group = 'Staff';
const who = ['supervisor'] as const;
const Params = closed({ badge: Badge });
const Setting = closed({
  pin: Type.Optional({
    ...NewPin,
    description: 'Left out: one of six digits is made up and told in the answer, once',
  }),
  isOneTime: Type.Optional(
    Type.Boolean({ default: true, description: 'Its owner chooses another at the next sign-in' }),
  ),
});
const StaffAnswer = closed({
  badge: Badge,
  pin: nullable(Type.Unsafe<'set' | 'one-time'>({ type: 'string', enum: ['set', 'one-time'] })),
  signedIn: Type.Integer({ description: 'Living sign-ins to the program' }),
  lockedSeconds: Type.Integer({ description: 'Until the next try after wrong pins' }),
  counter: nullable(Id),
});
const PinAnswer = closed({
  revision: Revision,
  badge: Badge,
  pin: nullable(Type.String()),
  ended: Type.Integer(),
});

/** What the vault holds of the staff: pins are set and never shown, sessions ended, locks lifted. */
export function staffRoutes(app: FastifyInstance, desk: Desk): void {
  const { dispatch, vault, presence } = desk.hall;

  function known(badge: string): void {
    const { config } = dispatch.state();
    if (config === null || staffOf(config, badge) === undefined) throw plainProblem('unknown');
  }

  // A badge that is given to somebody else later must not open with the old pin.
  const leave = desk.hall.subscribe(({ events }) => {
    if (!events.some(({ type }) => type === 'HallConfigured' || type === 'DayBegan')) return;
    const { config } = dispatch.state();
    for (const badge of vault.pins.badges()) {
      if (config === null || staffOf(config, badge) !== undefined) continue;
      vault.pins.remove(badge);
      vault.sessions.endAllOf(badge);
    }
  });
  app.addHook('onClose', (_, done) => {
    leave();
    done();
  });

  app.get('/api/staff', {
    config: { who },
    schema: described({
      group,
      summary: 'The staff: pin or none, signed in or not, locked, at which counter',
      who,
      answers: { 200: closed({ staff: Type.Array(StaffAnswer) }) },
    }),
    async handler(_, reply) {
      const state = dispatch.state();
      const badges = new Set(vault.pins.badges());
      reply.header('cache-control', 'no-store');
      return {
        staff: (state.config?.staff ?? []).map(({ badge }) => ({
          badge,
          pin: !badges.has(badge) ? null : vault.pins.isOneTime(badge) ? 'one-time' : 'set',
          signedIn: vault.sessions.countOf(badge),
          lockedSeconds: Math.ceil(vault.failures.badgeWaitMs(badge) / 1_000),
          counter: seatHeldBy(state, badge)?.id ?? null,
        })),
      };
    },
  });

  app.post<{ Params: Static<typeof Params>; Body: Static<typeof Setting> }>(
    '/api/staff/:badge/pin',
    {
      config: { who },
      schema: described({
        group,
        summary: 'Give somebody a pin; whoever is signed in with the old one is out',
        description: 'At the counter they stay; they sign in again with the new pin.',
        who,
        params: Params,
        body: { ...Setting, examples: [{}] },
        answers: { 200: PinAnswer },
      }),
      async handler(request, reply) {
        const { badge } = request.params;
        known(badge);
        const { pin, isOneTime = true } = request.body;
        if (pin !== undefined) refuseWeakPin(desk.hall, badge, pin, 'pin');
        const made = pin ?? freshPin(desk.hall, badge);
        const change = { change: 'pin-set', badge } as const;
        const revision = await noteVaultChange(desk.hall, change, actorOf(request.identity));
        await vault.pins.set(badge, made, { isOneTime, training: isTraining(desk.hall) });
        vault.failures.succeeded(badge);
        const ended = vault.sessions.endAllOf(badge);
        presence.changed();
        reply.header('cache-control', 'no-store');
        return { revision, badge, pin: pin === undefined ? made : null, ended };
      },
    },
  );

  app.delete<{ Params: Static<typeof Params> }>('/api/staff/:badge/lockout', {
    config: { who },
    schema: described({
      group,
      summary: 'Let somebody try again at once after wrong pins',
      who,
      params: Params,
      answers: { 200: closed({ revision: Revision, badge: Badge }) },
    }),
    async handler(request) {
      const { badge } = request.params;
      known(badge);
      const change = { change: 'lockout-lifted', badge } as const;
      const revision = await noteVaultChange(desk.hall, change, actorOf(request.identity));
      vault.failures.succeeded(badge);
      return { revision, badge };
    },
  });
}
