import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Problem } from '#protocol/problem.ts';
import type { SessionView } from '#protocol/views.ts';
import { differencesOf, type Difference } from '#server/settings/differences.ts';
import type {
  NewerSettings,
  SettingsCheck,
  SettingsFrom,
  SettingsProblem,
  SettingsView,
} from '#server/settings/answers.ts';
import type { HallSettings } from '#server/settings/draft.ts';
import { withValue, type SettingsPath } from '#server/settings/paths.ts';
import { api } from '#ui/hub/api.ts';
import { freshId } from '#ui/hub/fresh-id.ts';
import { latestAsked } from '#ui/hub/latest-asked.ts';
import { language } from '#ui/locale/index.ts';
import { forgetDraft, keepDraft, keptDraft } from './kept-draft.ts';

/** After the last key the hub is asked what it thinks of the draft. */
const typedMs = 350;

export interface Saving {
  readonly from: SettingsFrom;
  readonly why: string;
  /** Why a rule is passed; null where none is. */
  readonly override: string | null;
}

/** `refused`: with the problem, or null where the hub was not reached. */
export type Saved =
  | { readonly kind: 'done' }
  | { readonly kind: 'newer' }
  | { readonly kind: 'refused'; readonly problem: Problem | null };

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
  /** Others have saved since: to be looked at before anything else. */
  newer: NewerSettings | null = null;
  differences: readonly Difference[] = [];

  private readonly host: ReactiveControllerHost;
  private readonly session: () => SessionView | null;
  private waiting: ReturnType<typeof setTimeout> | null = null;
  private readonly loading = latestAsked();
  private readonly checking = latestAsked();
  /** The same attempt has the same key: what was saved before a lost answer is not saved twice. */
  private attempt: { readonly text: string; readonly key: string } | null = null;

  constructor(host: ReactiveControllerHost, session: () => SessionView | null) {
    this.host = host;
    this.session = session;
    host.addController(this);
  }

  hostConnected(): void {
    void this.load();
  }

  hostDisconnected(): void {
    if (this.waiting !== null) clearTimeout(this.waiting);
    this.waiting = null;
  }

  get problems(): readonly SettingsProblem[] {
    return this.check?.problems ?? [];
  }

  private get token(): string {
    return this.session()?.token ?? '';
  }

  readonly load = async (): Promise<void> => {
    const isWanted = this.loading.begin();
    const answer = await api<SettingsView>('/api/settings', { token: this.token });
    if (!isWanted()) return;
    this.isAway = !answer.ok;
    if (answer.ok) {
      this.view = answer.data;
      const kept = this.draft === null ? keptDraft(answer.data, this.session()) : null;
      if (kept !== null) {
        this.base = kept.base;
        this.baseRevision = kept.revision;
        this.replace(kept.draft);
      } else if (this.draft === null || this.differences.length === 0) this.begin();
    }
    this.host.requestUpdate();
  };

  /** A draft of the newest: the plan where there is one, else what holds. */
  private begin(): void {
    const { view } = this;
    if (view === null) return;
    this.base = view.planned?.settings ?? view.settings;
    this.baseRevision = view.revision;
    this.draft = this.base;
    this.differences = [];
    this.check = null;
    this.newer = null;
    this.stopAsking();
    forgetDraft();
  }

  readonly change = (path: SettingsPath, value: unknown): void => {
    if (this.draft === null || this.isSaving) return;
    this.replace(withValue(this.draft, path, value));
  };

  /** Another draft altogether: from a file, or of a former revision. */
  readonly replace = (draft: HallSettings): void => {
    const { base, baseRevision: revision } = this;
    this.draft = draft;
    this.differences = differencesOf(base, draft);
    const badge = this.session()?.badge ?? '';
    if (base === null || this.differences.length === 0) forgetDraft();
    else keepDraft({ hall: base.hall.id, badge, revision, base, draft });
    this.askSoon();
    this.host.requestUpdate();
  };

  /** What both have changed is settled: the draft goes on from what the hub has now. */
  async settle(draft: HallSettings): Promise<void> {
    this.loading.forget();
    const answer = await api<SettingsView>('/api/settings', { token: this.token });
    if (!answer.ok) {
      this.isAway = true;
      this.host.requestUpdate();
      return;
    }
    this.view = answer.data;
    this.begin();
    this.replace(draft);
    await this.ask();
  }

  discard(): void {
    this.begin();
    this.host.requestUpdate();
  }

  /** What the hub says of a draft that is no more is not heard. */
  private stopAsking(): void {
    this.checking.forget();
    if (this.waiting !== null) clearTimeout(this.waiting);
    this.waiting = null;
  }

  private askSoon(): void {
    if (this.waiting !== null) clearTimeout(this.waiting);
    this.waiting = setTimeout(() => void this.ask(), typedMs);
  }

  /** What the hub says of the draft as it stands now. */
  async ask(): Promise<SettingsCheck | null> {
    this.stopAsking();
    const isWanted = this.checking.begin();
    const { draft, baseRevision } = this;
    const answer = await api<SettingsCheck>('/api/settings/check', {
      body: { settings: draft, base: baseRevision },
      token: this.token,
    });
    if (!isWanted()) return null;
    this.isAway = !answer.ok && answer.problem === null;
    if (answer.ok) {
      this.check = answer.data;
      this.newer = answer.data.newer;
    }
    this.host.requestUpdate();
    return answer.ok ? answer.data : null;
  }

  async save({ from, why, override }: Saving): Promise<Saved> {
    const body = {
      settings: this.draft,
      base: this.baseRevision,
      from,
      why,
      ...(override === null ? {} : { override: { reason: override } }),
    };
    const text = JSON.stringify(body);
    if (this.attempt?.text !== text) this.attempt = { text, key: freshId() };
    this.isSaving = true;
    this.host.requestUpdate();
    const { key } = this.attempt;
    const options = { body, key, token: this.token, language: language.get() };
    const answer = await api<object>('/api/settings', options);
    this.isSaving = false;
    if (answer.ok) {
      this.attempt = null;
      this.draft = null;
      forgetDraft();
      await this.load();
      return { kind: 'done' };
    }
    const { problem } = answer;
    const newer = problem?.newer as NewerSettings | undefined;
    if (newer !== undefined) {
      this.newer = newer;
      this.host.requestUpdate();
      return { kind: 'newer' };
    }
    this.host.requestUpdate();
    return { kind: 'refused', problem };
  }

  /** Takes back what is planned; a draft of it becomes a draft of what holds. */
  async withdraw(): Promise<boolean> {
    const base = String(this.view?.revision ?? 0);
    const answer = await api(`/api/settings/planned?base=${base}`, {
      method: 'DELETE',
      token: this.token,
    });
    if (answer.ok && this.differences.length === 0) this.draft = null;
    await this.load();
    if (answer.ok && this.differences.length > 0) await this.ask();
    return answer.ok;
  }
}
