import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Way } from '#ui/elements/ph-refusal.ts';
import type { CommandAnswer, HubClient } from '#ui/hub/hub-client.ts';
import type { Problem } from '#protocol/problem.ts';
import type { ConsoleView, NextView } from '#protocol/views.ts';
import { nextStep } from './next-step.ts';
import { keyStateAt, type PadAct, type PadKey } from './pad-layout.ts';

type Args = Readonly<Record<string, unknown>>;

/** A command with its key: what a supervisor may let pass, and what is pressed again. */
export interface Wish {
  readonly key: PadAct;
  readonly command: string;
  readonly args: Args;
}

/** The dialogue that is open; while one is, the keyboard is its own. */
export type Opened =
  | { readonly kind: 'transfer' }
  | { readonly kind: 'park' }
  | { readonly kind: 'pause'; readonly absence: boolean; readonly pass: boolean }
  | { readonly kind: 'handover'; readonly queue: boolean; readonly pass: boolean }
  | { readonly kind: 'close' }
  | { readonly kind: 'named'; readonly row: NextView }
  | { readonly kind: 'aside' }
  | { readonly kind: 'sheet' }
  | { readonly kind: 'pass'; readonly wish: Wish };

/** What was pressed and did not get through. `answer` undefined: the view itself tells why. */
export interface Refused {
  readonly key: PadAct;
  readonly wish: Wish | null;
  readonly answer: Problem | null | undefined;
}

export interface Desk {
  /** Null until the hub has told. */
  readonly view: () => ConsoleView | null;
  readonly live: () => boolean;
  readonly nowMs: () => number;
  readonly badge: () => string;
  readonly hub: () => HubClient;
}

/**
 * What the clerk does, from press to answer: one thing at a time, every command durable before
 * the console moves on, nothing typed lost when the hub says no.
 */
export class ActsController implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly desk: Desk;
  working: PadAct | null = null;
  refused: Refused | null = null;
  opened: Opened | null = null;
  private lastDone: string | null = null;

  constructor(host: ReactiveControllerHost, desk: Desk) {
    this.host = host;
    this.desk = desk;
    host.addController(this);
  }

  hostConnected(): void {
    // Nothing to follow: the host's views drive it.
  }

  /** The seat is being left by the clerk's own wish: the view may come before the answer. */
  get signedOff(): boolean {
    return this.working === 'close' || this.lastDone === 'close';
  }

  press(act: PadAct): void {
    const view = this.desk.view();
    if (view === null || !this.desk.live() || this.working !== null) return;
    this.refused = null;
    if (act === 'next') this.pressNext(view);
    else this.pressKey(view, act);
    this.host.requestUpdate();
  }

  open(opened: Opened | null): void {
    this.opened = opened;
    this.refused = null;
    this.host.requestUpdate();
  }

  dismiss(): void {
    this.open(null);
  }

  /** Sends a command for this counter; true when it is written down. */
  async run(key: PadAct, command: string, args: Args = {}): Promise<boolean> {
    const view = this.desk.view();
    if (view === null || this.working !== null) return false;
    const wish: Wish = { key, command, args: { counter: view.counter, ...args } };
    const answer = await this.send(wish);
    return answer.ok;
  }

  async send(wish: Wish): Promise<CommandAnswer> {
    const { opened } = this;
    this.working = wish.key;
    this.refused = null;
    this.host.requestUpdate();
    const answer = await this.desk.hub().command(wish.command, wish.args);
    this.working = null;
    if (answer.ok) {
      // Being there is not yet taking over: the sheet goes on. So does what was opened meanwhile.
      const isDone = wish.command !== 'relieve-handover' && this.opened === opened;
      if (isDone) this.opened = null;
      this.lastDone = wish.command;
    } else this.refused = { key: wish.key, wish, answer: answer.problem };
    this.host.requestUpdate();
    return answer;
  }

  /** The same wish once more: nothing was decided the last time. */
  again(): void {
    const wish = this.refused?.wish;
    if (wish != null && this.working === null) void this.send(wish);
  }

  /** A dialogue is filled in: sent, or first shown to a supervisor who lets it pass. */
  submit(wish: Wish): void {
    const { opened } = this;
    const asked = (opened?.kind === 'pause' || opened?.kind === 'handover') && opened.pass;
    // An absence needs nobody's leave.
    const pass = asked && wish.args['kind'] !== 'absence';
    if (pass) this.open({ kind: 'pass', wish });
    else void this.send(wish);
  }

  /** A way out of the present refusal. */
  way({ command, args = {} }: Way): void {
    const { refused } = this;
    const wish = refused?.wish ?? null;
    switch (command) {
      case passCommand:
        if (refused !== null) this.askPass(refused);
        return;
      case 'pause':
        this.open({ kind: 'pause', absence: args['kind'] === 'absence', pass: false });
        return;
      case 'handover':
        if (wish?.command === 'handover') {
          void this.send({ ...wish, args: { ...wish.args, ...args } });
        } else this.open({ kind: 'handover', queue: args['queue'] === true, pass: false });
        return;
      case 'complete-handover':
        this.open({ kind: 'sheet' });
        return;
      case 'call':
      case 'recall':
      case 'start':
      case 'finish':
      case 'no-show':
      case 'transfer':
      case 'park':
      case 'close':
        this.opened = null;
        this.press(command);
        return;
      default:
        void this.run(refused?.key ?? 'next', command, args);
    }
  }

  private pressNext(view: ConsoleView): void {
    const { act } = nextStep(view, this.desk.badge());
    switch (act) {
      case 'call':
      case 'start':
      case 'finish':
      case 'close':
        this.pressKey(view, act);
        return;
      case 'resume':
      case 'open':
        void this.run('next', act);
        return;
      case 'handover-sheet':
      case 'complete-handover':
        this.opened = { kind: 'sheet' };
    }
  }

  private pressKey(view: ConsoleView, key: PadKey | 'call'): void {
    const state = keyStateAt(view, key, this.desk.nowMs());
    if (!state.allowed) {
      // Nobody waits: the resting key says so already, and no rule refuses.
      if (key === 'call' && state.rule === null) return;
      this.refused = { key, wish: null, answer: undefined };
      return;
    }
    switch (key) {
      case 'transfer':
      case 'park':
      case 'close':
        this.opened = { kind: key };
        return;
      case 'pause':
        this.opened = { kind: 'pause', absence: false, pass: false };
        return;
      case 'handover':
        this.opened = { kind: 'handover', queue: false, pass: false };
        return;
      case 'call':
      case 'recall':
      case 'start':
      case 'finish':
      case 'no-show':
        void this.run(key, key);
    }
  }

  /** What needs a reason or a colleague is asked first, then the supervisor. */
  private askPass({ key, wish }: Refused): void {
    const counter = this.desk.view()?.counter ?? '';
    if (wish !== null) this.open({ kind: 'pass', wish });
    else if (key === 'pause') this.open({ kind: 'pause', absence: false, pass: true });
    else if (key === 'handover') this.open({ kind: 'handover', queue: false, pass: true });
    else this.open({ kind: 'pass', wish: { key, command: key, args: { counter } } });
  }
}

/** The way to a supervisor's override: the same command, with who lets it pass and why. */
const passCommand = 'override';
