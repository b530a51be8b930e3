import fastify from 'fastify';
import { parseArgs } from 'node:util';

/** The limit of the HTTP doors: Fastify that takes a small JSON body and answers a small one. */
const { port } = parseArgs({ options: { port: { type: 'string' } } }).values;
const app = fastify();
app.get('/healthz', () => ({ ok: true }));
app.post('/', (_, reply) => reply.code(201).send({ ok: true }));
await app.listen({ port: Number(port), host: '127.0.0.1' });
process.once('SIGTERM', () => process.exit(0));
