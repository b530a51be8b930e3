import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { pairingOverHttp } from '#hardware/agent/pairing.ts';

it('an agent goes nowhere that a hub’s address sends it: neither its name nor its token', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(307, { location: '/elsewhere' }).end();
  });
  onTestFinished(() => void server.close());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const pairing = pairingOverHttp(`http://127.0.0.1:${port}`);
  await expect(pairing.register('agent')).rejects.toThrow();
  expect(await pairing.lookUp('a-token')).toBeNull();
  expect(asked).toEqual(['/api/devices', '/api/devices/current']);
});
