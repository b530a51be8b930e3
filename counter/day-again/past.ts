import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PastDayOutline, PastMoment } from '#protocol/history.ts';
import { api } from '#ui/hub/api.ts';
import { latestAsked } from '#ui/hub/latest-asked.ts';

/**
 * One past day, asked moment by moment. While an answer is under way only the newest wish is kept:
 * a slider that is dragged asks as fast as it is answered and never falls behind.
 */
export class PastDay implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly token: () => string;
  private readonly opening = latestAsked();
  private asking = false;
  private wished: number | null = null;
  /** Newest first; null until the hub has answered. */
  days: readonly string[] | null = null;
  outline: PastDayOutline | null = null;
  moment: PastMoment | null = null;
  away = false;
  /** The journal has no such day. */
  isUnknown = false;

  constructor(host: ReactiveControllerHost, token: () => string) {
    this.host = host;
    this.token = token;
    host.addController(this);
  }

  hostConnected(): void {
    void this.list();
  }

  /** Opens a day; answers whether it is there, and still the one that is wanted. */
  async open(date: string): Promise<boolean> {
    const isWanted = this.opening.begin();
    this.outline = null;
    this.moment = null;
    this.isUnknown = false;
    const answer = await this.get<PastDayOutline>(`days/${date}`, isWanted);
    if (!isWanted()) return false;
    this.outline = answer;
    this.isUnknown = answer === null && !this.away;
    this.host.requestUpdate();
    return answer !== null;
  }

  look(atMs: number): void {
    this.wished = atMs;
    if (!this.asking) void this.ask();
  }

  private async ask(): Promise<void> {
    this.asking = true;
    while (this.wished !== null && this.outline !== null) {
      const instant = new Date(this.wished).toISOString();
      const { date } = this.outline;
      this.wished = null;
      const moment = await this.get<PastMoment>(`days/${date}/at/${encodeURIComponent(instant)}`);
      if (moment !== null && date === this.outline.date) this.moment = moment;
      this.host.requestUpdate();
    }
    this.asking = false;
  }

  private async list(): Promise<void> {
    const answer = await this.get<{ readonly days: readonly string[] }>('days');
    this.days = answer?.days ?? [];
    this.host.requestUpdate();
  }

  private async get<T>(path: string, isWanted = (): boolean => true): Promise<T | null> {
    const answer = await api<T>(`/api/history/${path}`, { token: this.token() });
    if (!isWanted()) return null;
    this.away = !answer.ok && answer.problem === null;
    return answer.ok ? answer.data : null;
  }
}
