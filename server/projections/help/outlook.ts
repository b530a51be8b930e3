import { configOf, serviceOf, staffOf, ticketAt } from '#core/lookup.ts';
import type { HelpView, OutlookView, RiskView } from '#protocol/supervisor-view.ts';
import { helpWords } from '#protocol/words/help.ts';
import { iso, isoOrNull, servicesAt } from '../scene.ts';
import type { ViewSources } from '../view-sources.ts';
import { candidatesFor, type Candidate } from './candidates.ts';
import { foresee, type Foresight } from './foresight.ts';

export type OutlookSources = Pick<ViewSources, 'state' | 'nowMs' | 'estimate' | 'projections'>;

/** Longer lines are counted by the estimator, not walked: it has no order of calls to look into. */
export const waitingMax = 600;
const risksMax = 12;
const helpMax = 5;
/** Help that keeps nobody's promise is worth naming from so many minutes of waiting saved. */
const minutesMin = 5;

/**
 * Who will be past the promise as things stand, and what would help, by the estimator on the hall
 * as the core would make it. Worked out in steps, so that nothing else waits for it: each step is
 * one walk down the line. Null: nobody can say, the line is too long.
 */
export function* outlookOf(sources: OutlookSources): Generator<void, OutlookView | null> {
  if (sources.state.config === null || sources.state.waitingCount > waitingMax) return null;
  const now = foresee(sources);
  if (now.lateCount === 0) return viewOf(sources, now, []);
  yield;
  const helping: Gain[] = [];
  for (const candidate of candidatesFor(sources, now)) {
    const then = foresee({ ...sources, state: candidate.supposed });
    helping.push(gainOf(candidate, now, then));
    yield;
  }
  return viewOf(sources, now, helping);
}

interface Gain {
  readonly candidate: Candidate;
  readonly kept: number;
  readonly minutes: number;
}

/** Promises that it would keep, and minutes of waiting that it would save all who wait together. */
function gainOf(candidate: Candidate, now: Foresight, then: Foresight): Gain {
  return {
    candidate,
    kept: now.lateCount - then.lateCount,
    minutes: Math.round((now.waitSeconds - then.waitSeconds) / 60),
  };
}

function viewOf(sources: OutlookSources, now: Foresight, gains: readonly Gain[]): OutlookView {
  const { nowMs } = sources;
  const ahead = now.late
    .filter(({ breaksAtMs }) => breaksAtMs > nowMs)
    .toSorted((a, b) => a.breaksAtMs - b.breaksAtMs);
  const help = gains
    .filter(({ kept, minutes }) => kept > 0 || (kept === 0 && minutes >= minutesMin))
    .toSorted((a, b) => b.kept - a.kept || b.minutes - a.minutes)
    .slice(0, helpMax);
  return {
    asOf: iso(nowMs),
    brokenCount: now.lateCount - ahead.length,
    willBreakCount: ahead.length,
    atRisk: ahead.slice(0, risksMax).map((each) => riskOf(sources, each)),
    help: help.map((gain) => helpOf(sources, gain)),
  };
}

function riskOf({ state }: OutlookSources, each: Foresight['late'][number]): RiskView {
  const { id, number, service, class: className } = ticketAt(state, each.ordinal);
  return {
    ticket: id,
    number,
    service,
    class: className,
    breaksAt: iso(each.breaksAtMs),
    calledAt: isoOrNull(each.calledAtMs),
    lateSeconds: each.lateSeconds,
  };
}

function helpOf({ state }: OutlookSources, { candidate, kept, minutes }: Gain): HelpView {
  const config = configOf(state);
  const { counter } = candidate;
  const badge = 'clerk' in candidate ? candidate.clerk : null;
  const clerk = badge === null ? null : (staffOf(config, badge)?.name ?? badge);
  const service = 'service' in candidate ? candidate.service : null;
  const number = 'ticket' in candidate ? candidate.ticket.number : null;
  const serviceName = service === null ? null : (serviceOf(config, service)?.name ?? null);
  return {
    id: `${candidate.kind}:${counter}${service === null ? '' : `:${service}`}${number === null ? '' : `:${number}`}`,
    kind: candidate.kind,
    counter,
    kept,
    minutes,
    services:
      service !== null
        ? [service]
        : 'ticket' in candidate
          ? [candidate.ticket.service]
          : servicesAt(config, counter),
    ...helpWords({ kind: candidate.kind, counter, clerk, serviceName, number, kept, minutes }),
    act: actOf(candidate),
  };

  /** What a supervisor may do from the board; a pause is the clerk's to end, a seat their own. */
  function actOf(of: Candidate): HelpView['act'] {
    switch (of.kind) {
      case 'open-counter':
      case 'end-pause':
        return null;
      case 'lend-counter':
        return {
          command: 'set-counter-services',
          args: { counter, services: [...servicesAt(config, counter), of.service] },
          undo: {
            command: 'set-counter-services',
            args: { counter, services: servicesAt(config, counter) },
          },
        };
      case 'call-first': {
        const { id } = of.ticket;
        const reason = 'ten-minute-promise';
        return {
          command: 'move-ticket',
          args: { ticket: id, counter, place: 'front', reason },
          undo: {
            command: 'move-ticket',
            args: { ticket: id, place: 'former', reason },
          },
        };
      }
    }
  }
}
