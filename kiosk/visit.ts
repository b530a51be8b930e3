import type { Problem } from '#protocol/problem.ts';
import type { KioskView, TicketView } from '#protocol/views.ts';
import type { OfflineTicket } from './offline-numbers.ts';

/**
 * One customer's visit at the kiosk: what is on the screen and what is already known. Pure: the
 * page shows it, and does what `next` says.
 */

export type Service = KioskView['services'][number];
export type ClassChoice = KioskView['classes'][number];

export type Screen =
  | { readonly at: 'home' }
  /** Large text asks for the class on a screen of its own. */
  | { readonly at: 'who'; readonly service: string }
  /** A class that is known by a number; `service` is what is taken afterwards. */
  | { readonly at: 'number'; readonly class: string; readonly service: string | null }
  | { readonly at: 'confirm'; readonly service: string }
  | { readonly at: 'reason'; readonly service: string }
  | { readonly at: 'refused'; readonly service: string; readonly problem: Problem | null }
  /** Given while the hub is away. */
  | { readonly at: 'offline'; readonly ticket: OfflineTicket }
  /** `found`: not taken now, the customer had it already. */
  | { readonly at: 'ticket'; readonly ticket: TicketView; readonly found: boolean };

/** A customer of the hall's list: the hub's reference and its masked number, never the number. */
export interface KnownCustomer {
  readonly reference: string;
  readonly masked: string;
}

export interface Visit {
  readonly screen: Screen;
  /** Id of the chosen class; '' is the hall's default. */
  readonly class: string;
  readonly customer: KnownCustomer | null;
  readonly large: boolean;
  /** Which page of the services. */
  readonly page: number;
}

export const freshVisit: Visit = {
  screen: { at: 'home' },
  class: '',
  customer: null,
  large: false,
  page: 0,
};

/** What a touch leads to: another screen, or a ticket to be taken. */
export interface Step {
  readonly visit: Visit;
  /** Service of the ticket that is to be taken now. */
  readonly take: string | null;
}

/** From this median wait on, a customer is asked first whether they want to wait that long. */
export const longWaitSeconds = 20 * 60;
/** The same where nobody can tell the wait. */
export const longWaitPeople = 15;

export function isLongWait({ waiting, estimate }: Pick<Service, 'waiting' | 'estimate'>): boolean {
  return estimate === null ? waiting >= longWaitPeople : estimate.p50Seconds >= longWaitSeconds;
}

/** A service was touched. `asked`: the class has been asked for already. */
export function chooseService(visit: Visit, view: KioskView, id: string, asked = false): Step {
  const service = view.services.find((one) => one.id === id);
  if (service === undefined) return show(visit, { at: 'home' });
  if (!service.available) return show(visit, { at: 'reason', service: id });
  const chosen = chosenClass(visit, view);
  if (visit.large && !asked && view.classes.length > 1)
    return show(visit, { at: 'who', service: id });
  if (chosen?.needsCustomer === true && visit.customer === null)
    return show(visit, { at: 'number', class: chosen.id, service: id });
  if (visit.large || isLongWait(service)) return show(visit, { at: 'confirm', service: id });
  return { visit, take: id };
}

/** Without the hub nobody can say how long it takes: the question for it is left out. */
export function unasked(step: Step): Step {
  const { screen } = step.visit;
  if (screen.at !== 'confirm') return step;
  return { visit: { ...step.visit, screen: { at: 'home' } }, take: screen.service };
}

/** A class was touched, on the first page or on the screen that asks for it. */
export function chooseClass(visit: Visit, view: KioskView, id: string): Step {
  const choice = view.classes.find((one) => one.id === id);
  if (choice === undefined) return { visit, take: null };
  const service = visit.screen.at === 'who' ? visit.screen.service : null;
  const isSame = chosenClass(visit, view)?.id === id;
  const chosen: Visit = isSame
    ? visit
    : { ...visit, class: choice.isDefault ? '' : id, customer: null };
  if (choice.needsCustomer && chosen.customer === null) {
    // Not chosen yet: only the number makes it so.
    const waiting = { ...visit, customer: null };
    return show(waiting, { at: 'number', class: id, service });
  }
  return service === null
    ? show(chosen, { at: 'home' })
    : chooseService(chosen, view, service, true);
}

