import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { valueAt, type SettingsPath } from '#server/settings/paths.ts';
import { textOf } from '#ui/locale/index.ts';
import { deskIcon } from '../manager/desk-icons.ts';
import { words } from './locale.ts';
import type { SettingsPlace } from './parts.ts';

/** Lists of the settings: their items in order, one open at a time, moved and taken out by keys. */
export interface ListOptions<T> {
  readonly path: SettingsPath;
  /** What an item is called in its row. */
  readonly title: (item: T, index: number) => string | TemplateResult;
  /** What stands behind its title. */
  readonly note?: (item: T) => string | TemplateResult;
  /** The fields of the open one; `path` leads to the item. */
  readonly fields: (item: T, path: SettingsPath, index: number) => TemplateResult;
  /** A new item. */
  readonly create: (items: readonly T[]) => T;
  readonly add: string;
  /** Said where the list is empty. */
  readonly none?: string;
  /** True: their order means nothing, and they are not moved. */
  readonly unordered?: boolean;
  /** Items that must stay. */
  readonly least?: number;
}

/** Lists in which something has just been added: its first field gets the focus. */
const added = new Set<SettingsPath>();

/** Which item of each list stands open; kept while the part is shown. */
const opened = new Map<SettingsPath, number>();

export function list<T>(place: SettingsPlace, options: ListOptions<T>): TemplateResult {
  const { path, least = 0 } = options;
  const items = (valueAt(place.draft, path) ?? []) as readonly T[];
  const open = opened.get(path);
  const show = (index: number | null): void => {
    if (index === null) opened.delete(path);
    else opened.set(path, index);
    // The draft stays as it is; only what is open has changed.
    place.refresh();
  };
  const replace = (next: readonly T[]): void => {
    place.change(path, next);
  };
  const move = (from: number, to: number): void => {
    const next = [...items];
    const [item] = next.splice(from, 1);
    if (item === undefined) return;
    next.splice(to, 0, item);
    if (open === from) opened.set(path, to);
    replace(next);
  };
  const remove = (index: number): void => {
    opened.delete(path);
    replace(items.filter((_, at) => at !== index));
  };
  return html`<div class="list">
    ${items.length === 0 && options.none !== undefined ? html`<p class="help">${options.none}</p>` : nothing}
    <ol>
      ${items.map((item, index) => {
        const at = `${path}[${String(index)}]`;
        const isOpen = open === index;
        const isWrong = place.problems(at, 'within').length > 0;
        return html`<li class=${isOpen ? 'item open' : 'item'}>
          <div class="bar">
            <button
              class="title"
              type="button"
              aria-expanded=${isOpen ? 'true' : 'false'}
              @click=${() => {
                show(isOpen ? null : index);
              }}
            >
              <span class="name">${options.title(item, index)}</span>
              ${options.note === undefined ? nothing : html`<span class="note">${options.note(item)}</span>`}
              ${isWrong ? html`<em class="mark wrong">${words.t('wrong')}</em>` : nothing}
            </button>
            ${
              options.unordered === true
                ? nothing
                : html`<button
                      class="mini up"
                      type="button"
                      aria-label=${words.t('move-up')}
                      title=${words.t('move-up')}
                      ?disabled=${index === 0 || place.readonly}
                      @click=${(event: Event) => {
                        follow(event, index - 1, items.length);
                        move(index, index - 1);
                      }}
                    >
                      ${deskIcon('up')}
                    </button>
                    <button
                      class="mini"
                      type="button"
                      aria-label=${words.t('move-down')}
                      title=${words.t('move-down')}
                      ?disabled=${index === items.length - 1 || place.readonly}
                      @click=${(event: Event) => {
                        follow(event, index + 1, items.length);
                        move(index, index + 1);
                      }}
                    >
                      ${deskIcon('down')}
                    </button>`
            }
            <button
              class="mini"
              type="button"
              aria-label=${words.t('remove')}
              title=${words.t('remove')}
              ?disabled=${items.length <= least || place.readonly}
              @click=${() => {
                remove(index);
              }}
            >
              ${deskIcon('bin')}
            </button>
          </div>
          ${
            isOpen
              ? html`<div class="fields" ${ref(added.has(path) ? beginIn(path) : undefined)}>
                  ${options.fields(item, at, index)}
                </div>`
              : nothing
          }
        </li>`;
      })}
    </ol>
    <button
      class="button plain"
      type="button"
      ?disabled=${place.readonly}
      @click=${() => {
        opened.set(path, items.length);
        added.add(path);
        replace([...items, options.create(items)]);
      }}
    >
      ${options.add}
    </button>
    ${place.problems(path).map(({ message }) => html`<p class="wrong">${textOf(message)}</p>`)}
  </div>`;
}

/** Whoever adds an item writes it next. */
function beginIn(path: SettingsPath): (fields: Element | undefined) => void {
  return (fields) => {
    if (fields === undefined || !added.delete(path)) return;
    queueMicrotask(() => fields.querySelector<HTMLElement>('input, textarea, select')?.focus());
  };
}

/** The focus goes with the item; at an end of the list to the key that still leads on. */
function follow({ currentTarget }: Event, to: number, count: number): void {
  const button = currentTarget as HTMLElement;
  const row = button.closest('ol')?.children[to];
  const [up, down] = row?.querySelectorAll<HTMLButtonElement>(':scope > .bar .mini') ?? [];
  const wanted = to === 0 ? down : to === count - 1 ? up : button.matches('.up') ? up : down;
  if (wanted === undefined) return;
  wanted.disabled = false;
  wanted.focus();
}

/** Several of a few, as boxes to tick; nothing ticked takes the key away where `optional`. */
export function ticks(
  place: SettingsPlace,
  path: SettingsPath,
  options: {
    readonly label: string;
    readonly help?: string;
    readonly optional?: boolean;
    readonly choices: readonly (readonly [value: string, word: string])[];
  },
): TemplateResult {
  const given = (valueAt(place.draft, path) ?? []) as readonly string[];
  return html`<fieldset class="both">
    <legend class="legend">${options.label}</legend>
    ${options.help === undefined ? nothing : html`<p class="help">${options.help}</p>`}
    <div class="ticks">
      ${options.choices.map(
        ([value, word]) =>
          html`<label class="tick"
            ><input
              type="checkbox"
              ?disabled=${place.readonly}
              .checked=${given.includes(value)}
              @change=${(event: Event) => {
                const isOn = (event.target as HTMLInputElement).checked;
                const next = isOn ? [...given, value] : given.filter((each) => each !== value);
                place.change(
                  path,
                  next.length === 0 && options.optional === true ? undefined : next,
                );
              }}
            />${word}</label
          >`,
      )}
    </div>
    ${place
      .problems(path, 'within')
      .map(({ message }) => html`<p class="wrong">${textOf(message)}</p>`)}
  </fieldset>`;
}

/** Opens an item of a list, such as the one that a link names. */
export function openItem(path: SettingsPath, index: number): void {
  opened.set(path, index);
}

/** An id that no item has yet: `new`, `new-2`, … */
export function freshId(ids: readonly string[], wish: string): string {
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? wish : `${wish}-${String(count)}`;
    if (!ids.includes(id)) return id;
  }
}
