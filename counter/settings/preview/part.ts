import { html, type TemplateResult } from 'lit';
import { isSame } from '#server/settings/differences.ts';
import type { SettingsPlace } from '../parts.ts';
import './draft-preview.ts';
import { words } from './locale.ts';
import { faces } from './faces.ts';

/** `#/settings/preview/ticket`: what customers would see of the whole draft. */
export function part(place: SettingsPlace): TemplateResult {
  const isChanged = !isSame(place.draft, place.saved);
  return html`<p class="lead">${words.t(isChanged ? 'lead' : 'lead-unchanged')}</p>
    <ph-draft-preview
      .token=${place.session.token}
      .draft=${place.draft}
      .isWrong=${place.isWrong}
      .face=${faces.find((each) => each === place.path[0]) ?? 'kiosk'}
    ></ph-draft-preview>`;
}
