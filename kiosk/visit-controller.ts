import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PresentedMessage } from '#protocol/socket-events.ts';
import type { KioskView, TicketView } from '#protocol/views.ts';
import { api } from '#ui/hub/api.ts';
import type { HubClient } from '#ui/hub/hub-client.ts';
import { language } from '#ui/locale/index.ts';
import { words } from './locale.ts';
import { lookupProblem } from './lookup-problem.ts';
import { meaningOf } from './scan.ts';
import type { Surroundings } from './surroundings.ts';
import {
  customerFound,
  customerShown,
  freshVisit,
  ticketTaken,
  type Step,
  type Visit,
} from './visit.ts';

export interface VisitDeps {
  readonly hub: HubClient;
  readonly lookUp: Surroundings['lookUp'];
  /** What is known of the hall now. */
  readonly view: () => KioskView | null;
  /** Takes a number and answers the visit that follows; never rejects. */
  readonly take: (service: string, visit: Visit, view: KioskView | null) => Promise<Visit>;
  /** Another screen stands: what was said of the last one is over. */
  readonly shown: () => void;
}

/** A wait that is worth a word. */
const saidBusyMs = 2_000;

/**
 * The visit of whoever stands at the kiosk, and what it asks of the hub. An answer that comes when
 * they have gone on changes nothing.
 */
export class VisitController implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly deps: VisitDeps;
  private stopPresented: (() => void) | null = null;
  private busySinceMs = 0;

  visit: Visit = freshVisit;
  /** Service whose number is on its way, or ''. */
  busy = '';
  /** A customer's number is looked up. */
  asking = false;
  /** What became of the last one, in words, or ''. */
  numberProblem = '';

  constructor(host: ReactiveControllerHost, deps: VisitDeps) {
    this.host = host;
    this.deps = deps;
    host.addController(this);
  }

  hostConnected(): void {
    this.stopPresented = this.deps.hub.hear('presented', this.presented);
  }

  hostDisconnected(): void {
    this.stopPresented?.();
    this.stopPresented = null;
  }

  /** The number on its way has taken long enough to say so. */
  get saidBusy(): boolean {
    return this.busy !== '' && performance.now() - this.busySinceMs > saidBusyMs;
  }

  step({ visit, take }: Step): void {
    if (this.busy !== '') return;
    this.show(visit);
    if (take !== null) void this.take(take);
  }

  show(visit: Visit): void {
    if (this.busy !== '') return;
    this.begin(visit);
  }

  /** The customer has left, whatever was on its way. */
  end(): void {
    this.begin(freshVisit);
  }

  /** Takes a number. Touches while it is on the way are one wish. */
  async take(service: string): Promise<void> {
    if (this.busy !== '') return;
    this.busy = service;
    this.busySinceMs = performance.now();
    this.host.requestUpdate();
    const taken = await this.deps.take(service, this.visit, this.deps.view());
    this.busy = '';
    this.show(taken);
  }

  /** A code: a ticket is shown, and waits again if it may; anything else is a customer's card. */
  async scanned(text: string): Promise<void> {
    if (this.deps.view() === null || this.busy !== '' || this.asking) return;
    const meaning = meaningOf(text);
    if (meaning.kind === 'ticket') await this.comeBack(meaning.ticket);
    else if (meaning.kind === 'customer') await this.lookUp(meaning.key, customerShown);
  }

  /** Looks a typed or scanned number up in the hall's list of customers. */
  async lookUp(key: string, then = customerFound): Promise<void> {
    const view = this.deps.view();
    if (this.asking || view === null) return;
    this.asking = true;
    this.numberProblem = '';
    this.host.requestUpdate();
    const { visit } = this;
    const answer = await this.deps.lookUp(key);
    this.asking = false;
    this.host.requestUpdate();
    if (this.visit !== visit) return;
    if (answer.ok) {
      const { customer: reference, class: listed, masked } = answer.data;
      this.step(then(visit, view, { reference, masked, class: listed }));
    } else {
      this.numberProblem = lookupProblem(answer.problem);
    }
  }

  async showTicket(ticket: string): Promise<void> {
    const { visit } = this;
    const answer = await ticketOf(ticket);
    if (answer.ok && this.visit === visit) this.show(ticketTaken(visit, answer.data, true));
  }

  /** A missed ticket rejoins, a parked one returns with its papers; then it is shown. */
  private async comeBack(ticket: string): Promise<void> {
    const { visit } = this;
    const before = await ticketOf(ticket);
    if (!before.ok || this.visit !== visit) return;
    const { state } = before.data;
    if (state === 'missed') await this.deps.hub.command('rejoin-ticket', { ticket });
    else if (state === 'parked') await this.deps.hub.command('return-ticket', { ticket });
    if (this.visit === visit) await this.showTicket(ticket);
  }

  /** A card was read beside this kiosk: the hub has looked it up. */
  private readonly presented = ({ customer, class: listed, masked }: PresentedMessage): void => {
    const view = this.deps.view();
    if (view === null || this.busy !== '') return;
    if (customer !== null && listed !== null) {
      this.step(customerShown(this.visit, view, { reference: customer, masked, class: listed }));
    } else if (this.visit.screen.at === 'number') {
      this.numberProblem = words.t('number-unknown');
      this.host.requestUpdate();
    }
  };

  private begin(visit: Visit): void {
    this.deps.shown();
    this.numberProblem = '';
    this.visit = visit;
    this.host.requestUpdate();
  }
}

function ticketOf(ticket: string) {
  return api<TicketView>(`/api/tickets/${ticket}`, { language: language.get() });
}
