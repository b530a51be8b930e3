import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import fp from 'fastify-plugin';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import {
  badInput,
  comeBack,
  hubProblem,
  isHubProblem,
  plainProblem,
  type HubProblem,
} from '#server/desk/hub-problem.ts';
import type { Metrics } from '#server/desk/metrics.ts';
import type { RefusalLog } from '#server/desk/refusal-log.ts';
import { anonymous, type Identity } from '#protocol/identity.ts';
import type { Problem } from '#protocol/problem.ts';
import { preferredLanguage } from '#server/desk/language.ts';
import { limits } from '#server/limits.ts';
import { bareHeaders } from './headers.ts';

interface Ears {
  readonly metrics: Metrics;
  readonly turnedAway: RefusalLog;
}

/** Every error of every door ends here as `application/problem+json`; a bug's message never does. */
export const problemsPlugin = fp<Ears>(
  async (app, ears) => {
    let stopping = false;
    app.addHook('preClose', async () => {
      stopping = true;
    });
    app.addHook('onRequest', async () => {
      if (stopping) throw comeBack('stopping', limits.stoppingRetryAfterSeconds);
    });
    app.setErrorHandler<FastifyError>((error, request, reply) => {
      const problem = problemOfError(error);
      if (problem === null) {
        request.log.error({ err: error, route: request.routeOptions.url }, 'a door failed');
      }
      return sendProblem(problem ?? plainProblem('internal'), request, reply, ears);
    });
    app.setNotFoundHandler(
      {
        preHandler: app.rateLimit({
          max: limits.notFoundPerMinuteMax,
          timeWindow: 60_000,
          allowList: () => false,
        }),
      },
      (request, reply) => {
        const without = withoutLastSlash(request);
        if (without !== null) return reply.redirect(without, 308);
        return sendProblem(plainProblem('unknown', 'no-such-address'), request, reply, ears);
      },
    );
  },
  { name: 'hub-problems', dependencies: ['@fastify/rate-limit', 'hub-identity'] },
);

/** `/kiosk/`, as people type it. Relative: right behind any proxy, and never another site. */
function withoutLastSlash({ method, url }: FastifyRequest): string | null {
  if (method !== 'GET' && method !== 'HEAD') return null;
  const [path = '', ...query] = url.split('?');
  const last = /[^/]+(?=\/$)/.exec(path)?.[0];
  if (last === undefined) return null;
  return [`../${last}`, ...query].join('?');
}

function sendProblem(
  problem: HubProblem,
  request: FastifyRequest,
  reply: FastifyReply,
  { metrics, turnedAway }: Ears,
): FastifyReply {
  const body: Problem = problem.inLanguage(request.language);
  metrics.problems.inc({ code: body.code });
  if (isTold(body, request)) {
    const door = request.routeOptions.url ?? 'none';
    // A refused origin comes before the asker is known.
    const identity = (request.identity as Identity | null) ?? anonymous;
    turnedAway({ code: body.code, door, identity, address: request.ip });
  }
  if (body.retryAfterSeconds !== undefined) reply.header('retry-after', body.retryAfterSeconds);
  if (body.status === 401) reply.header('www-authenticate', 'Bearer');
  return reply
    .code(body.status)
    .header('content-language', request.language)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(body);
}

/** A wrong pin has been told where its badge is known; who brings nothing has tried nothing. */
function isTold({ code }: Problem, { headers }: FastifyRequest): boolean {
  if (code === 'not-signed-in') {
    return headers.authorization !== undefined || headers.cookie !== undefined;
  }
  return code !== 'wrong-pin';
}

/** What Fastify refuses before it knows a route: no hook has run, no hall is asked. */
export function answerFrameworkError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const isLong = error.code === 'FST_ERR_MAX_PARAM_LENGTH';
  const problem = isLong ? plainProblem('unknown', 'no-such-address') : malformedAddress;
  const body = problem.inLanguage(preferredLanguage(request.headers['accept-language'], 'zh'));
  reply
    .code(body.status)
    .headers(bareHeaders)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(body));
}

/** What Node’s parser refuses before there is a request: the line is answered and closed. */
export function answerLineError(error: Error & { readonly code?: string }, line: Socket): void {
  // Cut by the other side, or ended already: nobody is there to be told.
  if (error.code === 'ECONNRESET' || line.destroyed || !line.writable) return;
  const body = problemOfLine(error.code).inLanguage('en');
  const text = JSON.stringify(body);
  const headers = Object.entries(bareHeaders).map(([name, value]) => `${name}: ${value}\r\n`);
  line.end(
    `HTTP/1.1 ${body.status} ${STATUS_CODES[body.status] ?? ''}\r\n` +
      'content-type: application/problem+json; charset=utf-8\r\n' +
      headers.join('') +
      `content-length: ${Buffer.byteLength(text)}\r\nconnection: close\r\n\r\n${text}`,
    () => line.destroy(),
  );
}

function problemOfLine(code: string | undefined): HubProblem {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return plainProblem('too-large');
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return plainProblem('too-slow');
    default:
      return malformedLine;
  }
}

const malformedLine: HubProblem = hubProblem((language) => ({
  ...plainProblem('bad-input', 'no-http').inLanguage(language),
  fields: [],
}));

const malformedAddress: HubProblem = hubProblem((language) => ({
  ...plainProblem('bad-input', 'no-such-address').inLanguage(language),
  fields: [],
}));

/** Null for a bug. */
function problemOfError(error: FastifyError): HubProblem | null {
  if (isHubProblem(error)) return error;
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return plainProblem('too-large');
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return plainProblem('unsupported-media-type');
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return badInput([{ field: 'Content-Length', word: 'other', parameter: '' }]);
    default:
  }
  // Malformed JSON, and what else Node's parser finds wrong with a request.
  return error.statusCode === 400 ? malformed : null;
}

const malformed: HubProblem = hubProblem((language) => {
  const { fields = [] } = badInput([{ field: 'body', word: 'other', parameter: '' }]).inLanguage(
    language,
  );
  return { ...plainProblem('bad-input', 'json-malformed').inLanguage(language), fields };
});
