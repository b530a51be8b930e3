import { createOffline } from '#kiosk/offline.ts';
import type { OfflineTicket } from '#kiosk/offline-numbers.ts';
import { freshVisit } from '#kiosk/visit.ts';
import type { KioskView, TicketView, ViewData } from '#protocol/views.ts';
import type { Problem } from '#protocol/problem.ts';
import { createHubClient, type HubClient } from '#ui/hub/hub-client.ts';
import { between } from './faults.ts';
import type { Outside } from './people.ts';
import { createOwner } from './virtual-time.ts';

/** What a customer goes away with. */
export type Slip =
  | { readonly kind: 'ticket'; readonly ticket: TicketView }
  /** A number of the kiosk's own: the hub will hear of it. */
  | { readonly kind: 'offline'; readonly ticket: OfflineTicket }
  | { readonly kind: 'none'; readonly problem: Problem | null };

export interface Kiosk {
  readonly name: string;
  /** One customer at a time stands before it. */
  press(wish: { readonly service: string; readonly class: string }): Promise<Slip>;
  readonly command: HubClient['command'];
  switchOff(): void;
}

interface Page {
  readonly client: HubClient;
  take(wish: { readonly service: string; readonly class: string }): Promise<Slip>;
  end(): void;
}

const second = 1_000;
/** The page looks once a second; a hub that comes or goes it hears of at once. */
const lookMs = 5 * second;
const nothing: Slip = { kind: 'none', problem: null };
const noAnswer = { ok: false, problem: null } as const;

/**
 * A kiosk for a day, switched on some time after the others came: its page lives with and without the
 * hub, and in rough weather is begun anew.
 */
export function switchOnKiosk(outside: Outside, name: string, inMs: number): Kiosk {
  const { time, weather, random, owner } = outside;
  /** As the page keeps its view on the device. */
  let known: ViewData['kiosk'] | null = null;
  let page: Page | null = null;
  let isOver = false;
  let line: Promise<unknown> = Promise.resolve();

  const watch = (): void => {
    time.at(time.now() + between(random, 20, 90) * second, owner, 'kiosk watch', () => {
      if (isOver) return;
      if (weather.strikes('kiosk-restarted', 0.15)) {
        outside.note(`${name} is begun anew`);
        page?.end();
        page = open();
      }
      watch();
    });
  };
  time.at(time.now() + inMs, owner, 'kiosk', () => {
    if (!isOver) page ??= open();
  });
  watch();

  return {
    name,
    press(wish) {
      const pressed = line.then(() => (isOver ? nothing : (page?.take(wish) ?? nothing)));
      line = pressed;
      return pressed;
    },
    command: async (...asked) => (await page?.client.command(...asked)) ?? noAnswer,
    switchOff() {
      isOver = true;
      page?.end();
    },
  };

  function open(): Page {
    return openPage(outside, name, {
      kept: () => known,
      keep: (view) => {
        known = view;
      },
    });
  }
}

interface Kept {
  readonly kept: () => KioskView | null;
  readonly keep: (view: KioskView) => void;
}

/** One run of the page: the real client and the real numbers of its own, in a process of its own. */
function openPage(outside: Outside, name: string, memory: Kept): Page {
  const { time, network, weather } = outside;
  const owner = createOwner(`kiosk ${name} ${outside.serial()}`);
  let view: KioskView | null = null;
  let isLive = false;
  let end = (): void => {};
  const ended = new Promise<Slip>((resolve) => {
    end = () => resolve(nothing);
  });

  const { client, offline } = time.as(owner, () => {
    const made = createHubClient(
      (auth) => network.socket(owner, { ...auth }),
      `kiosk ${name}`,
      undefined,
      { keep: () => {}, kept: () => memory.kept(), flush: () => {} },
    );
    return { client: made, offline: createOffline(made, name) };
  });
  const look = (): void => offline.look(isLive);
  time.as(owner, () => {
    client.watch('kiosk', {}, (seen) => {
      ({ data: view, live: isLive } = seen);
      if (isLive) memory.keep(seen.data);
      look();
    });
    client.connection.subscribe(look);
  });
  const lookAgain = (): void => {
    time.at(time.now() + lookMs, owner, 'kiosk', () => {
      look();
      lookAgain();
    });
  };
  lookAgain();

  /** One press has one signature, however often it is sent. */
  function signed(press: number): HubClient['command'] {
    return (command, args) => {
      if (command !== 'issue-ticket') return client.command(command, args);
      const whole = { ...args, need: `press ${press}` };
      if (weather.strikes('impatient-person', 0.15)) {
        // The same wish once more while it is under way: the page knows that it is one.
        void client.command(command, whole);
      }
      return client.command(command, whole);
    };
  }

  return {
    client,
    take({ service, class: each }) {
      const command = signed(outside.serial());
      const visit = { ...freshVisit, class: each === 'ordinary' ? '' : each };
      const taken = new Promise<Slip>((resolve) => {
        // In the page's own process: it dies with it.
        time.at(time.now(), owner, 'press', () => {
          void offline.take(service, visit, view, command).then(({ screen }) => {
            if (screen.at === 'ticket') resolve({ kind: 'ticket', ticket: screen.ticket });
            else if (screen.at === 'offline') resolve({ kind: 'offline', ticket: screen.ticket });
            else
              resolve(
                screen.at === 'refused' ? { kind: 'none', problem: screen.problem } : nothing,
              );
          });
        });
      });
      return Promise.race([taken, ended]);
    },
    end() {
      client.close();
      time.drop(owner);
      end();
    },
  };
}
