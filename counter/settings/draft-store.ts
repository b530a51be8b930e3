import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Difference } from '#server/settings/differences.ts';
import { differencesOf } from '#server/settings/differences.ts';
import type { SettingsCheck, SettingsProblem, SettingsView } from '#server/settings/answers.ts';
import type { HallSettings } from '#server/settings/draft.ts';
import { withValue, type SettingsPath } from '#server/settings/paths.ts';
import { api } from '#ui/hub/api.ts';

/** After the last key the hub is asked what it thinks of the draft. */
const typedMs = 350;
const memoryKey = 'paihao.settings-draft';

/** A draft as a page keeps it over a reload; it ends with the tab. */
interface KeptDraft {
  readonly hall: string;
  readonly revision: number;
  readonly base: HallSettings;
  readonly draft: HallSettings;
}

/**
 * The settings being edited: what the hub has, the draft, and what the hub says of it. The draft is
 * the tab's own (session storage): a reload keeps it, closing the tab ends it.
 */
export class DraftStore implements ReactiveController {
  /** Null until the hub has answered. */
  view: SettingsView | null = null;
  isAway = false;
  isSaving = false;
  /** What the draft began from, and its revision: what the hub merges against. */
  base: HallSettings | null = null;
  baseRevision = 0;
  draft: HallSettings | null = null;
  check: SettingsCheck | null = null;

  private readonly host: ReactiveControllerHost;
  private readonly token: () => string;
  private waiting: ReturnType<typeof setTimeout> | null = null;
  private asked = 0;

  constructor(host: ReactiveControllerHost, token: () => string) {
    this.host = host;
    this.token = token;
    host.addController(this);
  }

  hostConnected(): void {
    void this.load();
  }

  hostDisconnected(): void {
    if (this.waiting !== null) clearTimeout(this.waiting);
    this.waiting = null;
  }

  get differences(): readonly Difference[] {
    const { base, draft } = this;
    return base === null || draft === null ? [] : differencesOf(base, draft);
  }

  get problems(): readonly SettingsProblem[] {
    return this.check?.problems ?? [];
  }

  async load(): Promise<void> {
    const answer = await api<SettingsView>('/api/settings', { token: this.token() });
    this.isAway = !answer.ok;
    if (answer.ok) {
      this.view = answer.data;
      const kept = this.draft === null ? recollected(answer.data) : null;
      if (kept !== null) {
        this.base = kept.base;
        this.baseRevision = kept.revision;
        this.draft = kept.draft;
        this.askSoon();
      } else if (this.draft === null || this.differences.length === 0) this.begin(answer.data);
    }
    this.host.requestUpdate();
  }

  /** A draft of what the hub has: the plan where there is one, else what holds. */
  private begin({ settings, revision }: SettingsView): void {
    this.base = settings;
    this.baseRevision = revision;
    this.draft = settings;
    this.check = null;
  }

  readonly change = (path: SettingsPath, value: unknown): void => {
    if (this.draft === null || this.isSaving) return;
    this.replace(withValue(this.draft, path, value));
  };

  /** Another draft altogether: from a file, or of a former revision. */
  replace(draft: HallSettings): void {
    this.draft = draft;
    this.keep();
    this.askSoon();
    this.host.requestUpdate();
  }

  discard(): void {
    if (this.view === null) return;
    this.begin(this.view);
    this.keep();
    this.host.requestUpdate();
  }

  private askSoon(): void {
    if (this.waiting !== null) clearTimeout(this.waiting);
    this.waiting = setTimeout(() => void this.ask(), typedMs);
  }

  /** What the hub says of the draft as it stands now. */
  async ask(): Promise<SettingsCheck | null> {
    if (this.waiting !== null) clearTimeout(this.waiting);
    this.waiting = null;
    this.asked += 1;
    const { asked, draft, baseRevision } = this;
    const answer = await api<SettingsCheck>('/api/settings/check', {
      body: { settings: draft, base: baseRevision },
      token: this.token(),
    });
    // An older question's answer may come last.
    if (asked !== this.asked) return null;
    this.isAway = !answer.ok && answer.problem === null;
    if (answer.ok) this.check = answer.data;
    this.host.requestUpdate();
    return answer.ok ? answer.data : null;
  }

  private keep(): void {
    const { view, base, draft, baseRevision } = this;
    try {
      if (view === null || base === null || draft === null || this.differences.length === 0) {
        sessionStorage.removeItem(memoryKey);
        return;
      }
      const kept: KeptDraft = { hall: draft.hall.id, revision: baseRevision, base, draft };
      sessionStorage.setItem(memoryKey, JSON.stringify(kept));
    } catch {
      // Storage is blocked or full: a reload loses the draft, the page works on.
    }
  }
}

function recollected(view: SettingsView): KeptDraft | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(memoryKey) ?? 'null') as KeptDraft | null;
    return kept !== null && kept.hall === view.settings.hall.id ? kept : null;
  } catch {
    return null; // Blocked, or another version's: begin anew.
  }
}
