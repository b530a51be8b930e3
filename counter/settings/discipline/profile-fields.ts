import { html, nothing, type TemplateResult } from 'lit';
import type { Text } from '#core/vocabulary.ts';
import type { DisciplineSettings } from '#server/settings/draft.ts';
import { textOf } from '#ui/locale/index.ts';
import { choiceField, framed, idOf, numberField, textField } from '../fields.ts';
import { list } from '../lists.ts';
import { names } from '../names-locale.ts';
import type { SettingsPlace } from '../parts.ts';
import { words } from './locale.ts';

type Profile = Extract<DisciplineSettings, { readonly kind: 'profile' }>;
type Rule = Profile['rules'][number];
type Condition = Rule['when'];
type Simple = Exclude<keyof Condition, 'all'>;

const simple = ['waitOver', 'lengthOver', 'calledLess', 'between'] as const;

/** The rules of a profile, from the top, and what happens when none fits. */
export function profileFields(place: SettingsPlace, profile: Profile): TemplateResult {
  const queue = place.draft.classes.at(-1)?.id ?? '';
  return html`<div class="inner">
    <h3>${names.t('rules')}</h3>
    ${list<Rule>(place, {
      path: 'discipline.rules',
      title: ({ when, call }) =>
        words.t('rule-title', { condition: say(place, when), call: queueName(place, call) }),
      fields: ({ when }, path) =>
        html`${condition(place, when, `${path}.when`, true)}
        ${choiceField(place, `${path}.call`, {
          label: words.t('rule-call'),
          values: queues(place),
        })}`,
      create: () => ({ when: fresh(place, 'waitOver'), call: queue }),
      add: words.t('rule-add'),
      least: 1,
    })}
    ${last(place, profile)}
  </div>`;
}

function condition(
  place: SettingsPlace,
  when: Condition,
  path: string,
  mayNest: boolean,
): TemplateResult {
  const kind = kindOf(when);
  const kinds = mayNest ? ([...simple, 'all'] as const) : simple;
  return html`${framed(
    place,
    path,
    { label: words.t('rule-when') },
    html`<select
      id=${idOf(path)}
      class="input"
      ?disabled=${place.readonly}
      @change=${(event: Event) => {
        const next = kinds.find((each) => each === (event.target as HTMLSelectElement).value);
        if (next === undefined) return;
        place.change(path, next === 'all' ? { all: [when] } : fresh(place, next));
      }}
    >
      ${kinds.map(
        (each) =>
          html`<option value=${each} ?selected=${each === kind}>
            ${words.t(`when-${each}`)}
          </option>`,
      )}
    </select>`,
  )}
  ${kind === 'all' ? nested(place, path) : html`<div class="row">${figures(place, kind, path)}</div>`}`;
}

function nested(place: SettingsPlace, path: string): TemplateResult {
  return list<Condition>(place, {
    path: `${path}.all`,
    title: (each) => say(place, each),
    fields: (each, at) => condition(place, each, at, false),
    create: () => fresh(place, 'lengthOver'),
    add: words.t('condition-add'),
    unordered: true,
    least: 1,
  });
}

function figures(place: SettingsPlace, kind: Simple, path: string): TemplateResult {
  const at = `${path}.${kind}`;
  if (kind === 'between') {
    return html`${textField(place, `${at}[0]`, { label: words.t('from') })}
    ${textField(place, `${at}[1]`, { label: words.t('to') })}`;
  }
  const queue = choiceField(place, `${at}.queue`, {
    label: words.t('queue'),
    values: queues(place),
  });
  if (kind === 'waitOver') {
    return html`${queue}
    ${numberField(place, `${at}.minutes`, {
      label: names.t('maxWaitMinutes'),
      unit: words.t('minutes'),
    })}`;
  }
  if (kind === 'lengthOver') {
    return html`${queue} ${numberField(place, `${at}.count`, { label: words.t('count') })}`;
  }
  return html`${queue} ${numberField(place, `${at}.n`, { label: words.t('n') })}
  ${choiceField(place, `${at}.scope`, {
    label: words.t('scope'),
    values: [
      ['hall', words.t('scope-hall')],
      ['counter', words.t('scope-counter')],
    ],
  })}`;
}

