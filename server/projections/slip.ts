import type { HallConfig } from '#core/hall-config.ts';
import { classOf, defaultClass, serviceOf } from '#core/lookup.ts';
import type { Ticket } from '#core/state.ts';
import type { PrintView } from '#protocol/agent-view.ts';
import type { NoticeView, TicketView } from '#protocol/views.ts';
import { iso } from './scene.ts';

const noticesMax = 3;

/** What the paper of a ticket says: its facts, beside the place in line that its view tells. */
export function slipOf(
  config: HallConfig,
  ticket: Ticket,
  { ahead, estimate, url }: Pick<TicketView, 'ahead' | 'estimate' | 'url'>,
  notices: readonly NoticeView[],
  isCopy: boolean,
): PrintView['slip'] {
  const nameless = { zh: '', en: '' };
  const { name, hotline, timezone, languages } = config.hall;
  const service = serviceOf(config, ticket.service);
  return {
    hall: name,
    hotline,
    timezone,
    languages,
    language: ticket.language,
    number: ticket.number,
    service: service?.name ?? nameless,
    className: classOf(config, ticket.class)?.name ?? nameless,
    isDefaultClass: ticket.class === defaultClass(config).id,
    ahead,
    estimate,
    issuedAt: iso(ticket.issuedAtMs),
    address: url,
    papers: service?.papers ?? [],
    // What stands on the screens only now (a fault, closing time) has no place on paper.
    notices: notices
      .filter(({ kind, until }) => kind === 'notice' && until === null)
      .map(({ text }) => text)
      .slice(0, noticesMax),
    isCopy,
    isTraining: config.training,
  };
}
