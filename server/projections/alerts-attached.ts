import { attachedKey } from '#core/evolve-attached.ts';
import { configOf, ticketAt } from '#core/lookup.ts';
import { isFaulty } from '#core/rules/attached.ts';
import { actLabels } from '#protocol/words/alerts.ts';
import { clockTime } from '#protocol/words/text.ts';
import type { RaisedAlert } from './alerts.ts';
import { printTroubles } from './attached.ts';
import type { ViewSources } from './view-sources.ts';

/** Several papers in doubt are several matters, but not twenty cards. */
const printAlertsMax = 5;

/** Alerts about devices beside the agents, and about papers that a person must look after. */
export function attachedAlerts(sources: ViewSources): readonly RaisedAlert[] {
  return [...faults(sources), ...papers(sources)];
}

function faults({ state }: ViewSources): readonly RaisedAlert[] {
  const { timezone } = configOf(state).hall;
  return Object.values(state.attached).flatMap((each): readonly RaisedAlert[] => {
    const kind = isFaulty(each.state) ? 'attached-fault' : 'paper-low';
    if (kind === 'paper-low' && each.state !== 'paper-low') return [];
    const key = attachedKey(each);
    const waiting =
      each.kind === 'printer'
        ? state.printing.filter((ordinal) => ticketAt(state, ordinal).print?.printer === key).length
        : 0;
    const since = clockTime(each.sinceMs, timezone);
    return [
      {
        key,
        alert: { kind, name: each.id, facts: each, since, waiting },
        acts: [],
        weight: waiting,
      },
    ];
  });
}

function papers(sources: ViewSources): readonly RaisedAlert[] {
  return printTroubles(sources)
    .slice(0, printAlertsMax)
    .map(({ ticket, number, state, printerName }) => ({
      key: ticket,
      alert: { kind: 'print-uncertain', number, state, printer: printerName },
      acts: [
        ...(state === 'uncertain'
          ? [
              {
                command: 'settle-print',
                args: { ticket, as: 'printed' },
                label: actLabels.printed(number),
              },
            ]
          : []),
        { command: 'reprint-ticket', args: { ticket }, label: actLabels.reprint(number) },
        {
          command: 'settle-print',
          args: { ticket, as: 'dropped' },
          label: actLabels.dropPaper(number),
        },
      ],
    }));
}
