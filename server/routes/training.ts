import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { at } from '#core/sequence.ts';
import { AskedInstant, closed, Instant, nullable, Revision, RoleWord } from '#protocol/fields.ts';
import type { Desk } from '#server/desk/desk.ts';
import { isTraining } from '#server/desk/hall-port.ts';
import { plainProblem } from '#server/desk/hub-problem.ts';
import { createClockSteering } from '#server/desk/steer-clock.ts';
import { limits } from '#server/limits.ts';
import { described } from './described.ts';
import { ownIdempotency } from './idempotency-key.ts';
import { trainingDeviceRoutes } from './training-devices.ts';

const speed = Type.Number({ minimum: 0, maximum: limits.clockSpeedMax });
const ClockBody = closed(
  {
    advanceSeconds: Type.Optional(Type.Number()),
    to: Type.Optional(AskedInstant),
    speed: Type.Optional(speed),
  },
  {
    anyOf: [{ required: ['advanceSeconds'] }, { required: ['to'] }, { required: ['speed'] }],
    not: { required: ['advanceSeconds', 'to'] },
    examples: [{ advanceSeconds: 600 }],
  },
);
const SimulationBody = closed(
  {
    state: Type.Unsafe<'running' | 'stopped'>({ type: 'string', enum: ['running', 'stopped'] }),
    speed: Type.Optional(Type.Number({ minimum: 1, maximum: 60 })),
    seed: Type.Optional(Type.Integer({ minimum: 0, maximum: 4_294_967_295 })),
  },
  { examples: [{ state: 'running', speed: 20 }] },
);
const SimulationState = closed({
  state: Type.String(),
  speed: Type.Number(),
  seed: nullable(Type.Integer()),
});
const group = 'Training';

/** A training hall shows its sign-ins, steers its clock and lives a simulated day. */
export function trainingRoutes(app: FastifyInstance, desk: Desk): void {
  const { hall } = desk;
  const steer = createClockSteering(hall);
  trainingDeviceRoutes(app, desk);

  app.get('/api/training', {
    config: { who: ['anyone'] },
    schema: described({
      group,
      summary: 'Sign-ins, clock and simulation of a training hall',
      description: '404 in a working hall.',
      who: ['anyone'],
      answers: {
        200: closed({
          signIns: Type.Array(
            closed({
              badge: Type.String(),
              name: Type.String(),
              role: RoleWord,
              pin: nullable(Type.String()),
            }),
          ),
          now: Instant,
          clockSpeed: Type.Number(),
          simulation: nullable(SimulationState),
          newestTicket: nullable(closed({ number: Type.String(), url: Type.String() })),
        }),
      },
    }),
    async handler(_, reply) {
      const { config, tickets } = hall.dispatch.state();
      const newest = at(tickets, tickets.size - 1);
      if (config?.training !== true) throw plainProblem('unknown', 'training-only');
      const pins = hall.vault.pins.training();
      reply.header('cache-control', 'no-store');
      return {
        signIns: config.staff.map(({ badge, name, role }) => ({
          badge,
          name,
          role,
          pin: pins.get(badge) ?? null,
        })),
        now: new Date(hall.clock.now()).toISOString(),
        clockSpeed: hall.clock.speed(),
        simulation: hall.simulation?.status() ?? null,
        newestTicket:
          newest === undefined ? null : { number: newest.number, url: `/t/${newest.id}` },
      };
    },
  });

  app.post<{ Body: Static<typeof ClockBody> }>('/api/clock', {
    config: { who: ['anyone'] },
    schema: described({
      group,
      summary: 'Move the clock of a training hall',
      description:
        'Forward only: by seconds or to an instant; `speed` in hall seconds a second. ' +
        'Answers when all that falls due has happened and stands in the journal. ' +
        '403 in a working hall.',
      who: ['anyone'],
      body: ClockBody,
      answers: {
        200: closed({ revision: Revision, now: Instant, clockSpeed: Type.Number() }),
      },
      idempotent: true,
    }),
    handler: async (request) =>
      desk.once(ownIdempotency(request, 'clock'), request.body, () => steer(request.body)),
  });

  app.post<{ Body: Static<typeof SimulationBody> }>('/api/training/simulation', {
    config: { who: ['anyone'] },
    schema: described({
      group,
      summary: 'Let simulated customers and clerks live a day',
      description: '403 in a working hall.',
      who: ['anyone'],
      body: SimulationBody,
      answers: { 200: SimulationState },
    }),
    async handler(request) {
      const { simulation } = hall;
      if (simulation === null || !isTraining(hall)) {
        throw plainProblem('forbidden', 'training-only');
      }
      const { state, ...options } = request.body;
      if (state === 'stopped') await simulation.stop();
      else await simulation.start({ speed: 1, ...options });
      return simulation.status();
    },
  });
}
