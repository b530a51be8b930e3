import { previewNext } from '#core/disciplines/pick.ts';
import { applyAll } from '#core/evolve.ts';
import type { NewEvent } from '#core/events.ts';
import type { HallConfig } from '#core/hall-config.ts';
import { classOf, serviceOf, ticketAt, ticketId, ticketNumber } from '#core/lookup.ts';
import { initialDay, type HallDay } from '#core/state.ts';
import { whyText } from '#protocol/words/why.ts';
import type { OrderPreview, PreviewedTicket } from './answers.ts';

/** As many as a console shows. */
const nextMax = 10;
/** Of the example: enough that every rule of a discipline comes to bear. */
const exampleCount = 14;
const exampleGapMs = 110_000;

/**
 * The next ten at a counter, as it is and as a draft would have it: on the queue that stands there
 * now, and on an example, by the very code that calls.
 */
export function orderPreview(
  state: HallDay,
  draft: HallConfig,
  counter: string,
  atMs: number,
): OrderPreview {
  const { config } = state;
  if (config === null) return { present: none, example: none };
  // Tickets keep their services; who is next is what may differ.
  const wanted: HallConfig = {
    ...config,
    discipline: draft.discipline,
    guards: draft.guards,
    classes: config.classes.map((each) => classOf(draft, each.id) ?? each),
    counters: config.counters.map((each) => ({
      ...each,
      prefers: draft.counters.find(({ id }) => id === each.id)?.prefers ?? each.prefers,
    })),
  };
  const example = exampleQueue(config, atMs);
  const at = config.counters.some(({ id }) => id === counter) ? counter : config.counters[0]?.id;
  if (at === undefined) return { present: none, example: none };
  return {
    present: { now: next(state, at, atMs), draft: next({ ...state, config: wanted }, at, atMs) },
    example: {
      now: next(example, at, atMs),
      draft: next({ ...example, config: wanted }, at, atMs),
    },
  };
}

const none = { now: [], draft: [] };

function next(state: HallDay, counter: string, atMs: number): readonly PreviewedTicket[] {
  const { config } = state;
  if (config === null) return [];
  return previewNext(state, counter, atMs, nextMax).map(({ ordinal, why }) => {
    const ticket = ticketAt(state, ordinal);
    const both = (id: string) => ({ zh: id, en: id });
    return {
      number: ticket.number,
      service: serviceOf(config, ticket.service)?.name ?? both(ticket.service),
      class: classOf(config, ticket.class)?.name ?? both(ticket.class),
      waitedSeconds: Math.max(0, Math.round((atMs - ticket.queuedAtMs) / 1_000)),
      why: whyText(why, { config, class: ticket.class }),
    };
  });
}

/** Every service and class of the hall, ordinary ones most; the first has waited longest. */
function exampleQueue(config: HallConfig, atMs: number): HallDay {
  const [usual, ...others] = config.classes;
  if (usual === undefined || config.services.length === 0) return initialDay;
  let state = applyAll(initialDay, [began(config)], atMs, { kind: 'hub' }).state;
  const given = new Map<string, number>();
  for (let index = 0; index < exampleCount; index += 1) {
    const service = config.services[index % config.services.length];
    const special = index % 3 === 2 ? others[Math.floor(index / 3) % others.length] : undefined;
    const own = special ?? usual;
    if (service === undefined) continue;
    const prefix = own.prefix ?? service.prefix;
    const no = (given.get(prefix) ?? 0) + 1;
    given.set(prefix, no);
    const issued: NewEvent = {
      type: 'TicketIssued',
      data: {
        ticket: ticketId(index, `example${String(index)}`),
        number: ticketNumber(prefix, no),
        prefix,
        service: service.id,
        class: own.id,
        language: 'zh',
        source: 'kiosk',
        customer: null,
        need: null,
        estimate: null,
        ahead: 0,
      },
    };
    const issuedAtMs = atMs - (exampleCount - index) * exampleGapMs;
    state = applyAll(state, [issued], issuedAtMs, { kind: 'hub' }).state;
  }
  return state;
}

function began(config: HallConfig): NewEvent {
  return {
    type: 'DayBegan',
    data: {
      day: '2000-01-01',
      config,
      configRevision: 1,
      hours: null,
      followUps: [],
      notices: [],
      counters: [],
    },
  };
}
