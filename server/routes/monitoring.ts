import type { FastifyInstance } from 'fastify';
import type { Hall } from '#server/desk/hall-port.ts';

export interface MonitoringDeps {
  readonly hall: Hall;
  readonly pagesAreBuilt: () => boolean;
}

/** For monitoring, not for people: no identity, no schema, no rate limit. */
export function monitoringRoutes(
  app: FastifyInstance,
  { hall, pagesAreBuilt }: MonitoringDeps,
): void {
  const { dispatch, metrics } = hall;

  app.get('/healthz', { schema: { hide: true } }, async (_, reply) => {
    reply.header('cache-control', 'no-store');
    return { status: 'alive' };
  });

  app.get('/readyz', { schema: { hide: true } }, async (_, reply) => {
    const { writable, clockBehindMs } = dispatch.health();
    const reasons = [
      ...(dispatch.state().config === null ? ['the hall is not configured'] : []),
      ...(writable ? [] : ['the journal cannot be written']),
      ...(clockBehindMs > 0
        ? [`the clock is ${Math.ceil(clockBehindMs / 1_000)} s behind the journal`]
        : []),
      ...(pagesAreBuilt() ? [] : ['the pages are not built']),
    ];
    reply.code(reasons.length === 0 ? 200 : 503).header('cache-control', 'no-store');
    return { status: reasons.length === 0 ? 'ready' : 'not-ready', reasons };
  });

  app.get('/metrics', { schema: { hide: true } }, async (_, reply) => {
    const { writable, queued } = dispatch.health();
    metrics.writable.set(writable ? 1 : 0);
    metrics.queued.set(queued);
    metrics.waiting.set(dispatch.state().waitingCount);
    reply.type(metrics.registry.contentType).header('cache-control', 'no-store');
    return metrics.registry.metrics();
  });
}
