import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { plainProblem } from '#server/desk/hub-problem.ts';
import { docsPage, docsStyle, type OpenApiDocument } from './docs-page.ts';
import { htmlOfMarkdown } from './markdown.ts';

const docsDir = fileURLToPath(new URL('../../docs/', import.meta.url));
/** A document by its plain name: no step upwards, no folder. */
const documentName = /^[a-z][a-z-]{0,40}$/;

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

  // What an operator reads, from the installation itself: the start page leads there.
  app.get<{ Params: { name: string } }>(
    '/docs/:name',
    { schema: { hide: true } },
    async (request, reply) => {
      const { name } = request.params;
      if (name === 'hall.schema.json') {
        const schema = await readFile(`${docsDir}hall.schema.json`, 'utf8');
        return reply.type('application/schema+json; charset=utf-8').send(schema);
      }
      const source = documentName.test(name) ? await textOf(name) : null;
      if (source === null) throw plainProblem('unknown', 'no-such-address');
      return reply.type('text/html; charset=utf-8').send(documentPage(source));
    },
  );
}

async function textOf(name: string): Promise<string | null> {
  try {
    return await readFile(`${docsDir}${name}.md`, 'utf8');
  } catch {
    // Not there: the address is unknown, whatever the reason.
    return null;
  }
}

function documentPage(source: string): string {
  const title = /^#\s+(.*)$/m.exec(source)?.[1] ?? 'Paihao';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title.replaceAll(/[<>&`]/g, '')}</title>
<link rel="stylesheet" href="/api/docs.css">
</head>
<body>
<main class="document">
${htmlOfMarkdown(source, linkOf)}
</main>
</body>
</html>
`;
}

/** Neighbouring documents are served too; the sources are not. */
function linkOf(target: string): string | null {
  if (/^https?:\/\//.test(target)) return target;
  const [path = '', part] = target.split('#');
  if (path === '' || path === 'hall.schema.json') return path === '' ? null : `/docs/${path}`;
  const name = path.replace(/\.md$/, '');
  if (!path.endsWith('.md') || !documentName.test(name)) return null;
  return `/docs/${name}${part === undefined ? '' : `#${part}`}`;
}
