import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Problem } from '#protocol/problem.ts';
import type { WhatIfJob } from '#protocol/what-if.ts';
import { api } from '#ui/hub/api.ts';
import { latestAsked } from '#ui/hub/latest-asked.ts';

/** How often a question under way is looked at. */
const lookMs = 250;

/** Asks one question at a time and follows it to its answer. */
export class Questions implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly token: () => string;
  private readonly asking = latestAsked();
  private timer: ReturnType<typeof setTimeout> | null = null;
  /** Null before the first question. */
  job: WhatIfJob | null = null;
  /** What the hub said no to; null with `failed`: it could not be reached. */
  problem: Problem | null = null;
  failed = false;
  private isAsked = false;

  constructor(host: ReactiveControllerHost, token: () => string) {
    this.host = host;
    this.token = token;
    host.addController(this);
  }

  get isRunning(): boolean {
    return this.isAsked || this.job?.state === 'waiting' || this.job?.state === 'running';
  }

  async ask(path: string, body: object): Promise<void> {
    this.forget();
    const isWanted = this.asking.begin();
    this.isAsked = true;
    this.host.requestUpdate();
    const answer = await api<WhatIfJob>(path, { body, token: this.token() });
    if (!isWanted()) {
      // Nobody waits for it any more: the hub need not reckon it.
      if (answer.ok) await this.takeBack(answer.data);
      return;
    }
    this.isAsked = false;
    if (answer.ok) this.follow(answer.data);
    else this.fail(answer.problem);
  }

  async cancel(): Promise<void> {
    const { job } = this;
    this.forget();
    if (job !== null) await this.takeBack(job);
  }

  private async takeBack({ job }: WhatIfJob): Promise<void> {
    await api(`/api/what-if/jobs/${job}`, { method: 'DELETE', token: this.token() });
  }

  forget(): void {
    this.asking.forget();
    this.isAsked = false;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.job = null;
    this.problem = null;
    this.failed = false;
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.asking.forget();
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private follow(job: WhatIfJob): void {
    this.job = job;
    this.host.requestUpdate();
    if (!this.isRunning) return;
    const isWanted = this.asking.begin();
    this.timer = setTimeout(() => void this.look(job.job, isWanted), lookMs);
  }

  private async look(id: string, isWanted: () => boolean): Promise<void> {
    const answer = await api<WhatIfJob>(`/api/what-if/jobs/${id}`, { token: this.token() });
    if (!isWanted()) return;
    if (answer.ok) this.follow(answer.data);
    else this.fail(answer.problem);
  }

  private fail(problem: Problem | null): void {
    this.job = null;
    this.problem = problem;
    this.failed = true;
    this.host.requestUpdate();
  }
}
