import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { Server } from 'socket.io';

/** The limit of the views: socket.io that sends one and the same view to everybody. */
const { port, view } = parseArgs({
  options: { port: { type: 'string' }, view: { type: 'string' } },
}).values;
const message = JSON.parse(readFileSync(view ?? '', 'utf8')) as object;
const http = createServer((_, response) => response.end('ok'));
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
http.listen(Number(port), '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));
