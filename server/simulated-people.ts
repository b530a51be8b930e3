import type { FastifyInstance } from 'fastify';
import { configOf } from '#core/lookup.ts';
import { nextOpening } from '#core/calendar/next-opening.ts';
import type { Hall } from './desk/hall-port.ts';
import { isSteerable } from './desk/hall-port.ts';
import type { Simulation } from './desk/simulation-port.ts';
import { createClockSteering } from './desk/steer-clock.ts';
import { createHttpDoors, type Ask } from './people/http-doors.ts';
import { createSimulation } from './people/simulation.ts';

/**
 * The simulated people of a training hall. They come through the hub's own HTTP doors; `app` is
 * asked for when they come, because the doors are built after the hall.
 */
export function simulatedPeople(
  hall: Omit<Hall, 'simulation'>,
  app: () => FastifyInstance,
): Simulation | null {
  const { clock, dispatch, vault } = hall;
  if (!isSteerable(clock)) return null;
  const ask: Ask = async ({ method, path, token, body }) => {
    const answer = await app().inject({
      method,
      url: path,
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    const isJson = String(answer.headers['content-type']).includes('json');
    return { status: answer.statusCode, body: isJson ? answer.json<unknown>() : null };
  };
  const simulation = createSimulation({
    clock,
    hall() {
      const state = dispatch.state();
      return {
        config: configOf(state),
        opensAtMs: state.ended ? null : (state.hours?.opensAtMs ?? null),
        closesAtMs: state.ended ? null : (state.hours?.closesAtMs ?? null),
      };
    },
    doors: () =>
      createHttpDoors(ask, {
        // No device of its own: it would stand in the supervisor's list, and be missed there.
        kiosk: null,
        signIns: [...vault.pins.training()].map(([badge, pin]) => ({ badge, pin })),
      }),
    onError: (error) => app().log.error({ err: error }, 'the simulation ended'),
  });
  const steer = createClockSteering({ ...hall, simulation: null });
  return {
    status: () => simulation.status(),
    stop: () => simulation.stop(),
    async start(options) {
      const state = dispatch.state();
      // Before opening and after closing nothing would move: people come when the doors open.
      if (state.hallState === 'closed') {
        const { hours, hall: about } = configOf(state);
        const opening = nextOpening(hours, about.timezone, clock.now());
        if (opening !== null) await steer({ to: new Date(opening.opensAtMs).toISOString() });
      }
      await simulation.start(options);
    },
  };
}
