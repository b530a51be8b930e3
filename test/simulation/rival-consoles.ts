import type { CommandAck } from '#protocol/socket-events.ts';
import type { SocketLike } from '#ui/hub/hub-client.ts';
import { between } from './faults.ts';
import { sleep, type Outside } from './people.ts';

/**
 * Two consoles of one clerk press at the same moment: with one key (a page that repeats itself in
 * two windows) or with two. With one key both are told the same.
 */
export async function pressTwice(
  outside: Outside,
  badge: string,
  name: string,
  args: Readonly<Record<string, unknown>>,
  how: 'one key' | 'two keys',
): Promise<void> {
  const pair = outside.serial();
  const keys = how === 'one key' ? [`pair ${pair}`, `pair ${pair}`] : [`a ${pair}`, `b ${pair}`];
  const sockets = await Promise.all(keys.map(() => connected(outside, badge)));
  const answers = await Promise.all(
    sockets.map(async (socket, index) => {
      // At one moment, or when the first is done already.
      await sleep(
        outside,
        index * between(outside.random, 0, 1) * between(outside.random, 1, 2_000),
      );
      return ask(outside, socket, { id: keys[index] ?? '', name, args });
    }),
  );
  outside.note(`${badge} pressed ${name} twice on ${how}: ${answers.map(inShort).join(' and ')}`);
  for (const socket of sockets) socket.disconnect();
}

function inShort(answer: CommandAck | null): string {
  if (answer === null) return 'nothing';
  if (answer.ok) return `done ${answer.revision}`;
  return answer.problem.rule ?? answer.problem.code;
}

async function connected(outside: Outside, badge: string): Promise<SocketLike> {
  const socket = outside.network.socket(outside.owner, { token: `staff ${badge}`, protocol: 1 });
  socket.on('connect', () => undefined);
  socket.connect();
  await sleep(outside, 40);
  return socket;
}

/** The answer, or null when none came in time. A failure of the moment is tried again. */
async function ask(
  outside: Outside,
  socket: SocketLike,
  request: { readonly id: string; readonly name: string; readonly args: object },
): Promise<CommandAck | null> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const answer = await new Promise<CommandAck | null>((resolve) => {
      const cancel = outside.time.at(outside.time.now() + 5_000, outside.owner, 'people', () =>
        resolve(null),
      );
      socket.emit('command', request, (ack: CommandAck) => {
        cancel();
        resolve(ack);
      });
    });
    if (answer?.ok === true || answer?.problem.code === 'refused') return answer;
    if (!socket.connected) socket.connect();
    await sleep(outside, 1_000);
  }
  return null;
}
