import type { HubPort } from '#hardware/agent/hub-port.ts';
import type { CommandName } from '#core/commands.ts';
import { buildView } from '#projections/views.ts';
import type {
  CommandAck,
  PresentRequest,
  ViewMessage,
  WatchRequest,
} from '#protocol/socket-events.ts';
import { openHall, type Hall } from '../../projections/given.ts';

/** What may go wrong between an agent and its hub. */
export interface HubFaults {
  /** The command does not arrive. */
  loseRequest(): boolean;
  /** It arrives and is done, and the answer gets lost. */
  loseAnswer(): boolean;
}

const never: HubFaults = { loseRequest: () => false, loseAnswer: () => false };

/** The real core, journal order and views, as one agent's hub; no sockets, no time. */
export function coreHub(hall: Hall = openHall(), faults: HubFaults = never) {
  const answered = new Map<string, CommandAck>();
  const presented: PresentRequest[] = [];
  const commands: { readonly name: string; readonly args: unknown }[] = [];
  const ports = new Set<{ live(is: boolean): void; tell(): void }>();

  /** An agent's own connection; `cut` is a program that dies: nothing of it arrives any more. */
  function connect(device = 'agent-1'): HubPort & { cut(): void; live(is: boolean): void } {
    const watches = new Map<WatchRequest, (message: ViewMessage) => void>();
    const listeners = new Set<(isLive: boolean) => void>();
    let isLive = true;
    let isCut = false;

    const tell = (): void => {
      if (isLive && !isCut) for (const [request, take] of watches) show(request, take);
    };
    const show = (request: WatchRequest, take: (message: ViewMessage) => void): void => {
      const subject = request.view === 'agent' ? { device } : request;
      const data = buildView(request.view, subject, hall.sources());
      if (data !== null) take({ ...request, revision: hall.state.seq, data });
    };
    const own = {
      live(is: boolean): void {
        isLive = is;
        for (const told of listeners) told(is && !isCut);
        tell();
      },
      tell,
    };
    ports.add(own);
    return {
      url: 'http://hub.test:8080',
      watch(request, take) {
        watches.set(request, take);
        if (isLive && !isCut) {
          setImmediate(() => {
            if (watches.has(request)) show(request, take);
          });
        }
        return () => void watches.delete(request);
      },
      command(id, name, args) {
        if (isCut) return new Promise(() => undefined);
        if (!isLive || faults.loseRequest()) return Promise.resolve(null);
        const ack = answered.get(id) ?? run(device, name, args);
        answered.set(id, ack);
        return new Promise((resolve) => {
          // Answers travel: what is told meanwhile may come first.
          setImmediate(() => {
            resolve(faults.loseAnswer() ? null : ack);
          });
        });
      },
      present(request) {
        presented.push(request);
        return Promise.resolve();
      },
      onLive(told) {
        listeners.add(told);
        told(isLive);
        return () => void listeners.delete(told);
      },
      close: async () => {
        isCut = true;
        ports.delete(own);
      },
      cut() {
        isCut = true;
        ports.delete(own);
      },
      live: (is) => {
        own.live(is);
      },
    };
  }

  function run(device: string, name: string, args: Readonly<Record<string, unknown>>): CommandAck {
    commands.push({ name, args });
    const by = { kind: 'device', device } as const;
    const decision = hall.ask(name as CommandName, args, by);
    if (decision.kind === 'accepted') {
      hall.run(name as CommandName, args, by);
      changed();
      return { ok: true, revision: hall.state.seq, result: {} };
    }
    const rule = decision.kind === 'refused' ? decision.rule : undefined;
    const problem = { type: '', title: '', status: 409, code: 'refused', rule };
    return { ok: false, problem } as CommandAck;
  }

  let isTelling = false;
  /** Views are coalesced, as the hub's are. */
  function changed(): void {
    if (isTelling) return;
    isTelling = true;
    setImmediate(() => {
      isTelling = false;
      for (const port of ports) port.tell();
    });
  }

  return {
    hall,
    presented,
    commands,
    connect,
    /** Something happened in the hall by other hands. */
    changed,
  };
}
