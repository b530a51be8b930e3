import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { Server } from 'socket.io';
import { WebSocketServer } from 'ws';

/**
 * The limit of the views: a program that sends one and the same text to everybody, at each word of
 * one of them. `--kind ws`: the bare ws library; `--kind socket.io`: the same view by socket.io.
 */
const { port, view, kind } = parseArgs({
  options: { port: { type: 'string' }, view: { type: 'string' }, kind: { type: 'string' } },
}).values;
const text = readFileSync(view ?? '', 'utf8');
const http = createServer((_, response) => response.end('ok'));
if (kind === 'ws') {
  const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });
  sockets.on('connection', (socket) => {
    socket.on('message', () => {
      for (const each of sockets.clients) each.send(text);
    });
  });
} else {
  const message = JSON.parse(text) as object;
  const io = new Server(http, { transports: ['websocket'] });
  let revision = 0;
  io.on('connection', (socket) => {
    void socket.join('lobby');
    socket.on('command', (_: unknown, ack: (answer: unknown) => void) => {
      revision += 1;
      io.to('lobby').emit('view', { ...message, revision });
      ack({ ok: true, revision });
    });
  });
}
http.listen(Number(port), '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));
