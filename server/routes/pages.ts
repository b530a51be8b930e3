import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { staffOf } from '#core/lookup.ts';
import { problemDetails } from '#protocol/problem-words.ts';
import type { Hall } from '#server/desk/hall-port.ts';
import { plainProblem } from '#server/desk/hub-problem.ts';
import { createPageFiles, type PageFile } from '#server/plugins/page-files.ts';

export interface PagesDeps {
  readonly hall: Hall;
  /** Where `vite build` puts the pages. */
  readonly pagesDir: string;
  /** Staff photos, or null where there is no data folder. */
  readonly photosDir: string | null;
}

/** Addresses of the contract, and the files behind them (vite.config.ts). */
const pages: Readonly<Record<string, string>> = {
  '/': 'ui/start/index.html',
  '/kiosk': 'kiosk/index.html',
  '/display': 'display/lobby.html',
  '/display/window/:counter': 'display/window.html',
  '/display/door': 'display/door.html',
  '/display/wall': 'display/wall.html',
  '/counter': 'counter/index.html',
  '/t/:ticket': 'kiosk/phone.html',
  '/gallery': 'ui/gallery/index.html',
};

/** The built names carry a hash of their content: they never change. */
const forever = 'public, max-age=31536000, immutable';
const checkEachTime = 'no-cache';

export function pageRoutes(app: FastifyInstance, { hall, pagesDir, photosDir }: PagesDeps): void {
  const files = createPageFiles(pagesDir);
  const photos = photosDir === null ? null : createPageFiles(photosDir);

  for (const [url, path] of Object.entries(pages)) {
    app.get(url, { schema: { hide: true } }, async (request, reply) => {
      const file = await files.get(path);
      if (file === null) return notBuilt(reply);
      return send(request, reply, file, checkEachTime);
    });
  }

  // Not below /assets: a worker reaches no further up than its own address.
  app.get('/kiosk-worker.js', { schema: { hide: true } }, async (request, reply) => {
    const file = await files.get('kiosk/worker.js');
    if (file === null) return notBuilt(reply);
    return send(request, reply, file, checkEachTime);
  });

  app.get<{ Params: { '*': string } }>(
    '/assets/*',
    { schema: { hide: true } },
    async (request, reply) => {
      const file = await files.get(`assets/${request.params['*']}`);
      if (file === null) throw plainProblem('unknown', 'no-such-address');
      return send(request, reply, file, forever);
    },
  );

  // By badge, so that no address names a file: the hall's configuration does.
  app.get<{ Params: { badge: string } }>(
    '/photos/:badge',
    { schema: { hide: true } },
    async (request, reply) => {
      const { config } = hall.dispatch.state();
      const person = config === null ? undefined : staffOf(config, request.params.badge);
      const path = person?.photo ?? null;
      const isPicture = path !== null && /^\.(?:jpe?g|png|webp)$/i.test(extname(path));
      const file = isPicture ? ((await photos?.get(path)) ?? null) : null;
      if (file === null) throw plainProblem('unknown', 'no-such-address');
      return send(request, reply, file, checkEachTime);
    },
  );
}

export function pagesAreBuilt(pagesDir: string): boolean {
  return existsSync(join(pagesDir, 'kiosk/index.html'));
}

async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  file: PageFile,
  cacheControl: string,
): Promise<FastifyReply> {
  reply
    .header('cache-control', cacheControl)
    .header('vary', 'accept-encoding')
    .header('etag', file.etag);
  if (request.headers['if-none-match']?.includes(file.etag) === true) return reply.code(304).send();
  const { encoding, bytes } = await file.body(request.headers['accept-encoding']?.toString() ?? '');
  if (encoding !== 'identity') reply.header('content-encoding', encoding);
  return reply.type(file.type).send(bytes);
}

function notBuilt(reply: FastifyReply): FastifyReply {
  const { zh, en } = problemDetails['no-pages'];
  return reply.code(503).type('text/plain; charset=utf-8').send(`${zh}\n${en}\n`);
}
