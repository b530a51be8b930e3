import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Role } from '#core/vocabulary.ts';
import { api } from '../hub/api.ts';
import type { HubClient } from '../hub/hub-client.ts';
import { latestAsked } from '../hub/latest-asked.ts';
import { language } from '../locale/index.ts';

/** Answer of `GET /api/training`. */
export interface Training {
  readonly signIns: readonly {
    readonly badge: string;
    readonly name: string;
    readonly role: Role;
    readonly pin: string | null;
  }[];
  readonly now: string;
  readonly clockSpeed: number;
  readonly simulation: {
    readonly state: string;
    readonly speed: number;
    readonly seed: number | null;
  } | null;
  readonly newestTicket: { readonly number: string; readonly url: string } | null;
}

/** Anonymous doors are counted by the minute: the plan is content with a little less. */
const restMs = 2_000;

/** Sign-ins, simulation and newest ticket of a training hall, asked for again as the hall changes. */
export class TrainingController implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly hub: HubClient;
  private stop: (() => void) | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private readonly asking = latestAsked();
  data: Training | null = null;
  /** Why the simulation did not follow; empty when it did. Null: the hub was not reached. */
  complaint: string | null = '';
  busy = false;

  constructor(host: ReactiveControllerHost, hub: HubClient) {
    this.host = host;
    this.hub = hub;
    host.addController(this);
  }

  hostConnected(): void {
    this.stop = this.hub.watch('lobby', {}, ({ live, data }) => {
      if (live && data.hall.training) this.soon();
    });
  }

  hostDisconnected(): void {
    this.stop?.();
    this.stop = null;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  /** Begins the day, changes its speed, or stops it. */
  async simulate(state: 'running' | 'stopped', speed: number): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.host.requestUpdate();
    const answer = await api('/api/training/simulation', {
      body: state === 'running' ? { state, speed } : { state },
      language: language.get(),
    });
    this.complaint = answer.ok
      ? ''
      : answer.problem === null
        ? null
        : (answer.problem.detail ?? answer.problem.title);
    await this.ask();
    this.busy = false;
    this.host.requestUpdate();
  }

  private async ask(): Promise<void> {
    const isWanted = this.asking.begin();
    const answer = await api<Training>('/api/training');
    if (!isWanted()) return;
    if (answer.ok) this.data = answer.data;
    this.host.requestUpdate();
  }

  private soon(): void {
    if (this.timer !== null) return;
    this.timer = setTimeout(
      () => {
        this.timer = null;
        void this.ask();
      },
      this.data === null ? 0 : restMs,
    );
  }
}
