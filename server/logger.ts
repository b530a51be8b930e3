import { pino, type Logger } from 'pino';
import pretty from 'pino-pretty';
import type { LogLevel } from './options.ts';

/** Fields that never reach a log, wherever they stand. */
const secret = [
  'pin',
  'token',
  'key',
  'customer',
  'authorization',
  'cookie',
  'name',
  'body',
  'args',
];

/**
 * The hub's log, on stderr: stdout belongs to the greeting. For people at a terminal, else one JSON
 * object a line.
 */
export function createLogger(
  level: LogLevel,
  isTerminal: boolean,
): { logger: Logger; flush: () => void } {
  const destination = isTerminal
    ? pretty({ destination: 2, ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss', sync: true })
    : pino.destination({ dest: 2, sync: false });
  const logger = pino(loggerOptions(level), destination);
  return {
    logger,
    flush() {
      if ('flushSync' in destination) destination.flushSync();
    },
  };
}

export function loggerOptions(level: LogLevel) {
  return {
    level,
    base: null,
    redact: {
      paths: secret.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
      censor: '…',
    },
    serializers: {
      // A ticket's address is its key: of a request only the door is told.
      req: (request: {
        readonly method?: string;
        readonly routeOptions?: { readonly url?: string };
      }) => ({
        method: request.method,
        door: request.routeOptions?.url,
      }),
    },
  };
}
