import { attachedKey } from '#core/evolve-attached.ts';
import { configOf, serviceOf, ticketAt } from '#core/lookup.ts';
import { isFaulty } from '#core/rules/attached.ts';
import type { AttachedView, PrintTroubleView } from '#protocol/views.ts';
import { iso } from './scene.ts';
import type { ViewSources } from './view-sources.ts';

const troublesMax = 50;

/** Devices beside the agents: those out of order first, then by name. */
export function attachedViews({ state, devices }: ViewSources): readonly AttachedView[] {
  return Object.values(state.attached)
    .toSorted(
      (a, b) =>
        Number(isFaulty(b.state)) - Number(isFaulty(a.state)) ||
        (a.id < b.id ? -1 : Number(a.id > b.id)),
    )
    .map((each) => {
      const agent = devices.find(({ device }) => device === each.device);
      return {
        device: attachedKey(each),
        kind: each.kind,
        name: each.id,
        state: each.state,
        detail: each.detail,
        since: iso(each.sinceMs),
        agent: agent?.name ?? '',
        counter: each.counter,
        kiosk: each.kiosk,
        online: agent?.online ?? false,
      };
    });
}

/** Papers that a person must look after, the oldest first. */
export function printTroubles({ state }: ViewSources): readonly PrintTroubleView[] {
  return state.printTroubles.slice(0, troublesMax).flatMap((ordinal) => {
    const { id, number, service, print } = ticketAt(state, ordinal);
    if (print === null || (print.state !== 'uncertain' && print.state !== 'refused')) return [];
    return [
      {
        ticket: id,
        number,
        serviceName: serviceOf(configOf(state), service)?.name ?? { zh: '', en: '' },
        state: print.state,
        printer: print.printer,
        printerName: print.printer.slice(print.printer.indexOf('/') + 1),
        since: iso(print.sinceMs),
      },
    ];
  });
}
