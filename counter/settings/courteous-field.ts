import { html, type TemplateResult } from 'lit';
import { languages } from '#core/vocabulary.ts';
import type { Text } from '#core/vocabulary.ts';
import { valueAt, type SettingsPath } from '#server/settings/paths.ts';
import './courteous-note.ts';
import { bothField, type FieldOptions } from './fields.ts';
import type { SettingsPlace } from './parts.ts';

/** A text in both languages that customers read or hear, with its hard words marked. */
export function courteousBoth(
  place: SettingsPlace,
  path: SettingsPath,
  options: FieldOptions,
): TemplateResult {
  const given = valueAt(place.draft, path) as Partial<Text> | undefined;
  return html`<div>
    ${bothField(place, path, { ...options, area: true })}
    ${languages.map(
      (each) =>
        html`<ph-courteous-note
          .said=${given?.[each] ?? ''}
          .speaking=${each}
          @better=${({ detail }: CustomEvent<string>) => {
            place.change(path, { zh: given?.zh ?? '', en: given?.en ?? '', [each]: detail });
          }}
        ></ph-courteous-note>`,
    )}
  </div>`;
}
