import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Problem } from '#protocol/problem.ts';
import { api } from '#ui/hub/api.ts';
import type { CommandAnswer, HubClient } from '#ui/hub/hub-client.ts';
import { latestAsked } from '#ui/hub/latest-asked.ts';
import { language } from '#ui/locale/index.ts';

/** Something the supervisor does: a socket command, or an HTTP door of devices or alerts. */
export interface Act {
  readonly command: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** What was pressed, in the reader's words. */
  readonly label: string;
  /** Takes it back, where nothing is lost by that; from what the hub answered. */
  readonly undo?: (result: unknown) => Omit<Act, 'undo'> | null;
}

/** An act that can be taken back for a little while. */
export interface Undoable {
  readonly label: string;
  readonly act: Act;
}

/** Long enough to read it, to see that it was wrong, and to reach for the key. */
const undoMs = 12_000;

export interface Refused {
  readonly act: Act;
  /** Null: the hub could not be reached. */
  readonly problem: Problem | null;
}

export interface ActsAccess {
  readonly hub: () => HubClient | null;
  readonly token: () => string | null;
}

/** Devices are approved and revoked over HTTP: the vault, not the journal, holds their rights. */
const deviceDoors: Readonly<Partial<Record<string, 'approve' | 'revoke'>>> = {
  'approve-device': 'approve',
  'revoke-device': 'revoke',
};

/**
 * Carries out acts one at a time, in the order in which they were pressed; every refusal is kept
 * until it is answered.
 */
export class ActsController implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly access: ActsAccess;
  private refusals: readonly Refused[] = [];
  working: Act | null = null;
  /** The last act that was recorded. */
  done: Act | null = null;
  undoable: Undoable | null = null;
  private undoTimer: ReturnType<typeof setTimeout> | undefined;
  private turn: Promise<unknown> = Promise.resolve();
  /** Under way or waiting for their turn, by what they do: pressed twice is one wish. */
  private readonly pressed = new Map<string, Promise<boolean>>();
  private readonly here = latestAsked();
  private isHere = this.here.begin();

  constructor(host: ReactiveControllerHost, access: ActsAccess) {
    this.host = host;
    this.access = access;
    host.addController(this);
  }

  hostConnected(): void {
    this.refusals = [];
    this.isHere = this.here.begin();
  }

  /** The refusal to be answered first. */
  get refused(): Refused | null {
    return this.refusals[0] ?? null;
  }

  /** True when it stands in the journal. While one act is under way, the next waits for its turn. */
  run(act: Act): Promise<boolean> {
    const wish = JSON.stringify([act.command, act.args]);
    const known = this.pressed.get(wish);
    if (known !== undefined) return known;
    const answered = this.refused;
    const { isHere } = this;
    // Nobody's wish is carried out in the name of who signs in next.
    const run = this.turn
      .then(() => (isHere() ? this.carryOut(act, answered) : false))
      .finally(() => this.pressed.delete(wish));
    this.pressed.set(wish, run);
    this.turn = run;
    return run;
  }

  /** @param answered the refusal that stood when it was pressed: this act is the answer to it */
  private async carryOut(act: Act, answered: Refused | null): Promise<boolean> {
    this.working = act;
    this.done = null;
    this.host.requestUpdate();
    const answer = await this.send(act);
    this.working = null;
    this.refusals = [
      ...(answer.ok ? [] : [{ act, problem: answer.problem }]),
      ...this.refusals.filter((each) => each !== answered),
    ];
    this.done = answer.ok ? act : null;
    const back = answer.ok ? (act.undo?.(answer.result) ?? null) : null;
    this.offerUndo(back === null ? null : { label: act.label, act: back });
    this.host.requestUpdate();
    return answer.ok;
  }

  /** Takes the last act back. */
  async undo(): Promise<boolean> {
    const { undoable } = this;
    if (undoable === null) return false;
    return this.run(undoable.act);
  }

  private offerUndo(undoable: Undoable | null): void {
    clearTimeout(this.undoTimer);
    this.undoable = undoable;
    if (undoable === null) return;
    this.undoTimer = setTimeout(() => {
      this.undoable = null;
      this.host.requestUpdate();
    }, undoMs);
  }

  hostDisconnected(): void {
    this.here.forget();
    clearTimeout(this.undoTimer);
    this.undoable = null;
  }

  /** The refused act once more, with the supervisor's reason (contract, section 3). */
  async override(reason: string): Promise<boolean> {
    if (this.refused === null) return false;
    const { act } = this.refused;
    return this.run({ ...act, args: { ...act.args, override: { reason } } });
  }

  dismiss(): void {
    this.refusals = this.refusals.slice(1);
    this.host.requestUpdate();
  }

  private async send({ command, args }: Act): Promise<CommandAnswer> {
    const door = deviceDoors[command];
    if (door !== undefined) {
      const path = `/api/devices/${encodeURIComponent(String(args['device']))}/${door}`;
      return this.post(path, {});
    }
    if (command === 'acknowledge-alert') return this.post('/api/alerts', args);
    const hub = this.access.hub();
    return hub === null ? { ok: false, problem: null } : hub.command(command, args);
  }

  private async post(path: string, body: object): Promise<CommandAnswer> {
    const answer = await api<unknown>(path, {
      body,
      token: this.access.token(),
      language: language.get(),
    });
    return answer.ok ? { ok: true, revision: 0, result: answer.data } : answer;
  }
}
