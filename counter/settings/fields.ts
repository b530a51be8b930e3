import { html, nothing, type TemplateResult } from 'lit';
import type { Text } from '#core/vocabulary.ts';
import { valueAt, type SettingsPath } from '#server/settings/paths.ts';
import { textOf } from '#ui/locale/index.ts';
import { words } from './locale.ts';
import type { SettingsPlace } from './parts.ts';

/**
 * Fields of the settings: each shows the draft's value at `path`, changes it, and says under itself
 * what the hub finds wrong there. Bounds come from the hall file's schema.
 */
export interface FieldOptions {
  readonly label: string;
  readonly help?: string;
  /** Nothing typed takes the key away. */
  readonly optional?: boolean;
  /** A word behind the figure, such as minutes. */
  readonly unit?: string;
}

export function textField(
  place: SettingsPlace,
  path: SettingsPath,
  options: FieldOptions & { readonly area?: boolean; readonly inputMode?: string },
): TemplateResult {
  const id = idOf(path);
  const value = shown(valueAt(place.draft, path));
  const max = place.facts(path)['maxLength'];
  const typed = (event: Event): void => {
    const next = (event.target as HTMLInputElement).value;
    place.change(path, next === '' && options.optional === true ? undefined : next);
  };
  const limit = typeof max === 'number' ? max : nothing;
  return framed(
    place,
    path,
    options,
    options.area === true
      ? html`<textarea
          id=${id}
          class="input area"
          rows="2"
          maxlength=${limit}
          ?readonly=${place.readonly}
          aria-invalid=${invalid(place, path)}
          aria-describedby=${`${id}-said`}
          .value=${value}
          @input=${typed}
        ></textarea>`
      : html`<input
          id=${id}
          class="input"
          type="text"
          autocomplete="off"
          inputmode=${options.inputMode ?? nothing}
          maxlength=${limit}
          ?readonly=${place.readonly}
          aria-invalid=${invalid(place, path)}
          aria-describedby=${`${id}-said`}
          .value=${value}
          @input=${typed}
        />`,
  );
}

/** A text in both languages, side by side; with `optional`, both empty takes the key away. */
export function bothField(
  place: SettingsPlace,
  path: SettingsPath,
  options: FieldOptions & { readonly area?: boolean },
): TemplateResult {
  const given = valueAt(place.draft, path) as Partial<Text> | undefined;
  const wrapped: SettingsPlace = {
    ...place,
    change: (at, value) => {
      const part = at.endsWith('.zh') ? 'zh' : 'en';
      const next = { zh: given?.zh ?? '', en: given?.en ?? '', [part]: value ?? '' };
      const isEmpty = next.zh === '' && next.en === '';
      place.change(path, isEmpty && options.optional === true ? undefined : next);
    },
  };
  return html`<fieldset class="both">
    <legend class="legend">${options.label}</legend>
    ${options.help === undefined ? nothing : html`<p class="help">${options.help}</p>`}
    <div class="pair">
      ${textField(wrapped, `${path}.zh`, { label: words.t('zh'), area: options.area ?? false })}
      ${textField(wrapped, `${path}.en`, { label: words.t('en'), area: options.area ?? false })}
    </div>
    ${said(place, path)}
  </fieldset>`;
}

export function numberField(
  place: SettingsPlace,
  path: SettingsPath,
  options: FieldOptions & { readonly step?: number },
): TemplateResult {
  const id = idOf(path);
  const facts = place.facts(path);
  const typed = (event: Event): void => {
    const { value, valueAsNumber } = event.target as HTMLInputElement;
    if (value === '') place.change(path, options.optional === true ? undefined : null);
    else place.change(path, valueAsNumber);
  };
  const bound = (name: string) => (typeof facts[name] === 'number' ? String(facts[name]) : nothing);
  const usual = facts['default'];
  return framed(
    place,
    path,
    options,
    html`<span class="figure-line">
      <input
        id=${id}
        class="input figure"
        type="number"
        min=${bound('minimum')}
        max=${bound('maximum')}
        step=${options.step ?? (facts['type'] === 'integer' ? 1 : 0.5)}
        placeholder=${typeof usual === 'number' ? String(usual) : nothing}
        ?readonly=${place.readonly}
        aria-invalid=${invalid(place, path)}
        aria-describedby=${`${id}-said`}
        .value=${shown(valueAt(place.draft, path))}
        @input=${typed}
      />
      ${options.unit === undefined ? nothing : html`<span class="unit">${options.unit}</span>`}
    </span>`,
  );
}

/** One of a few, as a menu; `values` with their words, in order. */
export function choiceField(
  place: SettingsPlace,
  path: SettingsPath,
  options: FieldOptions & {
    readonly values: readonly (readonly [value: string, word: string])[];
    /** What having none is called. */
    readonly none?: string;
  },
): TemplateResult {
  const id = idOf(path);
  const value = valueAt(place.draft, path) ?? place.facts(path)['default'];
  return framed(
    place,
    path,
    options,
    html`<select
      id=${id}
      class="input"
      ?disabled=${place.readonly}
      aria-invalid=${invalid(place, path)}
      aria-describedby=${`${id}-said`}
      @change=${(event: Event) => {
        const next = (event.target as HTMLSelectElement).value;
        place.change(path, next === '' ? undefined : next);
      }}
    >
      ${
        options.optional === true
          ? html`<option value="" ?selected=${value === undefined}>
              ${options.none ?? words.t('none')}
            </option>`
          : nothing
      }
      ${options.values.map(
        ([each, word]) => html`<option value=${each} ?selected=${each === value}>${word}</option>`,
      )}
    </select>`,
  );
}

/** Yes or no. */
export function switchField(
  place: SettingsPlace,
  path: SettingsPath,
  options: FieldOptions,
): TemplateResult {
  const id = idOf(path);
  const value = valueAt(place.draft, path) ?? place.facts(path)['default'] ?? false;
  return html`<div class="field switch">
    <label for=${id}
      ><input
        id=${id}
        type="checkbox"
        ?disabled=${place.readonly}
        aria-describedby=${`${id}-said`}
        .checked=${value === true}
        @change=${(event: Event) => {
          place.change(path, (event.target as HTMLInputElement).checked);
        }}
      />${options.label}</label
    >
    ${options.help === undefined ? nothing : html`<p class="help">${options.help}</p>`}
    ${said(place, path)}
  </div>`;
}

/** Label above, help and what is wrong below; for controls of a part's own. */
export function framed(
  place: SettingsPlace,
  path: SettingsPath,
  { label, help }: FieldOptions,
  control: TemplateResult,
): TemplateResult {
  return html`<div class="field">
    <label for=${idOf(path)}>${label}</label>
    ${control} ${help === undefined ? nothing : html`<p class="help">${help}</p>`}
    ${said(place, path)}
  </div>`;
}

/** What is wrong at a path; its element is there from the start, so that it is read out. */
export function said(place: SettingsPlace, path: SettingsPath): TemplateResult {
  return html`<div id=${`${idOf(path)}-said`} class="said" aria-live="polite">
    ${place.problems(path).map(({ message }) => html`<p class="wrong">${textOf(message)}</p>`)}
  </div>`;
}

/** Id of the control at a path, for labels and for going to a mistake. */
export function idOf(path: SettingsPath): string {
  return `at-${path.replaceAll(/[^A-Za-z0-9]+/g, '-')}`;
}

function invalid(place: SettingsPlace, path: SettingsPath): 'true' | typeof nothing {
  return place.problems(path).length > 0 ? 'true' : nothing;
}

function shown(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