/** The hub knows the customer; the class is the list's. */
export function customerFound(
  visit: Visit,
  view: KioskView,
  found: KnownCustomer & { readonly class: string },
): Step {
  if (visit.screen.at !== 'number') return { visit, take: null };
  const { service } = visit.screen;
  const isDefault = view.classes.find(({ id }) => id === found.class)?.isDefault === true;
  const known: Visit = {
    ...visit,
    class: isDefault ? '' : found.class,
    customer: { reference: found.reference, masked: found.masked },
  };
  return service === null ? show(known, { at: 'home' }) : chooseService(known, view, service, true);
}

/**
 * A card was read or a code scanned, whatever is on the screen: the class is the list's, and a
 * screen that asks for the number goes on. Nobody's ticket is taken by it.
 */
export function customerShown(
  visit: Visit,
  view: KioskView,
  found: KnownCustomer & { readonly class: string },
): Step {
  if (visit.screen.at === 'number') return customerFound(visit, view, found);
  // The ticket on the screen is the last customer's.
  const from = hasNumber(visit) ? freshVisit : visit;
  const home: Visit = { ...from, screen: { at: 'number', class: found.class, service: null } };
  return customerFound(home, view, found);
}

/** Not on the list, or not wanted: the default class, and on with what was asked for. */
export function asOrdinary(visit: Visit, view: KioskView): Step {
  const service = visit.screen.at === 'number' ? visit.screen.service : null;
  const ordinary: Visit = { ...visit, class: '', customer: null };
  return service === null
    ? show(ordinary, { at: 'home' })
    : chooseService(ordinary, view, service, true);
}

export function ticketTaken(visit: Visit, ticket: TicketView, found = false): Visit {
  return { ...visit, screen: { at: 'ticket', ticket, found } };
}

export function offlineTaken(visit: Visit, ticket: OfflineTicket): Visit {
  return { ...visit, screen: { at: 'offline', ticket } };
}

/** A number stands on the screen: it stays there, whatever becomes of the hub. */
export function hasNumber({ screen }: Pick<Visit, 'screen'>): boolean {
  return screen.at === 'ticket' || screen.at === 'offline';
}

export function ticketRefused(visit: Visit, service: string, problem: Problem | null): Visit {
  return { ...visit, screen: { at: 'refused', service, problem } };
}

/** One screen back; what was chosen stays. */
export function goBack(visit: Visit): Visit {
  const { screen } = visit;
  if (screen.at === 'number' && screen.service !== null && visit.large)
    return { ...visit, screen: { at: 'who', service: screen.service } };
  return { ...visit, screen: { at: 'home' } };
}

export function chosenClass(
  { class: id }: Pick<Visit, 'class'>,
  { classes }: Pick<KioskView, 'classes'>,
): ClassChoice | undefined {
  const chosen = classes.find((one) => (id === '' ? one.isDefault : one.id === id));
  return chosen ?? classes[0];
}

/** Nothing was touched yet: nothing to go back from. */
export function isFresh(visit: Visit): boolean {
  const { screen, class: chosen, customer, large, page } = visit;
  return screen.at === 'home' && chosen === '' && customer === null && !large && page === 0;
}

export interface ServicesPage {
  readonly shown: readonly Service[];
  /** Services of the other pages; 0 where all are shown. */
  readonly others: number;
  readonly isFirst: boolean;
}

/** Rows of large text: five and a way to the others, or six where that is all. */
export const largeRowsMax = 5;
/** Tiles of the first page. */
export const tilesMax = 18;

/** @param page counts on and wraps around */
export function servicesPage(
  services: readonly Service[],
  page: number,
  max: number,
): ServicesPage {
  if (services.length <= max + 1) return { shown: services, others: 0, isFirst: true };
  const pages = Math.ceil(services.length / max);
  const at = ((page % pages) + pages) % pages;
  const shown = services.slice(at * max, (at + 1) * max);
  const left = services.length - (at + 1) * max;
  return { shown, others: left > 0 ? left : services.length - shown.length, isFirst: at === 0 };
}

/** Another service that a refused customer could take: the shortest line that is open. */
export function otherService(view: KioskView, id: string): Service | null {
  const open = view.services.filter((one) => one.available && one.id !== id);
  const advice = open.find(({ id: one }) => one === 'enquiry');
  if (advice !== undefined) return advice;
  return open.reduce<Service | null>(
    (best, one) => (best === null || one.waiting < best.waiting ? one : best),
    null,
  );
}

function show(visit: Visit, screen: Screen): Step {
  return { visit: { ...visit, screen }, take: null };
}
