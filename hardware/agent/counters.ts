import type { ViewMessage } from '#protocol/socket-events.ts';
import type { WindowView } from '#protocol/views.ts';
import { faceOf, unknownFace } from '../boards/face.ts';
import type { Board } from '../boards/run-board.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../device.ts';
import type { Pad, PadAct, PadKey } from '../pads/pad.ts';
import type { HubPort } from './hub-port.ts';
import { pausedByKey } from './words.ts';

/** A hub that is away longer than a hiccup: what a board shows may be old. */
const unknownAfterMs = 10_000;
/** How long a pad says thanks. */
const thanksMs = 4_000;

export interface CounterDeps {
  readonly hub: HubPort;
  readonly clock: Clock;
  readonly log: Log;
  /** For the keys of commands: a fresh name each. */
  readonly freshId: () => string;
}

/** What stands at one counter: its boards follow the window view, its pads give commands. */
export function serveCounter(
  counter: string,
  { boards, pads }: { readonly boards: readonly Board[]; readonly pads: readonly Pad[] },
  { hub, clock, log, freshId }: CounterDeps,
): () => void {
  let view: WindowView | null = null;
  let isLive = false;
  let cancelUnknown: (() => void) | null = null;
  let cancelThanks: (() => void) | null = null;
  const stops: (() => void)[] = [];

  const take = ({ data }: ViewMessage): void => {
    const next = data as WindowView;
    const before = view?.rating ?? null;
    view = next;
    const face = faceOf(next);
    for (const board of boards) board.show(face);
    const { rating } = next;
    if (rating?.given != null && before?.given == null) thank();
    else if (rating?.given === null && before?.ticket !== rating.ticket) showPads('please-rate');
    else if (rating === null && before !== null && cancelThanks === null) showPads('welcome');
  };

  const showPads = (face: Parameters<Pad['show']>[0]): void => {
    for (const pad of pads) pad.show(face);
  };
  const thank = (): void => {
    showPads('thanks');
    cancelThanks?.();
    cancelThanks = clock.after(thanksMs, () => {
      cancelThanks = null;
      showPads('welcome');
    });
  };

  const press = async ({ act }: PadKey): Promise<void> => {
    // A key that nobody hears now must not call somebody later.
    if (!isLive) {
      log.info({ counter, act }, 'a key was pressed while the hub was away');
      return;
    }
    const command = commandFor(act, counter, view);
    if (command === null) return;
    const ack = await hub.command(freshId(), command.name, command.args);
    if (ack?.ok === false) {
      log.info({ counter, act, rule: ack.problem.rule ?? ack.problem.code }, 'a key was refused');
    }
  };

  stops.push(hub.watch({ view: 'window', counter }, take));
  stops.push(
    hub.onLive((live) => {
      isLive = live;
      cancelUnknown?.();
      cancelUnknown = null;
      if (live) return;
      cancelUnknown = clock.after(unknownAfterMs, () => {
        for (const board of boards) board.show(unknownFace(counter));
      });
    }),
  );
  for (const pad of pads) stops.push(pad.onKey((key) => void press(key)));
  return () => {
    for (const stop of stops) stop();
    cancelUnknown?.();
    cancelThanks?.();
  };
}

/** What a key asks of the hub; null where it means nothing now (nobody is there to be rated). */
export function commandFor(
  act: PadAct,
  counter: string,
  view: WindowView | null,
): { readonly name: string; readonly args: Readonly<Record<string, unknown>> } | null {
  switch (act) {
    case 'satisfied':
    case 'fair':
    case 'dissatisfied': {
      const rating = view?.rating ?? null;
      if (rating?.given !== null) return null;
      return { name: 'rate-ticket', args: { ticket: rating.ticket, rating: act } };
    }
    case 'pause':
      return { name: 'pause', args: { counter, kind: 'routine', reason: pausedByKey } };
    case 'call':
    case 'recall':
    case 'start':
    case 'finish':
    case 'no-show':
    case 'resume':
      return { name: act, args: { counter } };
  }
}
