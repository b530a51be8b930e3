import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Problem } from '#protocol/problem.ts';
import type { WhatIfJob } from '#protocol/what-if.ts';
import { api } from '#ui/hub/api.ts';

/** How often a question under way is looked at. */
const lookMs = 250;

/** Asks one question at a time and follows it to its answer. */
export class Questions implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly token: () => string;
  private timer: ReturnType<typeof setTimeout> | null = null;
  /** Null before the first question. */
  job: WhatIfJob | null = null;
  /** What the hub said no to; null with `failed`: it could not be reached. */
  problem: Problem | null = null;
  failed = false;

  constructor(host: ReactiveControllerHost, token: () => string) {
    this.host = host;
    this.token = token;
    host.addController(this);
  }

  get isRunning(): boolean {
    return this.job?.state === 'waiting' || this.job?.state === 'running';
  }

  async ask(path: string, body: object): Promise<void> {
    this.forget();
    const answer = await api<WhatIfJob>(path, { body, token: this.token() });
    if (answer.ok) this.follow(answer.data);
    else this.fail(answer.problem);
  }

  async cancel(): Promise<void> {
    const { job } = this;
    this.forget();
    if (job === null) return;
    await api(`/api/what-if/jobs/${job.job}`, { method: 'DELETE', token: this.token() });
  }

  forget(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.job = null;
    this.problem = null;
    this.failed = false;
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private follow(job: WhatIfJob): void {
    this.job = job;
    this.host.requestUpdate();
    if (!this.isRunning) return;
    this.timer = setTimeout(() => void this.look(job.job), lookMs);
  }

  private async look(id: string): Promise<void> {
    const answer = await api<WhatIfJob>(`/api/what-if/jobs/${id}`, { token: this.token() });
    if (this.job?.job !== id) return;
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
