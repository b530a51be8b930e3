import { html, type TemplateResult } from 'lit';
import type { KioskView } from '#protocol/views.ts';
import './ph-kiosk-confirm.ts';
import './ph-kiosk-number.ts';
import './ph-kiosk-offline.ts';
import './ph-kiosk-reason.ts';
import './ph-kiosk-services.ts';
import './ph-kiosk-ticket.ts';
import './ph-kiosk-who.ts';
import type { Printing } from './printing.ts';
import {
  asOrdinary,
  chooseClass,
  chooseService,
  chosenClass,
  goBack,
  otherService,
  type Service,
  type Step,
  type Visit,
} from './visit.ts';

/** What the screens of a visit can set off, and what they show of it. */
export interface VisitActs {
  /** The hall's time. */
  readonly nowMs: number;
  /** What becomes of the slip of the number on the screen. */
  readonly printing: Printing;
  /** The hub is away: waits are not known. */
  readonly offline: boolean;
  /** Service whose number is on its way, or ''; `saidBusy` when that is worth a word. */
  readonly busy: string;
  readonly saidBusy: boolean;
  /** A customer's number is looked up; what became of the last one. */
  readonly asking: boolean;
  readonly numberProblem: string;
  readonly step: (step: Step) => void;
  readonly take: (service: string) => void;
  readonly lookUp: (key: string) => void;
  readonly showTicket: (ticket: string) => void;
  readonly reset: () => void;
}

/** The ticket screen goes back by itself after it; large text takes twice as long. */
const ticketSeconds = 20;

/** A screen of a visit below its head. */
export function screenOf(visit: Visit, view: KioskView, acts: VisitActs): TemplateResult {
  const { screen, large } = visit;
  const show = (next: Visit): void => {
    acts.step({ visit: next, take: null });
  };
  switch (screen.at) {
    case 'home':
      return html`<ph-kiosk-services
        .view=${view}
        .visit=${visit}
        .busy=${acts.busy}
        ?said-busy=${acts.saidBusy}
        ?offline=${acts.offline}
        @service=${(event: CustomEvent<{ id: string }>) => {
          acts.step(chooseService(visit, view, event.detail.id));
        }}
        @choose=${(event: CustomEvent<{ id: string }>) => {
          acts.step(chooseClass(visit, view, event.detail.id));
        }}
        @more=${() => {
          show({ ...visit, page: visit.page + 1 });
        }}
      ></ph-kiosk-services>`;
    case 'who':
      return html`<ph-kiosk-who
        .classes=${view.classes}
        @choose=${(event: CustomEvent<{ id: string }>) => {
          acts.step(chooseClass(visit, view, event.detail.id));
        }}
      ></ph-kiosk-who>`;
    case 'number':
      return html`<ph-kiosk-number
        .problem=${acts.numberProblem}
        ?busy=${acts.asking}
        ?large=${large}
        @number=${(event: CustomEvent<{ key: string }>) => {
          acts.lookUp(event.detail.key);
        }}
        @ordinary=${() => {
          acts.step(asOrdinary(visit, view));
        }}
      ></ph-kiosk-number>`;
    case 'confirm':
      return html`<ph-kiosk-confirm
        .service=${serviceNamed(view, screen.service)}
        .choice=${view.classes.length > 1 ? (chosenClass(visit, view) ?? null) : null}
        ?large=${large}
        ?busy=${acts.busy !== ''}
        ?said-busy=${acts.saidBusy}
        @confirm=${() => acts.take(screen.service)}
        @back=${() => {
          show(goBack(visit));
        }}
      ></ph-kiosk-confirm>`;
    case 'reason':
    case 'refused':
      return html`<ph-kiosk-reason
        .service=${serviceNamed(view, screen.service)}
        .other=${otherService(view, screen.service)}
        .problem=${screen.at === 'refused' ? screen.problem : undefined}
        .hall=${view.hall}
        .nowMs=${acts.nowMs}
        ?large=${large}
        @service=${(event: CustomEvent<{ id: string }>) => {
          acts.step(chooseService(visit, view, event.detail.id));
        }}
        @use-ticket=${(event: CustomEvent<{ ticket: string }>) => {
          acts.showTicket(event.detail.ticket);
        }}
        @again=${() => acts.take(screen.service)}
        @back=${() => {
          show({ ...goBack(visit), screen: { at: 'home' } });
        }}
      ></ph-kiosk-reason>`;
    case 'offline':
      return html`<ph-kiosk-offline
        .ticket=${screen.ticket}
        .service=${serviceNamed(view, screen.ticket.service)}
        .timezone=${view.hall.timezone}
        .seconds=${ticketSeconds * 2}
        ?large=${large}
        @back=${() => {
          acts.reset();
        }}
      ></ph-kiosk-offline>`;
    case 'ticket':
      return html`<ph-kiosk-ticket
        .ticket=${screen.ticket}
        .service=${serviceNamed(view, screen.ticket.service)}
        .address=${new URL(screen.ticket.url, location.origin).href}
        .seconds=${isSlow(acts.printing, large) ? ticketSeconds * 2 : ticketSeconds}
        .printing=${acts.printing}
        ?large=${large}
        @back=${() => {
          acts.reset();
        }}
      ></ph-kiosk-ticket>`;
  }
}

/** To photograph a number takes longer than to take a slip. */
function isSlow(printing: Printing, large: boolean): boolean {
  return large || printing === 'no-paper' || printing === 'not-printed';
}

function serviceNamed(view: KioskView, id: string): Service | null {
  return view.services.find((one) => one.id === id) ?? null;
}
