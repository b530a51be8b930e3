import { html, nothing, type TemplateResult } from 'lit';
import type { Text } from '#core/vocabulary.ts';
import type { DisciplineSettings } from '#server/settings/draft.ts';
import { textOf } from '#ui/locale/index.ts';
import { numberField } from '../fields.ts';
import { names, valueWord } from '../names-locale.ts';
import type { SettingsPlace } from '../parts.ts';
import { words } from './locale.ts';
import './order-preview.ts';
import { profileFields } from './profile-fields.ts';

const kinds = ['strict', 'fifo', 'ratio', 'aging', 'promise', 'profile'] as const;
type Kind = (typeof kinds)[number];

/** `#/settings/discipline`: who is called next, with the order that it makes. */
export function part(place: SettingsPlace): TemplateResult {
  const { draft, saved } = place;
  const discipline: DisciplineSettings = draft.discipline ?? { kind: 'strict' };
  return html`<p class="lead">${words.t('lead')}</p>
    <section class="card" aria-label=${names.t('kind')}>
      <div class="kinds" role="radiogroup" aria-label=${names.t('kind')}>
        ${kinds.map(
          (kind) =>
            html`<label class=${kind === discipline.kind ? 'kind chosen' : 'kind'}
              ><input
                type="radio"
                name="kind"
                ?disabled=${place.readonly}
                .checked=${kind === discipline.kind}
                @change=${() => {
                  place.change('discipline', ofKind(place, discipline, kind));
                }}
              /><span
                ><b>${valueWord(kind, 'discipline')}</b
                ><small>${words.t(`kind-${kind}`)}</small></span
              ></label
            >`,
        )}
      </div>
      ${byClass(place, discipline)}
      ${discipline.kind === 'profile' ? profileFields(place, discipline) : nothing}
    </section>
    <section class="card" aria-labelledby="guards">
      <h2 id="guards">${words.t('guards-title')}</h2>
      <div class="row">
        ${numberField(place, 'discipline.maxConsecutivePriority', {
          label: names.t('maxConsecutivePriority'),
          help: words.t('consecutive-help'),
          unit: words.t('calls'),
          optional: true,
        })}
        ${draft.classes.map(({ id, name }) =>
          numberField(withEmptyGone(place), `discipline.maxWaitMinutes.${id}`, {
            label: words.t('max-wait', { name: textOf(name as Text) }),
            unit: words.t('minutes'),
            optional: true,
          }),
        )}
      </div>
    </section>
    <ph-order-preview
      .token=${place.session.token}
      .draft=${draft}
      .isChanged=${draft !== saved}
      .isWrong=${place.isWrong}
    ></ph-order-preview>`;
}

/** Shares and weights, one figure a class. */
function byClass(
  place: SettingsPlace,
  { kind }: DisciplineSettings,
): TemplateResult | typeof nothing {
  if (kind !== 'ratio' && kind !== 'aging') return nothing;
  const key = kind === 'ratio' ? 'shares' : 'weights';
  return html`<div class="row">
    ${place.draft.classes.map(({ id, name }) =>
      numberField(place, `discipline.${key}.${id}`, {
        label: textOf(name as Text),
        unit: words.t(kind === 'ratio' ? 'calls' : 'times'),
        ...(kind === 'aging' ? { step: 0.1 } : {}),
      }),
    )}
  </div>`;
}

/** A table of no class is none: the hall file wants one at least. */
function withEmptyGone(place: SettingsPlace): SettingsPlace {
  return {
    ...place,
    change: (path, value) => {
      const given = place.draft.discipline?.maxWaitMinutes ?? {};
      const id = path.split('.').at(-1) ?? '';
      const { [id]: _, ...others } = given;
      const next = value === undefined ? others : { ...given, [id]: value };
      const isEmpty = Object.keys(next).length === 0;
      place.change('discipline.maxWaitMinutes', isEmpty ? undefined : next);
    },
  };
}

/** Another kind begins with what the hall had of it before, else with every class alike. */
function ofKind(
  { draft, saved }: SettingsPlace,
  { maxConsecutivePriority, maxWaitMinutes }: DisciplineSettings,
  kind: Kind,
): DisciplineSettings {
  const guards = {
    ...(maxConsecutivePriority === undefined ? {} : { maxConsecutivePriority }),
    ...(maxWaitMinutes === undefined ? {} : { maxWaitMinutes }),
  };
  if (saved.discipline?.kind === kind) return { ...saved.discipline, ...guards };
  const alike = Object.fromEntries(draft.classes.map(({ id }) => [id, 1]));
  switch (kind) {
    case 'ratio':
      return { kind, shares: alike, ...guards };
    case 'aging':
      return { kind, weights: alike, ...guards };
    case 'profile': {
      const queue = draft.classes.at(-1)?.id ?? '';
      return {
        kind,
        rules: [{ when: { waitOver: { queue, minutes: 5 } }, call: queue }],
        finally: 'max-wait',
        ...guards,
      };
    }
    case 'fifo':
    case 'strict':
    case 'promise':
      return { kind, ...guards };
  }
}
