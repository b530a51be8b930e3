import { randomBytes } from 'node:crypto';
import type { AgentView } from '#protocol/agent-view.ts';
import { systemClock, type Clock } from '../clock.ts';
import type { Log } from '../device.ts';
import type { DeviceSpec } from '../device-file/device-spec.ts';
import type { Printer } from '../printers/run-printer.ts';
import { serveCounter } from './counters.ts';
import type { HubPort } from './hub-port.ts';
import { openDevice, type Opened } from './kinds.ts';
import { createLinks, type MakeTransport } from './links.ts';
import { createOutbox } from './outbox.ts';
import { createPrintJobs } from './print-jobs.ts';
import { takeRead } from './reads.ts';

export interface AgentDeps {
  readonly hub: HubPort;
  readonly devices: readonly DeviceSpec[];
  readonly log: Log;
  readonly clock?: Clock;
  /** 0 up to 1; for the jitter of waits. */
  readonly random?: () => number;
  readonly freshId?: () => string;
  /** For tests: other lines to the devices. */
  readonly transport?: MakeTransport;
}

export interface Agent {
  readonly devices: readonly Opened[];
  close(): Promise<void>;
}

/** States that change together are told together. */
const reportAfterMs = 100;

/** Runs the devices of a file and speaks for them at the hub. */
export function startAgent(deps: AgentDeps): Agent {
  const { hub, log, clock = systemClock, random = Math.random, freshId = randomId } = deps;
  const linkFor = createLinks(clock, random, deps.transport);
  const devices = deps.devices.map((spec) =>
    openDevice(spec, { link: linkFor(spec), clock, log: ofDevice(log, spec.id) }),
  );
  const outbox = createOutbox(hub, clock, freshId());
  const stops: (() => void)[] = [];

  const reports = createReports();
  for (const { device } of devices) {
    stops.push(
      device.onState(() => {
        reports.changed();
      }),
    );
  }
  stops.push(
    hub.onLive((isLive) => {
      reports.live(isLive);
    }),
  );

  const printers = new Map<string, Printer>();
  for (const { kind, spec, device } of devices) {
    if (kind === 'printer') printers.set(spec.id, device);
  }
  const jobs = createPrintJobs({ printers, outbox, clock, log, hubUrl: hub.url });
  if (printers.size > 0) {
    stops.push(
      hub.watch({ view: 'agent' }, ({ data, revision }) => {
        jobs.take(data as AgentView, revision);
      }),
    );
  }
  for (const counter of new Set(devices.flatMap(({ spec }) => spec.counter ?? []))) {
    const here = devices.filter(({ spec }) => spec.counter === counter);
    const boards = here.flatMap((each) => (each.kind === 'board' ? [each.device] : []));
    const pads = here.flatMap((each) => (each.kind === 'pad' ? [each.device] : []));
    stops.push(serveCounter(counter, { boards, pads }, { hub, clock, log, freshId }));
  }
  for (const each of devices) {
    if (each.kind !== 'reader') continue;
    const after: Clock['after'] = (delayMs, callback) => clock.after(delayMs, callback);
    stops.push(
      each.device.onRead((read) => {
        void takeRead(read, each.spec.kiosk, { hub, log, freshId, after });
      }),
    );
  }

  /** The hub always has the newest list; a list that is under way is followed by the next. */
  function createReports() {
    let told = '';
    let cancel: (() => void) | null = null;
    let isBusy = false;
    const tell = (): void => {
      cancel = null;
      const list = devices.map(reportOf);
      const next = JSON.stringify(list);
      if (next === told || isBusy) return;
      isBusy = true;
      void outbox.deliver('report-devices', { devices: list }).then((ack) => {
        isBusy = false;
        if (ack === null) return;
        told = next;
        if (!ack.ok) log.warn({ code: ack.problem.code }, 'the hub refused the list of devices');
        changed();
      });
    };
    const changed = (): void => {
      cancel ??= clock.after(reportAfterMs, tell);
    };
    return {
      changed,
      live(isLive: boolean): void {
        // While we were away the hub may have taken all of them for lost.
        if (isLive) told = '';
        if (isLive) changed();
      },
      close: () => cancel?.(),
    };
  }

  return {
    devices,
    async close() {
      reports.close();
      for (const stop of stops) stop();
      jobs.close();
      outbox.close();
      await Promise.all(devices.map(({ device }) => device.close()));
      await hub.close();
    },
  };
}

function reportOf({ spec, device }: Opened) {
  const { id, kind, counter, kiosk } = spec;
  const detail = device.detail === null ? null : device.detail.slice(0, 200) || null;
  return { id, kind, state: device.state, detail, counter, kiosk };
}

function ofDevice(log: Log, id: string): Log {
  return {
    debug: (fields, message) => {
      log.debug({ id, ...fields }, message);
    },
    info: (fields, message) => {
      log.info({ id, ...fields }, message);
    },
    warn: (fields, message) => {
      log.warn({ id, ...fields }, message);
    },
  };
}

function randomId(): string {
  return randomBytes(12).toString('base64url');
}
