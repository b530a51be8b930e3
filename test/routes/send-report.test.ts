import { Agent, get } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { goneWith } from '#server/routes/send-report.ts';

/** A door that answers at once, or never; and what it has seen of who asked. */
async function door() {
  const app = fastify();
  const signals: AbortSignal[] = [];
  const lines: Socket[] = [];
  const asked = Promise.withResolvers<unknown>();
  app.get('/answered', async (request, reply) => {
    lines.push(request.raw.socket);
    signals.push(goneWith(reply));
    return 'a report';
  });
  app.get('/never', (_, reply) => {
    signals.push(goneWith(reply));
    asked.resolve(null);
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  return { app, signals, lines, asked: asked.promise, origin: `http://127.0.0.1:${String(port)}` };
}

describe('whoever asked for a report', () => {
  it('is not gone once it was sent, and their line remembers nothing of it', async () => {
    const { app, signals, lines, origin } = await door();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const heard: number[] = [];
    for (let each = 0; each < 12; each += 1) {
      await new Promise((resolve) => {
        get(`${origin}/answered`, { agent }, (response) => response.resume().on('end', resolve));
      });
      heard.push(lines.at(-1)!.listenerCount('close'));
    }
    expect(new Set(lines).size).toBe(1);
    expect(new Set(heard).size).toBe(1);
    agent.destroy();
    await app.close();
    expect(signals.map(({ aborted }) => aborted)).toEqual(Array(12).fill(false));
  });

  it('is gone when they hang up before it', async () => {
    const { app, signals, asked, origin } = await door();
    const request = get(`${origin}/never`);
    request.on('error', () => undefined); // it is hung up on
    await asked;
    const [signal] = signals;
    const gone = new Promise((resolve) => {
      signal?.addEventListener('abort', resolve);
    });
    request.destroy();
    await gone;
    expect(signal?.aborted).toBe(true);
    await app.close();
  });
});
