import type { LineFigures } from './line-estimates.ts';
import type { PageFigures } from './pages.ts';
import type { ReportBench } from './reports.ts';
import type { SizeFigures } from './sizes.ts';
import type { StartUpFigures } from './start-up.ts';
import type { TicketFigures } from './tickets.ts';
import type { ViewFigures } from './views.ts';

/** The figures as lines for people: each beside its limit, and the aim. */

export function tellTickets(found: TicketFigures): readonly string[] {
  const { cpuMicros } = found;
  const cpu = (used: Readonly<Record<string, number>> | null): string =>
    Object.entries(used ?? {})
      .map(([name, micros]) => `${name} ${micros.toFixed(0)}`)
      .join(', ');
  return [
    `durable tickets, ${String(found.connections)} connections, median of ${String(found.rounds)} rounds`,
    line('tickets a second', found.ticketsPerSecond),
    line('empty POST, Fastify', found.emptyPostsPerSecond),
    line('raw group commits, rows', found.rawRowsPerSecond),
    line(
      'of the lower limit',
      found.ofLimit,
      `${aim(found.ofLimit >= 0.6, 'at least 0.60')}; rounds ${found.ofLimitRange.map((each) => each.toFixed(2)).join(' to ')}`,
    ),
    line('ticket P50, ms', found.ticketP50Ms),
    line('ticket P99, ms', found.ticketP99Ms, `failed: ${String(found.failed)}`),
    `  CPU, µs a ticket: ${cpu(cpuMicros.hub)}; the load's client ${cpuMicros.clientOfHub.toFixed(0)}`,
    `  CPU, µs an empty POST: ${cpu(cpuMicros.fastify)}; the load's client ${cpuMicros.clientOfFastify.toFixed(0)}`,
  ];
}

export function tellReports(found: ReportBench): readonly string[] {
  const aims: Readonly<Record<string, number>> = {
    'a day, first': 1_000,
    'a day, again': 1_000,
    'all days, again': 3_000,
  };
  const { days, ticketsADay, events, asked } = found;
  return [
    `reports, ${String(days)} days of some ${String(ticketsADay)} tickets, ${String(events)} events`,
    ...asked.map(({ what, ms, cpuMs, bytes }) => {
      const most = aims[what];
      const size = `CPU ${String(cpuMs ?? '–')} ms; ${String(Math.round(bytes / 1_000))} kB`;
      const said =
        most === undefined ? size : `${size}; ${aim(ms < most, `under ${String(most)}`)}`;
      return line(`${what}, ms`, ms, said);
    }),
    line('reading one day’s events alone, ms', found.readDayMs),
    line('reading all events alone, ms', found.readAllMs),
    line('a day again, first look, ms', found.slider.firstMs),
    line('slider, P50, ms', found.slider.p50Ms, `of ${String(found.slider.looks)} looks`),
    line('slider, P99, ms', found.slider.p99Ms, aim(found.slider.p99Ms < 100, 'under 100')),
    line(
      'the hall meanwhile, slowest answer, ms',
      found.hallMsMax,
      `of ${String(found.hallAsked)}`,
    ),
  ];
}

export function tellViews(found: readonly ViewFigures[]): readonly string[] {
  return found.flatMap((each) => {
    const bound = each.ws.p99Ms + each.commit.p99Ms;
    const ratio = each.hub.p99Ms / bound;
    return [
      `call to view, ${String(each.sockets)} screens, ${String(each.calls)} calls, ${String(each.viewBytes)} bytes a view`,
      line('hub P50, ms', each.hub.p50Ms),
      line('hub P99, ms', each.hub.p99Ms),
      line('bare ws P50, ms', each.ws.p50Ms),
      line('bare ws P99, ms', each.ws.p99Ms),
      line('bare socket.io P50, ms', each.socketIo.p50Ms),
      line('bare socket.io P99, ms', each.socketIo.p99Ms),
      line('one commit P50, ms', each.commit.p50Ms),
      line('one commit P99, ms', each.commit.p99Ms),
      line('P99 of ws plus commit', ratio, aim(ratio <= 1.5, 'at most 1.50')),
      line(
        'P50 of ws plus commit',
        each.hub.p50Ms / (each.ws.p50Ms + each.commit.p50Ms),
        'less the scheduler’s than P99',
      ),
    ];
  });
}

export function tellSizes({ memory, cost }: SizeFigures): readonly string[] {
  return [
    'memory of the hub',
    ...memory.map(({ tickets, residentMib, heapMib }) =>
      line(
        `after ${String(tickets)} tickets, MiB`,
        residentMib ?? 0,
        `of it JavaScript's heap ${heapMib.toFixed(0)}`,
      ),
    ),
    'cost of a ticket in the core: issue, call, start, finish; µs',
    ...cost.map(({ ticketsOfTheDay, waiting, counters, microsATicket }) =>
      line(
        `at ticket ${String(ticketsOfTheDay)}`,
        microsATicket,
        `${String(waiting)} waiting, ${String(counters)} counters`,
      ),
    ),
  ];
}

export function tellStartUp({ bySize, emptyStartMs }: StartUpFigures): readonly string[] {
  return [
    'start of the hub and a report of one day, by the length of the past',
    ...bySize.flatMap(({ events, startMs, reportMs, reportedEvents }) => [
      line(
        `start, ${String(events)} events, ms`,
        startMs,
        events >= 5_000_000 ? aim(startMs < 2_000, 'under 2000') : '',
      ),
      line(
        `report of a day, ms`,
        reportMs,
        `${String(reportedEvents)} events; ${aim(reportMs < 1_000, 'under 1000')}`,
      ),
    ]),
    line('start of bare Fastify, ms', emptyStartMs),
  ];
}

export function tellPages(found: PageFigures): readonly string[] {
  return [
    `kiosk, CPU slowed ${String(found.throttling)} times`,
    line(
      'interactive after, ms',
      found.kioskInteractiveMs,
      `${aim(found.kioskInteractiveMs < 1_000, 'under 1000')}; visits ${found.kioskRoundsMs.map((each) => each.toFixed(0)).join(', ')}`,
    ),
    line('  a touch then, its number after, ms', found.numberAfterMs),
    line('an empty answer, ms', found.emptyPageMs, 'what Chromium itself takes'),
    'page weights on the wire, KB: code, fonts, other',
    ...found.weights.map(
      ({ page, codeKb, fontsKb, othersKb }) =>
        `  ${page.padEnd(26)}${codeKb.toFixed(0).padStart(10)}${fontsKb.toFixed(0).padStart(8)}${othersKb.toFixed(0).padStart(8)}`,
    ),
  ];
}

export function tellEstimates(found: LineFigures): readonly string[] {
  const { wholeLineMs, newcomerMs } = found;
  return [
    `wait estimates, ${String(found.waiting)} waiting, ${String(found.counters)} counters`,
    line('every ticket, CPU ms', found.wholeLineCpuMs, aim(found.wholeLineCpuMs < 2, 'under 2')),
    line('every ticket, P50, ms', wholeLineMs.p50),
    line('every ticket, P10, ms', wholeLineMs.p10),
    line('every ticket, P99, ms', wholeLineMs.p99),
    line('one newcomer, P50, ms', newcomerMs.p50),
    line('an event learned, µs', found.eventMicros),
  ];
}

function line(name: string, value: number, note = ''): string {
  return `  ${name.padEnd(26)}${value.toFixed(value < 100 ? 2 : 0).padStart(10)}  ${note}`.trimEnd();
}

function aim(met: boolean, what: string): string {
  return `aim ${what}: ${met ? 'met' : 'missed'}`;
}
