import type { TSchema } from '@sinclair/typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { commandAnswers } from '#protocol/answers.ts';
import { commandDoors } from '#protocol/doors/doors.ts';
import { paramFields, type CommandDoor, type DoorParam } from '#protocol/doors/door.ts';
import { closed } from '#protocol/fields.ts';
import type { Answer, Desk, Request } from '#server/desk/desk.ts';
import { described } from './described.ts';
import { idempotencyKey } from './idempotency-key.ts';

/** One route a command door: the table says all there is to say. */
export function commandRoutes(app: FastifyInstance, desk: Desk): void {
  for (const door of commandDoors) {
    app.route({
      method: door.method,
      url: door.path,
      config: { who: door.who },
      // Built field by field (answers.ts) and held to the schema by a test: nothing to leave out.
      serializerCompiler: () => written,
      schema: described({
        group: door.group,
        summary: door.summary,
        description: door.description,
        who: door.who,
        command: door.name,
        ...(door.param === null ? {} : { params: paramsOf(door.param) }),
        body: bodyOf(door),
        answers: { [door.status]: commandAnswers[door.answer] },
        idempotent: true,
      }),
      async handler(request, reply) {
        const answer = await desk.run({
          door,
          identity: request.identity,
          address: request.ip,
          args: argsOf(door, request),
          key: idempotencyKey(request),
        });
        reply.code(door.status).header('cache-control', 'no-store');
        return answer;
      },
    });
  }
}

/** `{ revision, ...result }` as text: written so, the result is not copied before it is read. */
function written({ revision, result }: Answer): string {
  const fields = JSON.stringify(result).slice(1);
  return `{"revision":${String(revision)}${fields === '}' ? '' : ','}${fields}`;
}

/** The path's parameter wins its own field; a transfer's body names the target's counter. */
function argsOf(door: CommandDoor, request: FastifyRequest): Request['args'] {
  const body = request.body as Request['args'];
  const params = request.params as Readonly<Record<string, string>>;
  if (door.param === null) return body;
  const named = params[door.param] ?? '';
  return door.name === 'transfer' ? { ...body, acting: named } : { ...body, [door.param]: named };
}

function paramsOf(param: DoorParam) {
  return closed({ [param]: paramFields[param] });
}

const bodies = new WeakMap<CommandDoor, TSchema>();

/** The same object each time, so that a second hall finds its validator compiled. */
function bodyOf(door: CommandDoor): TSchema {
  const known = bodies.get(door);
  if (known !== undefined) return known;
  const hasExample = Object.keys(door.example).length > 0;
  const made: TSchema = hasExample ? { ...door.body, examples: [door.example] } : door.body;
  bodies.set(door, made);
  return made;
}
