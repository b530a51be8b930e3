import { Readable } from 'node:stream';
import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { importStates, keepModes } from '#protocol/customer-imports.ts';
import { closed, Id, oneOf } from '#protocol/fields.ts';
import { problemDetails } from '#protocol/problem-words.ts';
import { problemOf } from '#protocol/words/problems.ts';
import { createCustomerDesk } from '#server/customers/customer-desk.ts';
import { actorOf, type Desk } from '#server/desk/desk.ts';
import { comeBack, hubProblem, plainProblem } from '#server/desk/hub-problem.ts';
import { noteVaultChange } from '#server/desk/vault-change.ts';
import { limits } from '#server/limits.ts';
import { described } from './described.ts';

const group = 'Customers';
const who = ['supervisor'] as const;
const Params = closed({ import: Type.String({ maxLength: 64 }) });
const Keeping = closed({
  mode: oneOf(keepModes, { description: 'In place of the present list, or added to it' }),
  list: Type.Integer({ minimum: 0, description: 'Number of the list that you were shown' }),
});
const Erasing = closed({ key: Type.String({ minLength: 1, maxLength: 64 }) });
const ByClass = Type.Array(closed({ class: Id, count: Type.Integer() }));
const CountsAnswer = { list: Type.Integer(), count: Type.Integer(), byClass: ByClass };
const ImportAnswer = Type.Object(
  { import: Type.String(), state: oneOf(importStates), progress: Type.Number() },
  { additionalProperties: true },
);

/**
 * The hall's list of customers as a whole: counted, taken from a file in two steps, one of them
 * erased. Numbers are hashed on their way in; none is answered, logged or written to the journal.
 */
