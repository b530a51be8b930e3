import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import type { Command } from '#core/commands.ts';
import type { Actor } from '#core/vocabulary.ts';
import { DeviceAnswer, DeviceKindWord, PairedAnswer } from '#protocol/answers.ts';
import { closed, Id, ShortText } from '#protocol/fields.ts';
import { actorOf, type Desk } from '#server/desk/desk.ts';
import { isTraining } from '#server/desk/hall-port.ts';
import { hubProblem, plainProblem } from '#server/desk/hub-problem.ts';
import { problemOfOutcome } from '#server/desk/outcome-problem.ts';
import { noteVaultChange } from '#server/desk/vault-change.ts';
import { limits } from '#server/limits.ts';
import { ownLimit } from '#server/plugins/security.ts';
import { problemOf } from '#protocol/words/problems.ts';
import { problemDetails } from '#protocol/problem-words.ts';
import { described } from './described.ts';
import { ownIdempotency } from './idempotency-key.ts';

const Pairing = closed({ kind: DeviceKindWord, name: ShortText });
const Params = closed({ device: Id });
const Naming = closed({ name: ShortText });
const Pruning = closed({ unseenDays: Type.Integer({ minimum: 1, maximum: 3_650 }) });
const group = 'Devices';

export function deviceRoutes(app: FastifyInstance, desk: Desk): void {
  const { dispatch, vault, presence } = desk.hall;

  app.post<{ Body: Static<typeof Pairing> }>('/api/devices', {
    config: { who: ['anyone'], ...ownLimit(limits.pairingsPerMinuteMax) },
    schema: described({
      group,
      summary: 'Register a kiosk, a screen or a hardware agent',
      description:
        'It waits for a supervisor’s approval; in a training hall it is approved at once.',
      who: ['anyone'],
      body: { ...Pairing, examples: [{ kind: 'kiosk', name: 'Kiosk by the door' }] },
      answers: { 201: PairedAnswer },
      idempotent: true,
    }),
    async handler(request, reply) {
      const paired = await desk.once(ownIdempotency(request, 'devices'), request.body, () =>
        pair(request.body),
      );
      reply.code(201).header('cache-control', 'no-store');
      return paired;
    },
  });

  /** What was so already answers as what was done: with the journal as it stands. */
  const unchanged = (device: string) => ({ revision: dispatch.state().seq, ...viewOf(device) });

  async function pair({ kind, name }: Static<typeof Pairing>) {
    const registered = vault.devices.register(kind, name);
    if (registered === null) throw listFull();
    const { device, token, code } = registered;
    if (isTraining(desk.hall)) {
      await told({ name: 'pair-device', args: { device, kind, name } }, { kind: 'hub' });
      vault.devices.setState(device, 'approved');
    }
    presence.changed();
    return { device, token, state: vault.devices.get(device)?.state ?? 'pending', code };
  }

  app.get('/api/devices', {
    config: { who: ['supervisor'] },
    schema: described({
      group,
      summary: 'Devices: those that wait for approval first',
      who: ['supervisor'],
      answers: { 200: closed({ devices: Type.Array(DeviceAnswer) }) },
    }),
    handler: async () => ({ devices: presence.devices() }),
  });

  app.get('/api/devices/current', {
    config: { who: ['anyone'] },
    schema: described({
      group,
      summary: 'The device that asks, by its token',
      who: ['anyone'],
      answers: { 200: DeviceAnswer },
    }),
    async handler(request) {
      const { identity } = request;
      if (identity.kind !== 'device') throw plainProblem('not-signed-in', 'not-signed-in');
      return viewOf(identity.device);
    },
  });

  app.post<{ Params: Static<typeof Params> }>('/api/devices/:device/approve', {
    config: { who: ['supervisor'] },
    schema: described({
      group,
      summary: 'Approve a device',
      who: ['supervisor'],
      params: Params,
      body: closed({}),
      answers: { 200: DeviceAnswer },
      idempotent: true,
    }),
    async handler(request) {
      const { device } = request.params;
      return desk.once(ownIdempotency(request, 'approve'), device, async () => {
        const { kind, name, state } = known(device);
        if (state === 'approved') return unchanged(device);
        const command = { name: 'pair-device', args: { device, kind, name } } as const;
        const revision = await told(command, actorOf(request.identity));
        vault.devices.setState(device, 'approved');
        presence.changed();
        return { revision, ...viewOf(device) };
      });
    },
  });

  app.post<{ Params: Static<typeof Params> }>('/api/devices/:device/revoke', {
    config: { who: ['supervisor'] },
    schema: described({
      group,
      summary: 'Take a device’s rights away',
      who: ['supervisor'],
      params: Params,
      body: closed({}),
      answers: { 200: DeviceAnswer },
      idempotent: true,
    }),
    async handler(request) {
      const { device } = request.params;
      return desk.once(ownIdempotency(request, 'revoke'), device, async () => {
        if (known(device).state === 'revoked') return unchanged(device);
        // Rights end first: a journal that cannot write must not keep a stolen screen alive.
        vault.devices.setState(device, 'revoked');
        presence.changed();
        const command = { name: 'revoke-device', args: { device } } as const;
        return { revision: await told(command, actorOf(request.identity)), ...viewOf(device) };
      });
    },
  });

  app.post<{ Params: Static<typeof Params>; Body: Static<typeof Naming> }>(
    '/api/devices/:device/rename',
    {
      config: { who: ['supervisor'] },
      schema: described({
        group,
        summary: 'Give a device another name',
        description:
          'A printer that a device file ties to a kiosk by name is tied to the new name.',
        who: ['supervisor'],
        params: Params,
        body: { ...Naming, examples: [{ name: 'Kiosk by the door' }] },
        answers: { 200: DeviceAnswer },
      }),
      async handler(request) {
        const { device } = request.params;
        known(device);
        const change = { change: 'device-renamed', badge: null, device } as const;
        await noteVaultChange(desk.hall, change, actorOf(request.identity));
        vault.devices.rename(device, request.body.name.trim());
        presence.changed();
        return viewOf(device);
      },
    },
  );

  app.post<{ Body: Static<typeof Pruning> }>('/api/devices/prune', {
    config: { who: ['supervisor'] },
    schema: described({
      group,
      summary: 'Take devices off the list that nobody has seen for long',
      description: 'Their rights end first. One that is there now stays, whatever its past.',
      who: ['supervisor'],
      body: { ...Pruning, examples: [{ unseenDays: 30 }] },
      answers: { 200: closed({ removed: Type.Integer() }) },
    }),
    async handler(request) {
      const beforeMs = vault.devices.now() - request.body.unseenDays * 86_400_000;
      let removed = 0;
      for (const { device, state, lastSeenAtMs } of [...vault.devices.list()]) {
        const isSeen = lastSeenAtMs !== null && lastSeenAtMs > beforeMs;
        if (isSeen || presence.live(device).online) continue;
        if (state === 'approved') {
          vault.devices.setState(device, 'revoked');
          await told({ name: 'revoke-device', args: { device } }, actorOf(request.identity));
        }
        vault.devices.forget(device);
        removed += 1;
      }
      if (removed > 0) presence.changed();
      return { removed };
    },
  });

  function known(device: string) {
    const found = vault.devices.get(device);
    if (found === undefined) throw plainProblem('unknown', 'no-device');
    return found;
  }

  function viewOf(device: string) {
    const { kind, name, state, code, lastSeenAtMs } = known(device);
    const live = presence.live(device);
    const lastSeenAt = lastSeenAtMs === null ? null : new Date(lastSeenAtMs).toISOString();
    return { device, kind, name, state, code, ...live, lastSeenAt };
  }

  async function told(command: Command, actor: Actor): Promise<number> {
    const outcome = await dispatch.submit({ command, actor });
    if (outcome.kind === 'done') return outcome.revision;
    throw problemOfOutcome(outcome, {
      command: command.name,
      state: dispatch.state(),
      nowMs: desk.hall.clock.now(),
    });
  }
}

function listFull() {
  return hubProblem((language) => ({
    ...problemOf('too-many', language),
    detail: problemDetails['device-list-full'][language],
    retryAfterSeconds: 3_600,
  }));
}
