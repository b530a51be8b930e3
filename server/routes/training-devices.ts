import { Type } from '@sinclair/typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { at } from '#core/sequence.ts';
import { createShownDevices, type ShownDevice } from '#hardware/emulators/shown/shown-devices.ts';
import { slipOf } from '#projections/slip.ts';
import { closed, nullable } from '#protocol/fields.ts';
import type { Desk } from '#server/desk/desk.ts';
import { plainProblem } from '#server/desk/hub-problem.ts';
import { ownLimit } from '#server/plugins/security.ts';
import { limits } from '#server/limits.ts';
import { described } from './described.ts';

const pictured = {
  text: Type.String(),
  picture: Type.String({ description: 'A PNG as a data address' }),
};
const Boards = Type.Array(closed({ counter: Type.String(), ...pictured }));
const Paper = nullable(closed({ number: Type.String(), ...pictured }));
const group = 'Training';
/** Above as many counters nobody looks at every board. */
const boardsMax = 24;

/**
 * The newest ticket on emulated paper and the boards above the counters, drawn when somebody asks.
 * They show; they report nothing, so that a training hall's journal holds what its people did.
 */
export function trainingDeviceRoutes(app: FastifyInstance, desk: Desk): void {
  const { hall } = desk;
  const devices = createShownDevices();
  app.addHook('onClose', () => devices.close());

  /** @throws Problem where this is no training hall */
  const config = () => {
    const { config: present } = hall.dispatch.state();
    if (present?.training !== true) throw plainProblem('unknown', 'training-only');
    return present;
  };

  app.get('/api/training/paper', {
    config: { who: ['anyone'], ...ownLimit(limits.shownDevicesPerMinuteMax) },
    schema: described({
      group,
      summary: 'The newest ticket as an emulated printer puts it on paper',
      description: 'Null before the first ticket of the day. 404 in a working hall.',
      who: ['anyone'],
      answers: { 200: closed({ paper: Paper }) },
    }),
    async handler(request, reply) {
      const present = config();
      reply.header('cache-control', 'no-store');
      const state = hall.dispatch.state();
      const ticket = at(state.tickets, state.tickets.size - 1);
      if (ticket === undefined) return { paper: null };
      const view = hall.views.ticket(state, ticket, hall.clock.now());
      const notices = hall.views.view('kiosk', {})?.notices ?? [];
      const slip = {
        ...slipOf(present, ticket, view, notices, false),
        address: addressOf(view.url, request),
      };
      const template = present.ticket ?? null;
      const shown = await devices.paper({ id: ticket.id, slip, template });
      return { paper: { number: ticket.number, ...pictureOf(shown) } };
    },
  });

  app.get('/api/training/boards', {
    config: { who: ['anyone'], ...ownLimit(limits.shownDevicesPerMinuteMax) },
    schema: described({
      group,
      summary: 'What emulated boards above the counters show now',
      description: `The first ${String(boardsMax)} counters. 404 in a working hall.`,
      who: ['anyone'],
      answers: { 200: closed({ boards: Boards }) },
    }),
    async handler(_, reply) {
      const present = config();
      reply.header('cache-control', 'no-store');
      const language = present.hall.languages[0] ?? 'zh';
      const boards = present.counters.slice(0, boardsMax).map(async ({ id }) => {
        const view = hall.views.view('window', { counter: id });
        if (view === null) throw plainProblem('unknown', 'no-day');
        return { counter: id, ...pictureOf(await devices.board(view, language)) };
      });
      return { boards: await Promise.all(boards) };
    },
  });
}

function pictureOf({ text, png }: ShownDevice) {
  return { text, picture: `data:image/png;base64,${Buffer.from(png).toString('base64')}` };
}

/** As whoever asks reached the hub: the code on the paper leads a phone to the same place. */
function addressOf(url: string, { protocol, host }: FastifyRequest): string | null {
  return URL.parse(url, `${protocol}://${host}`)?.href ?? null;
}