export function customerImportRoutes(app: FastifyInstance, desk: Desk): void {
  const { dispatch, vault } = desk.hall;
  const customers = createCustomerDesk(vault, {
    late: () => comeBack('busy', limits.customerRetryAfterSeconds, 'customers-late'),
  });
  app.addHook('onClose', () => customers.close());

  function classes() {
    const { config } = dispatch.state();
    if (config === null) throw plainProblem('unknown', 'no-day');
    return config.classes;
  }

  app.get('/api/customers', {
    config: { who },
    schema: described({
      group,
      summary: 'How many customers are on the list, by class, and the files that wait for a yes',
      who,
      answers: { 200: closed({ ...CountsAnswer, imports: Type.Array(ImportAnswer) }) },
    }),
    async handler(_, reply) {
      const [counts, imports] = await Promise.all([customers.counts(), customers.looks()]);
      reply.header('cache-control', 'no-store');
      return { ...counts, imports };
    },
  });

  app.get<{ Params: Static<typeof Params> }>('/api/customers/imports/:import', {
    config: { who },
    schema: described({
      group,
      summary: 'What came of a file: counts, reasons and the first rows',
      who,
      params: Params,
      answers: { 200: ImportAnswer },
    }),
    async handler(request, reply) {
      const view = await customers.look(request.params.import);
      if (view === null) throw gone();
      reply.header('cache-control', 'no-store');
      return view;
    },
  });

  app.get<{ Params: Static<typeof Params> }>('/api/customers/imports/:import/faults.csv', {
    config: { who },
    schema: described({
      group,
      summary: 'Every bad row: its line, the column and the reason, in the asker’s language',
      who,
      params: Params,
      answers: {
        200: {
          description: 'CSV, UTF-8 with BOM',
          content: { 'text/csv': { schema: Type.String() } },
        },
      },
    }),
    async handler(request, reply) {
      const { import: id } = request.params;
      const { language } = request;
      const first = await customers.faults(id, 0, language);
      if (first === null) throw gone();
      async function* pages() {
        for (let page = first; page !== null;) {
          yield page.text;
          page = page.next === null ? null : await customers.faults(id, page.next, language);
        }
      }
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', 'attachment; filename="rows-left-out.csv"')
        .type('text/csv; charset=utf-8')
        .send(Readable.from(pages()));
    },
  });

  app.post<{ Params: Static<typeof Params>; Body: Static<typeof Keeping> }>(
    '/api/customers/imports/:import/keep',
    {
      config: { who },
      schema: described({
        group,
        summary: 'Take the good rows of a file into the list',
        description:
          'Refused (409) when the list has become another one since it was shown: look again.',
        who,
        params: Params,
        body: { ...Keeping, examples: [{ mode: 'replace', list: 1 }] },
        answers: { 202: ImportAnswer },
      }),
      async handler(request, reply) {
        const { import: id } = request.params;
        const { mode, list } = request.body;
        const ids = classes().map((each) => each.id);
        const answer = await customers.keep(id, mode, list, ids);
        if (answer === 'gone') throw gone();
        if (answer !== 'begun') throw notKept(`import-${answer}`);
        void customers
          .outcome(id)
          .then(async (outcome) => {
            if (outcome === null) return;
            const change = mode === 'add' ? 'customers-added' : 'customers-replaced';
            const told = { change, badge: null, count: outcome.count } as const;
            await noteVaultChange(desk.hall, told, actorOf(request.identity));
          })
          .catch((error: unknown) => {
            request.log.error({ err: error }, 'a list of customers is kept, the journal lacks it');
          });
        const view = await customers.look(id);
        if (view === null) throw gone();
        return reply.code(202).header('cache-control', 'no-store').send(view);
      },
    },
  );

  app.delete<{ Params: Static<typeof Params> }>('/api/customers/imports/:import', {
    config: { who },
    schema: described({
      group,
      summary: 'Forget a file; the list stays as it is',
      who,
      params: Params,
      answers: { 204: Type.Null() },
    }),
    async handler(request, reply) {
      if (!(await customers.discard(request.params.import))) throw gone();
      return reply.code(204).send();
    },
  });

  app.post<{ Body: Static<typeof Erasing> }>('/api/customers/erase', {
    config: { who },
    schema: described({
      group,
      summary: 'Forget one customer for good, by phone or card number',
      description: 'Deleted rows are overwritten. Backups made before still hold them.',
      who,
      body: { ...Erasing, examples: [{ key: '13800138000' }] },
      answers: { 200: closed({ erased: Type.Boolean() }) },
    }),
    async handler(request, reply) {
      reply.header('cache-control', 'no-store');
      const erased = await customers.erase(request.body.key);
      if (erased) {
        const change = { change: 'customer-erased', badge: null } as const;
        await noteVaultChange(desk.hall, change, actorOf(request.identity));
      }
      return { erased };
    },
  });

  // The one door that takes a table, and nothing else does: piece by piece, as it comes.
  app.register(async (upload) => {
    upload.addContentTypeParser(
      ['text/csv', 'text/plain', 'application/octet-stream', 'application/vnd.ms-excel'],
      (_, payload, done) => {
        done(null, payload);
      },
    );
    upload.post<{ Body: unknown }>('/api/customers/imports', {
      config: { who },
      schema: described({
        group,
        summary: 'Bring a customers file: CSV as text/csv, in UTF-8, GB18030 or UTF-16',
        description:
          'The answer comes when the file is there; it is read beside the hall (`state`). ' +
          'Nothing counts until it is kept; after 30 minutes it is forgotten.',
        who,
        answers: { 202: ImportAnswer },
      }),
      async handler(request, reply) {
        const { body } = request;
        if (!(body instanceof Readable)) throw plainProblem('unsupported-media-type');
        const length = Number(request.headers['content-length'] ?? 0);
        if (length > limits.customerFileBytesMax) throw plainProblem('too-large');
        const named = classes().map(({ id, name }) => ({ id, name }));
        const id = await customers.begin(named);
        if (id === null) throw comeBack('busy', 60);
        try {
          for await (const piece of body) {
            if (!(await customers.take(id, piece as Uint8Array))) throw plainProblem('too-large');
          }
        } catch (error) {
          await customers.discard(id);
          throw error;
        }
        const view = await customers.finish(id);
        if (view === null) throw gone();
        return reply.code(202).header('cache-control', 'no-store').send(view);
      },
    });
  });
}

function gone() {
  return plainProblem('unknown', 'no-import');
}

function notKept(detail: 'import-not-ready' | 'import-changed' | 'import-class-gone') {
  return hubProblem((language) => ({
    ...problemOf('refused', language),
    detail: problemDetails[detail][language],
  }));
}
