import { attachedKey } from '#core/evolve-attached.ts';
import type { ServiceConfig } from '#core/hall-config.ts';
import { configOf, defaultClass, ticketAt } from '#core/lookup.ts';
import { intakeGuards } from '#core/rules/intake.ts';
import type { KioskView, UnavailableReason } from '#protocol/views.ts';
import { unavailableText } from '#protocol/words/unavailable.ts';
import { hallHead, noticesOf, viewClock } from './hall-head.ts';
import {
  comingConfig,
  estimateFor,
  isoOrNull,
  nextOpeningMs,
  receivingFor,
  todaysHours,
} from './scene.ts';
import type { ViewSources } from './view-sources.ts';

/** The kiosk: what can be taken now and, where not, why and until when. */
export function kioskView(sources: ViewSources): KioskView {
  const { state } = sources;
  const config = configOf(state);
  const base = defaultClass(config);
  const { now, clockSpeed } = viewClock(sources);
  return {
    now,
    clockSpeed,
    hall: hallHead(sources),
    services: config.services.map((service) => {
      const { id, name, short, icon, papers } = service;
      const reason = unavailable(sources, service);
      return {
        id,
        name,
        short,
        icon,
        waiting: state.waitingByService[id] ?? 0,
        estimate: estimateFor(sources, id),
        available: reason === null,
        reason,
        papers,
        counters: receivingFor(state, id),
      };
    }),
    classes: config.classes.map(({ id, name, needsCustomer }) => ({
      id,
      name,
      needsCustomer,
      isDefault: id === base.id,
    })),
    languages: config.hall.languages,
    notices: noticesOf(sources),
    printers: printersOf(sources),
    unprinted: state.printTroubles
      .slice(-printersMax)
      .map((ordinal) => ticketAt(state, ordinal).number),
  };
}

const printersMax = 32;

function printersOf({ state }: ViewSources): KioskView['printers'] {
  return Object.values(state.attached)
    .filter(({ kind }) => kind === 'printer')
    .slice(0, printersMax)
    .map((each) => ({ printer: attachedKey(each), kiosk: each.kiosk, state: each.state }));
}

/** By the guards that would refuse: what is shown and what is refused cannot differ. */
function unavailable(sources: ViewSources, service: ServiceConfig): UnavailableReason | null {
  const { state, nowMs } = sources;
  const config = configOf(state);
  const actor = { kind: 'device', device: '' } as const;
  const guards = intakeGuards(state, service, defaultClass(config), null, { actor });
  const failure = guards.find((guard) => guard !== null);
  if (failure === undefined) return null;
  const { rule, by = {} } = failure;
  // A held intake opens again when the supervisor says so; everything else with the next opening.
  const held = rule === 'intake-closed' && state.intakeHeld !== null;
  const nextOpensAtMs = held ? null : nextOpeningMs(comingConfig(state), nowMs);
  const text = unavailableText(rule, by, {
    config,
    command: 'issue-ticket',
    nowMs,
    nextOpensAtMs,
    closesAtMs: todaysHours(sources)?.closesAtMs ?? null,
  });
  return { rule, text, until: isoOrNull(nextOpensAtMs) };
}
