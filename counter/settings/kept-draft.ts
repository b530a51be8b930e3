import type { SessionView } from '#protocol/views.ts';
import type { SettingsView } from '#server/settings/answers.ts';
import type { HallSettings } from '#server/settings/draft.ts';

const memoryKey = 'paihao.settings-draft';

/** A draft as a page keeps it over a reload: of one hall, one person and one tab. */
export interface KeptDraft {
  readonly hall: string;
  readonly badge: string;
  readonly revision: number;
  readonly base: HallSettings;
  readonly draft: HallSettings;
}

export function keepDraft(draft: KeptDraft): void {
  try {
    sessionStorage.setItem(memoryKey, JSON.stringify(draft));
  } catch {
    // Storage is blocked or full: a reload loses the draft, the page works on.
  }
}

export function forgetDraft(): void {
  try {
    sessionStorage.removeItem(memoryKey);
  } catch {
    // Storage is blocked: there is nothing to forget.
  }
}

export function keptDraft(view: SettingsView, session: SessionView | null): KeptDraft | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(memoryKey) ?? 'null') as KeptDraft | null;
    const isOwn = kept?.hall === view.settings.hall.id && kept.badge === session?.badge;
    return isOwn ? kept : null;
  } catch {
    return null; // Blocked, or another version's: begin anew.
  }
}
