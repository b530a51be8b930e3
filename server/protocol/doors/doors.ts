import { counterDoors } from './counters.ts';
import type { CommandDoor } from './door.ts';
import { deviceDoors } from './devices.ts';
import { hallDoors } from './hall.ts';
import { leaseDoors } from './leases.ts';
import { recordDoors } from './records.ts';
import { rosterDoors } from './roster.ts';
import { ticketDoors } from './tickets.ts';

/** Every command that an outsider may give, by socket name and by HTTP address (contract, 3, 4). */
export const commandDoors: readonly CommandDoor[] = [
  ...ticketDoors,
  ...leaseDoors,
  ...counterDoors,
  ...hallDoors,
  ...recordDoors,
  ...deviceDoors,
  ...rosterDoors,
];

const byName = new Map<string, CommandDoor>(commandDoors.map((each) => [each.name, each]));

export function doorNamed(name: string): CommandDoor | undefined {
  return byName.get(name);
}
