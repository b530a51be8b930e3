import type { FastifyInstance } from 'fastify';
import { docsPage, docsStyle, type OpenApiDocument } from './docs-page.ts';

/** OpenAPI for programs, and the same as a page for people; nothing is fetched from elsewhere. */
export function docsRoutes(app: FastifyInstance): void {
  const document = (): OpenApiDocument => app.swagger() as unknown as OpenApiDocument;
  let page: string | null = null;

  app.get('/api/openapi.json', { schema: { hide: true } }, async () => document());
  app.get('/api/docs', { schema: { hide: true } }, async (_, reply) => {
    page ??= docsPage(document());
    return reply.type('text/html; charset=utf-8').send(page);
  });
  app.get('/api/docs.css', { schema: { hide: true } }, async (_, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'max-age=3600').send(docsStyle),
  );
}
