import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { createDesk } from './desk/desk.ts';
import { createRefusalLog } from './desk/refusal-log.ts';
import type { Hall } from './desk/hall-port.ts';
import { limits } from './limits.ts';
import { bodiesPlugin } from './plugins/bodies.ts';
import { identityPlugin } from './plugins/identity.ts';
import { openapiPlugin } from './plugins/openapi.ts';
import { answerFrameworkError, answerLineError, problemsPlugin } from './plugins/problems.ts';
import { noProxies, type Proxies } from './plugins/proxies.ts';
import { rateLimitPlugin, securityPlugin } from './plugins/security.ts';
import { commandRoutes } from './routes/commands.ts';
import { customerImportRoutes } from './routes/customer-imports.ts';
import { customerRoutes } from './routes/customers.ts';
import { alertRoutes } from './routes/alerts.ts';
import { deviceRoutes } from './routes/devices.ts';
import { docsRoutes } from './routes/docs.ts';
import { hallRoutes } from './routes/hall.ts';
import { historyRoutes } from './routes/history.ts';
import { rosterRoutes } from './routes/roster.ts';
import { monitoringRoutes } from './routes/monitoring.ts';
import { noticeRoutes } from './routes/notices.ts';
import { ownSignInRoutes } from './routes/own-sign-in.ts';
import { pageRoutes, pagesAreBuilt } from './routes/pages.ts';
import { recordRoutes } from './routes/records.ts';
import { qualityRoutes } from './routes/quality.ts';
import { reportRoutes } from './routes/reports.ts';
import { ticketPreviewRoutes } from './routes/ticket-preview.ts';
import { sessionRoutes } from './routes/sessions.ts';
import { staffRoutes } from './routes/staff.ts';
import { settingsRoutes } from './routes/settings.ts';
import { trainingRoutes } from './routes/training.ts';
import { voiceRoutes } from './routes/voice.ts';
import { whatIfRoutes } from './routes/what-if.ts';
import { socketsPlugin } from './sockets/sockets.ts';
import { tlsRules, type TlsMaterial } from './tls.ts';
import type { HallVoice } from './voice/hall-voice.ts';

export interface AppDeps {
  readonly hall: Hall;
  readonly logger: FastifyBaseLogger;
  readonly pagesDir: string;
  /** Staff photos, or null where there is no data folder. */
  readonly photosDir: string | null;
  readonly version: string;
  /** Whose word on the asker's address counts; none by default. */
  readonly proxies?: Proxies;
  /** The hub's own TLS; without it plain HTTP. */
  readonly tls?: TlsMaterial | null;
  /** What is said aloud; without one the screens stay silent. */
  readonly voice?: HallVoice | null;
  /** Where this hall is mounted: empty, or `/h/{hall}` beside others. */
  readonly prefix?: string;
}

/** The whole service for one hall; never listens. */
export async function buildApp(deps: AppDeps): Promise<FastifyInstance> {
  const proxies = deps.proxies ?? noProxies;
  const app = fastify({
    loggerInstance: deps.logger,
    // One line a command instead (hall.ts): addresses of tickets are keys and stay out of the log.
    logController: new LogController({ disableRequestLogging: true }),
    // A request has no line of its own, so it needs no logger of its own.
    childLoggerFactory: (logger) => logger,
    bodyLimit: limits.bodyBytesMax,
    connectionTimeout: limits.connectionTimeoutMs,
    requestTimeout: limits.requestTimeoutMs,
    keepAliveTimeout: limits.keepAliveTimeoutMs,
    maxRequestsPerSocket: limits.requestsPerConnectionMax,
    trustProxy: proxies === noProxies ? false : (address) => proxies.isTrusted(address),
    routerOptions: { maxParamLength: limits.pathSegmentLengthMax },
    forceCloseConnections: 'idle',
    // Said in the form of every other error (plugins/problems.ts).
    return503OnClosing: false,
    exposeHeadRoutes: true,
    frameworkErrors: answerFrameworkError,
    clientErrorHandler: answerLineError,
    ...(deps.tls != null && { https: { ...deps.tls, ...tlsRules } }),
  });
  await app.register(securityPlugin, { isTls: deps.tls != null });
  await app.register(hallPlugin, { ...deps, prefix: deps.prefix ?? '' });
  return app;
}

/** Everything of the contract for one hall; may stand again under another prefix. */
async function hallPlugin(app: FastifyInstance, deps: AppDeps): Promise<void> {
  const { hall, pagesDir, photosDir, version } = deps;
  const desk = createDesk(hall, createRefusalLog(deps.logger.warn.bind(deps.logger)));
  await app.register(identityPlugin, { desk });
  await app.register(rateLimitPlugin);
  await app.register(problemsPlugin, { metrics: hall.metrics, turnedAway: desk.turnedAway });
  await app.register(bodiesPlugin);
  await app.register(openapiPlugin, { version });

  await app.register(async (api) => {
    commandRoutes(api, desk);
    sessionRoutes(api, desk);
    ownSignInRoutes(api, desk);
    staffRoutes(api, desk);
    deviceRoutes(api, desk);
    alertRoutes(api, desk);
    hallRoutes(api, desk);
    noticeRoutes(api, desk);
    recordRoutes(api, desk);
    reportRoutes(api, desk);
    qualityRoutes(api, desk);
    customerImportRoutes(api, desk);
    ticketPreviewRoutes(api, desk);
    customerRoutes(api, desk);
    settingsRoutes(api, desk);
    historyRoutes(api, desk);
    rosterRoutes(api, desk);
    whatIfRoutes(api, desk);
    trainingRoutes(api, desk);
    docsRoutes(api);
  });
  monitoringRoutes(app, { hall, pagesAreBuilt: () => pagesAreBuilt(pagesDir) });
  pageRoutes(app, { hall, pagesDir, photosDir });
  const voice = deps.voice ?? null;
  if (voice !== null) await app.register(async (api) => voiceRoutes(api, desk, voice));
  await app.register(socketsPlugin, {
    desk,
    voice,
    path: `${app.prefix}/socket.io`,
    proxies: deps.proxies ?? noProxies,
  });
}
