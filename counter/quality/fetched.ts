import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Problem } from '#protocol/problem.ts';
import { api } from '#ui/hub/api.ts';
import { freshId } from '#ui/hub/fresh-id.ts';
import { latestAsked } from '#ui/hub/latest-asked.ts';
import { language } from '#ui/locale/index.ts';

/** What one door answered last; a newer question ends the one before. */
export class Fetched<T> implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly token: () => string;
  private asked = '';
  private readonly asking = latestAsked();
  data: T | null = null;
  state: 'nothing' | 'loading' | 'there' | 'unknown' | 'away' = 'nothing';

  constructor(host: ReactiveControllerHost, token: () => string) {
    this.host = host;
    this.token = token;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.asked !== '') void this.load();
  }

  /** Asks, unless this very thing was asked for last. */
  want(path: string): void {
    if (path === this.asked) return;
    this.asked = path;
    this.data = null;
    void this.load();
  }

  async load(): Promise<void> {
    const isWanted = this.asking.begin();
    if (this.data === null) this.state = 'loading';
    this.host.requestUpdate();
    const answer = await api<T>(this.asked, { token: this.token(), language: language.get() });
    if (!isWanted()) return;
    if (answer.ok) this.data = answer.data;
    this.state = answer.ok ? 'there' : answer.problem?.status === 404 ? 'unknown' : 'away';
    this.host.requestUpdate();
  }
}

/** Null when it is done; else what was in the way, in the reader's language. */
export async function tell(
  path: string,
  body: unknown,
  token: string,
): Promise<Problem | 'away' | null> {
  const answer = await api(path, { body, token, language: language.get(), key: freshId() });
  return answer.ok ? null : (answer.problem ?? 'away');
}
