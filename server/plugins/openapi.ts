import swagger from '@fastify/swagger';
import fp from 'fastify-plugin';
import { ProblemAnswer } from '#protocol/answers.ts';

const tags = [
  { name: 'Hall', description: 'The state of the hall; intake and notices' },
  { name: 'Tickets', description: 'Taking, leaving, coming back, rating' },
  { name: 'Counters', description: 'What a clerk does' },
  { name: 'Sign-in', description: 'Sessions of staff' },
  { name: 'Devices', description: 'Kiosks, screens, hardware agents' },
  { name: 'Roster', description: 'Shifts, swaps and leave' },
  { name: 'Records', description: 'Journal and reports' },
  { name: 'Training', description: 'Only in a training hall' },
];

const problem = {
  description: 'Problem (RFC 9457)',
  content: { 'application/problem+json': { schema: ProblemAnswer } },
};

/** OpenAPI from the very schemas that validate: registered before the routes, so it sees them all. */
export const openapiPlugin = fp<{ readonly version: string }>(
  async (app, { version }) => {
    await app.register(swagger, {
      // Told to OpenAPI only: a serialiser for each would be compiled at every start.
      transform: ({ schema, url }) => {
        const { problems = [], ...rest } = schema;
        const responses = Object.fromEntries(problems.map((status) => [status, problem]));
        const response = { ...(rest.response as object | undefined), ...responses };
        return { schema: { ...rest, response }, url };
      },
      openapi: {
        openapi: '3.1.0',
        info: {
          title: 'Paihao hub',
          version,
          description:
            'JSON in and out. Errors are `application/problem+json`. ' +
            'A success means that the event is on stable storage; `revision` is the journal’s ' +
            'sequence after it. The same commands go over socket.io (default namespace).',
          license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
        },
        tags,
        components: {
          securitySchemes: {
            bearer: { type: 'http', scheme: 'bearer' },
            cookie: { type: 'apiKey', in: 'cookie', name: 'paihao-session' },
          },
        },
      },
    });
  },
  { name: 'hub-openapi' },
);
