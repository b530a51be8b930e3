import fp from 'fastify-plugin';
import type { TSchema } from '@sinclair/typebox';
import { queryValidator, validator } from '#protocol/validator.ts';
import { badInput } from '#server/desk/hub-problem.ts';

/** JSON in, checked by the published schemas: nothing is coerced, dropped or repaired. */
export const bodiesPlugin = fp(
  async (app) => {
    app.removeAllContentTypeParsers();
    const parse = app.getDefaultJsonParser('error', 'error');
    app.addContentTypeParser(
      /^application\/(?:json|[\w.-]+\+json)\s*(?:;|$)/,
      { parseAs: 'string' },
      (request, body, done) => {
        // `curl -X POST -H 'content-type: application/json'` without a body is an empty object.
        if (body === '') done(null, {});
        else void parse(request, body.toString(), done);
      },
    );

    // A POST without a body has no fields: a schema then names those that it needs.
    app.addHook('preValidation', (request, _, done) => {
      if ((request.body ?? null) === null && request.routeOptions.schema?.body !== undefined) {
        request.body = {};
      }
      done();
    });

    app.setValidatorCompiler<TSchema>(({ schema, httpPart, method }) => {
      // What a command names in its path is a thing of the hall: unknown (404), whatever it looks
      // like. What is only read may as well be a day or a month, and is bad input where it is none.
      const isChecked = httpPart !== 'params' || method === 'GET' || method === 'HEAD';
      if (!isChecked || httpPart === 'headers') return (value: unknown) => ({ value });
      const check = httpPart === 'querystring' ? queryValidator(schema) : validator(schema);
      return (value: unknown) => {
        const faults = check(value);
        return faults.length === 0 ? { value } : { error: badInput(faults) };
      };
    });
  },
  { name: 'hub-bodies' },
);
