import { html, type TemplateResult } from 'lit';
import type { GuestKind } from '#protocol/views.ts';
import { icon, type IconName } from '#ui/icons.ts';

/** The class's icon; its word always stands beside it. */
export const guestIcons = {
  ordinary: 'person',
  'special-needs': 'heart',
  vip: 'crown',
} as const satisfies Record<GuestKind, IconName>;

/** An icon for those who come before others; none for the ordinary. */
export function guestMark(guest: GuestKind): TemplateResult | string {
  return guest === 'ordinary' ? '' : html`${icon(guestIcons[guest], 'mark')}`;
}
