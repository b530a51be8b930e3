import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';
import fp from 'fastify-plugin';

const hostsKept = 100;
/** A year, with names below the hub’s own: a hub with a certificate has a name of its own. */
const hstsSeconds = 31_536_000;

/**
 * What every answer carries. The values are Helmet's; they depend on the host alone, so they are
 * worked out once a host and not once a request.
 */
export const headersPlugin = fp<{ readonly isTls: boolean }>(
  async (app, { isTls }) => {
    const byHost = new Map<string, Readonly<Record<string, string>>>();

    app.addHook('onRequest', (request, reply, done) => {
      const host = request.headers.host ?? '';
      let headers = byHost.get(host);
      if (headers === undefined) {
        headers = headersFor(host, isTls);
        // Hosts are few; whoever invents them shall not fill the memory.
        if (byHost.size >= hostsKept) byHost.clear();
        byHost.set(host, headers);
      }
      reply.headers(headers);
      // Kept nowhere, unless a door says otherwise: pages, their assets and clips do.
      reply.header('cache-control', 'no-store');
      done();
    });
  },
  { name: 'hub-headers' },
);

/** For what is answered before there is a request that hooks could run for. */
export const bareHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

function headersFor(host: string, isTls: boolean): Readonly<Record<string, string>> {
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // Sockets of the same host: browsers differ on whether 'self' covers them.
        connectSrc: ["'self'", ...socketsOf(host)],
        // The QR code of a ticket is drawn by the page.
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    // A ticket's address is its key: it must not travel in a Referer.
    referrerPolicy: { policy: 'no-referrer' },
    // Halls run on plain HTTP inside their own network; a proxy that terminates TLS adds its own.
    strictTransportSecurity: isTls && { maxAge: hstsSeconds, includeSubDomains: true },
    // Browsers take it in secure contexts only, and complain elsewhere.
    crossOriginOpenerPolicy: isTls && { policy: 'same-origin' },
    originAgentCluster: false,
    // Relics of other browsers and plug-ins.
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
    xPoweredBy: false,
  });
  const headers: Record<string, string> = {};
  const note = {
    setHeader: (name: string, value: string) => (headers[name.toLowerCase()] = value),
  };
  protect({} as unknown as IncomingMessage, note as unknown as ServerResponse, (error) => {
    if (error !== undefined) throw error as Error;
  });
  return headers;
}

function socketsOf(host: string): string[] {
  return /^[\w.:[\]-]+$/.test(host) ? [`ws://${host}`, `wss://${host}`] : [];
}
