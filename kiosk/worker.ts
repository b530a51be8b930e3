/**
 * The kiosk's page without its hub: a machine that restarts while the hub is away opens it from
 * here, and goes on giving its leased numbers. Browsers run this on https and on localhost only
 * (secure contexts); elsewhere the kiosk does without. Keeps one build: the newest that was seen.
 */

interface WorkerScope {
  readonly location: Location;
  readonly caches: CacheStorage;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: string, listener: (event: never) => void): void;
}

interface Extendable {
  waitUntil(work: Promise<unknown>): void;
}

interface Fetched extends Extendable {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface Told extends Extendable {
  readonly data: { readonly files?: readonly string[] };
}

const scope = globalThis as unknown as WorkerScope;
const store = 'paihao.kiosk';
const page = '/kiosk';

scope.addEventListener('install', (event: Extendable) => {
  event.waitUntil(scope.skipWaiting());
});

scope.addEventListener('activate', (event: Extendable) => {
  event.waitUntil(scope.clients.claim());
});

/** The page tells what it is made of: it was there before this worker. */
scope.addEventListener('message', (event: Told) => {
  event.waitUntil(keepAll(event.data.files ?? []));
});

scope.addEventListener('fetch', (event: Fetched) => {
  const { method, url, mode } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== scope.location.origin) return;
  if (mode === 'navigate' && pathname === page) event.respondWith(pageFirst(event.request));
  else if (pathname.startsWith('/assets/')) event.respondWith(keptFirst(event.request));
});

async function pageFirst(request: Request): Promise<Response> {
  try {
    const answer = await fetch(request);
    if (answer.ok) return answer;
    return (await kept(page)) ?? answer;
  } catch (error) {
    const known = await kept(page);
    if (known === undefined) throw error;
    return known;
  }
}

/** The built names carry a hash of their content: what is kept is right. */
async function keptFirst(request: Request): Promise<Response> {
  const known = await kept(request.url);
  if (known !== undefined) return known;
  const answer = await fetch(request);
  if (answer.ok) await (await scope.caches.open(store)).put(request.url, answer.clone());
  return answer;
}

async function kept(address: string): Promise<Response | undefined> {
  return (await scope.caches.open(store)).match(address);
}

async function keepAll(files: readonly string[]): Promise<void> {
  const answer = await fetch(page);
  if (!answer.ok) return;
  const before = await (await kept(page))?.text();
  const isOther = before !== undefined && before !== (await answer.clone().text());
  // Another build: nothing of the old one is of use.
  if (isOther) await scope.caches.delete(store);
  const cache = await scope.caches.open(store);
  await Promise.all(
    files.map(async (file) => {
      if ((await cache.match(file)) === undefined) await cache.add(file);
    }),
  );
  // Last: a page is kept only with all that it needs.
  await cache.put(page, answer);
}
