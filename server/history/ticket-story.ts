import type { HallEvent } from '#core/events.ts';
import type { HallConfig } from '#core/hall-config.ts';
import { classOf, serviceOf } from '#core/lookup.ts';
import type { Text } from '#core/vocabulary.ts';
import type { StoryStep, TicketStory } from '#protocol/history.ts';
import { whyText } from '#protocol/words/why.ts';

/**
 * All that happened to one ticket of a day, from the events alone.
 * @param events of one business day
 * @returns null for a number that was not given that day
 */
export function ticketStory(events: readonly HallEvent[], number: string): TicketStory | null {
  const issue = events.find(
    (event) => event.type === 'TicketIssued' && event.data.number === number,
  );
  if (issue?.type !== 'TicketIssued') return null;
  const { ticket, service, class: className } = issue.data;
  const steps: StoryStep[] = [];
  let config: HallConfig | null = null;
  let counter: string | null = null;
  for (const event of events) {
    if (event.type === 'DayBegan' || event.type === 'HallConfigured') config = event.data.config;
    const { data } = event;
    if (!('ticket' in data) || data.ticket !== ticket || config === null) continue;
    if ('counter' in data && typeof data.counter === 'string') counter = data.counter;
    steps.push(stepOf(event, config, className, counter));
    if (leavesCounter.has(event.type)) counter = null;
  }
  if (config === null) return null;
  return {
    number,
    service: serviceOf(config, service)?.name ?? same(service),
    class: classOf(config, className)?.name ?? same(className),
    steps,
  };
}

const leavesCounter: ReadonlySet<string> = new Set([
  'TicketMissed',
  'TicketTransferred',
  'TicketParked',
  'TicketPutBack',
  'ServiceFinished',
]);

function stepOf(
  event: HallEvent,
  config: HallConfig,
  className: string,
  counter: string | null,
): StoryStep {
  const { seq, atMs, type, actor, override } = event;
  return {
    seq,
    at: new Date(atMs).toISOString(),
    type,
    counter,
    by: actor.kind === 'staff' ? actor.badge : null,
    ahead: type === 'TicketIssued' ? event.data.ahead : null,
    why:
      type === 'TicketCalled'
        ? whyText(event.data.why, { config, class: className })
        : type === 'TicketTransferred'
          ? same(event.data.reason)
          : null,
    waitedSeconds:
      type === 'TicketCalled' && event.data.waitMs !== null
        ? Math.round(event.data.waitMs / 1000)
        : null,
    missing: type === 'TicketParked' ? event.data.missing : [],
    override: override === undefined ? null : { by: override.by, reason: override.reason },
  };
}

/** What people wrote is in one language. */
function same(text: string): Text {
  return { zh: text, en: text };
}
