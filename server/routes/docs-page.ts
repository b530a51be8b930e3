import { problemStatus, type ProblemCode } from '#protocol/problem.ts';
import { problemTitles } from '#protocol/words/problems.ts';

/** The part of an OpenAPI 3.1 document that the page reads. */
export interface OpenApiDocument {
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

interface Operation {
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema?: Schema;
  }[];
  readonly requestBody?: { readonly content?: Content };
  readonly responses?: Readonly<
    Record<string, { readonly description?: string; readonly content?: Content }>
  >;
}

type Content = Readonly<
  Record<
    string,
    { readonly schema?: Schema; readonly examples?: unknown; readonly example?: unknown }
  >
>;

interface Schema {
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly examples?: readonly unknown[];
  readonly example?: unknown;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

const depthMax = 3;

/** A readable page from the document: no script, its style in a file of its own (CSP 'self'). */
export function docsPage(document: OpenApiDocument): string {
  const doors = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const groups = document.tags.map((tag) => {
    const own = doors.filter(({ operation }) => operation.tags?.includes(tag.name));
    return { tag, own };
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(document.info.title)} ${escape(document.info.version)}</title>
<link rel="stylesheet" href="docs.css">
</head>
<body>
<header>
<h1>${escape(document.info.title)}</h1>
<p>${prose(document.info.description)}</p>
<p><a href="openapi.json">openapi.json</a> · version ${escape(document.info.version)}</p>
</header>
<nav aria-label="Groups"><ul>
${groups.map(({ tag }) => `<li><a href="#${anchor(tag.name)}">${escape(tag.name)}</a></li>`).join('\n')}
<li><a href="#problems">Problems</a></li>
</ul></nav>
<main>
${groups.map(({ tag, own }) => section(tag, own)).join('\n')}
${problems()}
</main>
</body>
</html>
`;
}

/** Where `type` of a problem points: the closed set of codes, with status and title. */
function problems(): string {
  const rows = Object.entries(problemStatus).map(
    ([code, status]) =>
      `<tr id="problem-${escape(code)}"><th><code>${escape(code)}</code></th><td>${String(status)}</td>` +
      `<td>${escape(problemTitles[code as ProblemCode].en)}</td>` +
      `<td lang="zh">${escape(problemTitles[code as ProblemCode].zh)}</td></tr>`,
  );
  return `<section id="problems">
<h2>Problems</h2>
<p>Errors are application/problem+json. A refusal by a rule also names rule, rules, by and waysOut.</p>
<table><tbody>
${rows.join('\n')}
</tbody></table>
</section>`;
}

function section(
  tag: { readonly name: string; readonly description: string },
  doors: readonly { path: string; method: string; operation: Operation }[],
): string {
  return `<section id="${anchor(tag.name)}">
<h2>${escape(tag.name)}</h2>
<p>${escape(tag.description)}</p>
${doors.map((door) => article(door.path, door.method, door.operation)).join('\n')}
</section>`;
}

function article(path: string, method: string, operation: Operation): string {
  const body = operation.requestBody?.content?.['application/json']?.schema;
  const parameters = operation.parameters ?? [];
  return `<article id="${anchor(`${method} ${path}`)}">
<h3><span class="method">${escape(method.toUpperCase())}</span> <code>${escape(path)}</code></h3>
<p class="summary">${escape(operation.summary ?? '')}</p>
${(operation.description ?? '')
  .split('\n\n')
  .filter((line) => line !== '')
  .map((line) => `<p>${prose(line)}</p>`)
  .join('\n')}
${parameters.length === 0 ? '' : `<h4>Parameters</h4>${table(parameters.map((each) => row(`${each.name} (${each.in})`, each.schema ?? {}, each.required === true)))}`}
${body === undefined || !hasFields(body) ? '' : `<h4>Body</h4>${fields(body)}`}
${examples(operation)}
${answers(operation)}
</article>`;
}

function answers(operation: Operation): string {
  const good = Object.entries(operation.responses ?? {}).filter(([status]) => status < '300');
  const bad = Object.keys(operation.responses ?? {}).filter((status) => status >= '400');
  const told = good.map(([status, { content }]) => {
    const schema = content?.['application/json']?.schema;
    return `<h4>Answer ${escape(status)}</h4>${schema === undefined || !hasFields(schema) ? `<p>${escape(schema?.description ?? 'Empty.')}</p>` : fields(schema)}`;
  });
  return `${told.join('\n')}
${bad.length === 0 ? '' : `<p class="problems">Problems: ${bad.map((status) => `<code>${escape(status)}</code>`).join(' ')}</p>`}`;
}

function examples(operation: Operation): string {
  const media = operation.requestBody?.content?.['application/json'];
  const example = firstExample(media?.schema) ?? media?.example ?? undefined;
  if (example === undefined) return '';
  return `<h4>Example</h4><pre><code>${escape(JSON.stringify(example, null, 2))}</code></pre>`;
}

function firstExample(schema: Schema | undefined): unknown {
  return schema?.examples?.[0] ?? schema?.example;
}

function hasFields(schema: Schema): boolean {
  return Object.keys(schema.properties ?? {}).length > 0;
}

function fields(schema: Schema, depth = 0): string {
  const required = new Set(schema.required ?? []);
  return table(
    Object.entries(schema.properties ?? {}).map(([name, inner]) =>
      row(name, inner, required.has(name), depth),
    ),
  );
}

function table(rows: readonly string[]): string {
  return `<table><thead><tr><th scope="col">Field</th><th scope="col">Type</th><th scope="col">What</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function row(name: string, schema: Schema, isRequired: boolean, depth = 0): string {
  const object = objectIn(schema);
  const inner =
    object !== undefined && hasFields(object) && depth < depthMax
      ? `<details><summary>Fields</summary>${fields(object, depth + 1)}</details>`
      : '';
  return `<tr><th scope="row"><code>${escape(name)}</code>${isRequired ? ' <span class="required">required</span>' : ''}</th><td>${escape(typeOf(schema))}</td><td>${escape(schema.description ?? '')}${inner}</td></tr>`;
}

function objectIn(schema: Schema): Schema | undefined {
  if (schema.properties !== undefined) return schema;
  if (schema.items !== undefined) return objectIn(schema.items);
  return schema.anyOf?.map(objectIn).find((each) => each !== undefined);
}

function typeOf(schema: Schema): string {
  if (schema.enum !== undefined) return schema.enum.map(String).join(' | ');
  if (schema.title !== undefined) return schema.title;
  const branches = schema.anyOf ?? schema.oneOf;
  if (schema.type === undefined && branches !== undefined) return branches.map(typeOf).join(' | ');
  if (schema.type === 'array') return `list of ${typeOf(schema.items ?? {})}`;
  const bounds =
    schema.maxLength !== undefined
      ? `, up to ${schema.maxLength}`
      : schema.maximum !== undefined
        ? `, ${schema.minimum ?? ''} to ${schema.maximum}`
        : '';
  return `${[schema.type ?? 'any'].flat().join(' | ')}${bounds}`;
}

/** Escaped text with `code` between backquotes. */
function prose(words: string): string {
  return escape(words).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}

function anchor(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

function escape(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

export const docsStyle = `
:root { color-scheme: light dark; --ink: #1d2a26; --soft: #5b6a64; --line: #d5dcd8; --paper: #fbfaf6; --tint: #eef2ee; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8ece9; --soft: #a9b5af; --line: #37433e; --paper: #141a18; --tint: #1d2522; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 2rem 1.25rem 6rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.6 system-ui, 'Noto Sans SC', sans-serif; }
h1 { font-size: 2rem; margin: 0 0 .5rem; }
h2 { font-size: 1.5rem; margin: 3rem 0 .25rem; padding-top: 1rem; border-top: 2px solid var(--ink); }
h3 { font-size: 1.1rem; margin: 0; overflow-wrap: anywhere; }
h4 { font-size: .9rem; margin: 1.25rem 0 .4rem; color: var(--soft); }
nav ul { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; list-style: none; padding: 0; }
article { margin: 1.5rem 0; padding: 1.25rem 1.5rem; border: 1px solid var(--line); border-radius: 10px; background: var(--tint); }
.method { display: inline-block; min-width: 4.2rem; font-weight: 700; letter-spacing: .02em; }
.summary { font-weight: 600; margin: .4rem 0; }
.required { color: var(--soft); font-weight: 400; font-size: .8rem; }
.problems { color: var(--soft); }
table { width: 100%; border-collapse: collapse; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-top: 1px solid var(--line); }
thead th { border-top: 0; color: var(--soft); font-weight: 400; }
code, pre { font-family: ui-monospace, 'SF Mono', Consolas, monospace; font-size: .92em; }
pre { margin: 0; padding: .75rem 1rem; overflow-x: auto; background: var(--paper); border: 1px solid var(--line); border-radius: 8px; }
summary { cursor: pointer; }
.document { max-width: 54rem; }
.document h3 { margin: 2rem 0 .5rem; }
.document pre { margin: 1rem 0; }
.wide { overflow-x: auto; }
a { color: inherit; }
a:focus-visible, summary:focus-visible { outline: 3px solid currentColor; outline-offset: 3px; }
`;
