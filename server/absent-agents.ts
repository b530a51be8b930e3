import type { Hall } from './desk/hall-port.ts';

/** A hiccup of the network is no absence. */
const absentAfterMs = 10_000;

/**
 * An agent that is away vouches for nothing: what is attached to it counts as offline, and what its
 * printers had begun as uncertain. It says itself how things are when it is back.
 */
export function watchAbsentAgents(
  { dispatch, presence }: Pick<Hall, 'dispatch' | 'presence'>,
  absentMs = absentAfterMs,
): () => void {
  const waiting = new Map<string, NodeJS.Timeout>();

  const look = (): void => {
    const attached = Object.values(dispatch.state().attached);
    const agents = new Set(attached.map(({ device }) => device));
    for (const device of agents) {
      const isHere = presence.live(device).online;
      const timer = waiting.get(device);
      if (isHere && timer !== undefined) {
        clearTimeout(timer);
        waiting.delete(device);
      } else if (!isHere && timer === undefined && hasWell(device)) {
        waiting.set(device, setTimeout(tell, absentMs, device).unref());
      }
    }
  };
  const hasWell = (device: string): boolean =>
    Object.values(dispatch.state().attached).some(
      (each) => each.device === device && each.state !== 'offline',
    );
  const tell = (device: string): void => {
    waiting.delete(device);
    if (presence.live(device).online) return;
    const command = { name: 'agent-absent', args: { device } } as const;
    // Refused or not written: the next look finds it again.
    void dispatch.submit({ command, actor: { kind: 'hub' } }).then((outcome) => {
      if (outcome.kind !== 'done') look();
    });
  };

  presence.onChange(look);
  // Agents that were here before the hub was started anew.
  look();
  return () => {
    for (const timer of waiting.values()) clearTimeout(timer);
    waiting.clear();
  };
}