function last(place: SettingsPlace, profile: Profile): TemplateResult {
  const path = 'discipline.finally';
  const present = profile.finally;
  const kind =
    present === 'max-wait' ? 'max-wait' : present.ratio === undefined ? 'list-order' : 'ratio';
  const every = (value: number) =>
    Object.fromEntries(place.draft.classes.map(({ id }) => [id, value]));
  const make = (next: string): unknown => {
    if (next === 'max-wait') return 'max-wait';
    if (next === 'ratio') return { ratio: every(1) };
    return { 'list-order': place.draft.classes.map(({ id }) => id).reverse() };
  };
  return html`${framed(
    place,
    path,
    { label: words.t('finally-label') },
    html`<select
      id=${idOf(path)}
      class="input"
      ?disabled=${place.readonly}
      @change=${(event: Event) => {
        place.change(path, make((event.target as HTMLSelectElement).value));
      }}
    >
      ${(['max-wait', 'list-order', 'ratio'] as const).map(
        (each) =>
          html`<option value=${each} ?selected=${each === kind}>
            ${words.t(`finally-${each}`)}
          </option>`,
      )}
    </select>`,
  )}
  ${
    kind === 'ratio'
      ? html`<div class="row">
          ${place.draft.classes.map(({ id, name }) =>
            numberField(place, `${path}.ratio.${id}`, {
              label: textOf(name as Text),
              unit: words.t('calls'),
            }),
          )}
        </div>`
      : nothing
  }
  ${
    kind === 'list-order'
      ? html`<p class="help">${words.t('order-help')}</p>
          ${list<string>(place, {
            path: `${path}.list-order`,
            title: (id) => queueName(place, id),
            fields: (_, at) =>
              choiceField(place, at, { label: words.t('queue'), values: queues(place) }),
            create: () => place.draft.services[0]?.id ?? '',
            add: words.t('queue'),
            least: 1,
          })}`
      : nothing
  }`;
}

function kindOf(when: Condition): Simple | 'all' {
  return ([...simple, 'all'] as const).find((kind) => when[kind] !== undefined) ?? 'waitOver';
}

function fresh(place: SettingsPlace, kind: Simple): Condition {
  const queue = place.draft.classes.at(-1)?.id ?? '';
  switch (kind) {
    case 'waitOver':
      return { waitOver: { queue, minutes: 5 } };
    case 'lengthOver':
      return { lengthOver: { queue, count: 5 } };
    case 'calledLess':
      return { calledLess: { queue, n: 1, scope: 'hall' } };
    case 'between':
      return { between: ['09:00', '11:00'] };
  }
}

function say(place: SettingsPlace, when: Condition): string {
  const name = (id: string) => queueName(place, id);
  if (when.all !== undefined) {
    return when.all.map((each) => say(place, each)).join(names.t('separator'));
  }
  if (when.waitOver !== undefined) {
    const { queue, minutes } = when.waitOver;
    return words.t('say-waitOver', { queue: name(queue), minutes });
  }
  if (when.lengthOver !== undefined) {
    const { queue, count } = when.lengthOver;
    return words.t('say-lengthOver', { queue: name(queue), count });
  }
  if (when.calledLess !== undefined) {
    const { queue, n } = when.calledLess;
    return words.t('say-calledLess', { queue: name(queue), n });
  }
  const [from = '', to = ''] = when.between ?? [];
  return words.t('say-between', { from, to });
}

/** Classes and services: rules name either. */
function queues({ draft }: SettingsPlace): readonly (readonly [string, string])[] {
  return [...draft.classes, ...draft.services].map(
    ({ id, name }) => [id, textOf(name as Text)] as const,
  );
}

function queueName(place: SettingsPlace, id: string): string {
  return queues(place).find(([each]) => each === id)?.[1] ?? id;
}
