import fp from 'fastify-plugin';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '#core/vocabulary.ts';
import { anonymous, type Identity, type Who } from '#protocol/identity.ts';
import type { Desk } from '#server/desk/desk.ts';
import { preferredLanguage } from '#server/desk/language.ts';
import { plainProblem } from '#server/desk/hub-problem.ts';
import { isOtherOrigin } from './origin.ts';

declare module 'fastify' {
  interface FastifyRequest {
    identity: Identity;
    readonly language: Language;
  }
  interface FastifyContextConfig {
    /** Whom the door lets in; a route without it is no door of the contract. */
    who?: readonly Who[];
  }
}

/**
 * Over https a browser takes a `__Host-` cookie from this very host alone: no neighbour’s page can
 * plant one. Over plain HTTP it would refuse it.
 */
export function sessionCookieOf(isSecure: boolean): string {
  return isSecure ? '__Host-paihao-session' : 'paihao-session';
}

/**
 * Who asks, from `Authorization: Bearer …` or the page's cookie, and may they: one hook for every
 * door. A cookie counts only for requests of the hub's own pages.
 */
export const identityPlugin = fp<{ readonly desk: Desk }>(
  async (app, { desk }) => {
    app.decorateRequest('identity');
    // Asked of few requests: worked out when it is.
    app.decorateRequest('language', {
      getter(this: FastifyRequest) {
        const languages = desk.hall.dispatch.state().config?.hall.languages;
        return preferredLanguage(this.headers['accept-language'], languages?.[0] ?? 'zh');
      },
    });

    app.addHook('onRequest', (request, _, done) => {
      try {
        request.identity = identityOf(request, desk);
        const { who } = request.routeOptions.config;
        if (who !== undefined) desk.admit(who, request.identity);
      } catch (error) {
        done(error as Error);
        return;
      }
      done();
    });
  },
  { name: 'hub-identity', dependencies: ['@fastify/cookie'] },
);

function identityOf(request: FastifyRequest, desk: Desk): Identity {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const token = /^Bearer\s+(\S+)\s*$/i.exec(authorization)?.[1];
    return (token === undefined ? null : desk.identify(token)) ?? anonymous;
  }
  const token = request.cookies[sessionCookieOf(request.protocol === 'https')];
  const identity = token === undefined ? null : desk.identify(token);
  if (identity === null) return anonymous;
  // SameSite=Strict keeps the cookie at home; the origin is checked besides.
  if (!isSafe(request.method) && isOtherOrigin(request.headers)) {
    throw plainProblem('forbidden', 'other-origin');
  }
  return identity;
}

function isSafe(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
}

export function setSessionCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  token: string,
  maxAgeSeconds: number,
): void {
  const secure = request.protocol === 'https';
  reply.setCookie(sessionCookieOf(secure), token, {
    httpOnly: true,
    sameSite: 'strict',
    secure,
    path: '/',
    maxAge: maxAgeSeconds,
  });
}

export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  const secure = request.protocol === 'https';
  reply.clearCookie(sessionCookieOf(secure), { path: '/', secure });
}
