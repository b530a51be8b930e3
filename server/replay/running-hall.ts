import type { LobbyView } from '#protocol/views.ts';
import { must } from '#server/people/http-doors.ts';
import type { HallNames } from './day-plan.ts';
import { askOver } from './network.ts';
import type { RecordedRow, RecordedSession } from './recorded-day.ts';

interface TrainingHall {
  readonly signIns: readonly {
    readonly badge: string;
    readonly role: string;
    readonly pin: string | null;
  }[];
  readonly now: string;
}

const dayMs = 86_400_000;
/** The class that halls have for customers who go first without being asked why. */
const priorityClass = 'special';

/**
 * How a recorded day is told in a hall that already runs: services and counters by their order
 * where the names differ. The day is laid on the hall's present or next day.
 */
export async function hallNamesOf(
  hub: string,
  rows: readonly RecordedRow[],
  sessions: readonly RecordedSession[],
) {
  const ask = askOver(hub);
  const training = await must<TrainingHall>(ask({ method: 'GET', path: '/api/training' }));
  const lobby = await must<LobbyView>(ask({ method: 'GET', path: '/api/hall' }));
  const clerks = training.signIns.flatMap(({ badge, role, pin }) =>
    role === 'clerk' && pin !== null ? [{ badge, pin }] : [],
  );
  const supervisor = training.signIns.find(
    ({ role, pin }) => role === 'supervisor' && pin !== null,
  );
  if (supervisor?.pin == null)
    throw new Error('the hall shows no supervisor to verify its journal');
  const notes: string[] = [];

  const recordedServices = [...new Set(rows.map((row) => row.service))].sort();
  const services = lobby.waiting.map((each) => each.service);
  const serviceOf = new Map(
    recordedServices.map((recorded, index) => [
      recorded,
      services.includes(recorded) ? recorded : (services[index % services.length] ?? recorded),
    ]),
  );
  for (const [recorded, service] of serviceOf) {
    if (recorded !== service) notes.push(`service ${recorded} is told as ${service}`);
  }

  const servers = [...new Set(sessions.map((session) => session.server))];
  const seats = lobby.counters
    .slice(0, clerks.length)
    .map(({ counter }, index) => ({ counter, badge: clerks[index]?.badge ?? '' }));
  if (servers.length > seats.length) {
    notes.push(
      `${String(servers.length)} recorded servers share ${String(seats.length)} counters in turn`,
    );
  }
  const names: HallNames = {
    service: (recorded) => serviceOf.get(recorded) ?? recorded,
    class: (recorded) => (recorded === 'prio' ? priorityClass : null),
    counter: (recorded) => {
      const index = servers.indexOf(recorded);
      return index < 0 ? null : (seats[index % seats.length] ?? null);
    },
    servicesOf: () => services,
  };

  const firstS = Math.min(...rows.map((row) => row.arrivalS));
  const midnight = midnightBefore(training.now, lobby.hall.timezone);
  const late = Date.parse(training.now) > midnight + firstS * 1000;
  const midnightMs = late ? midnight + dayMs : midnight;
  if (late) notes.push('the hall is past the first arrival: the day is laid on tomorrow');
  const closesAt = lobby.hall.closesAt;
  return {
    names,
    notes,
    midnightMs,
    closesAtMs: closesAt === null ? midnightMs + dayMs : Date.parse(closesAt) + (late ? dayMs : 0),
    signIns: clerks.slice(0, seats.length),
    supervisor: { badge: supervisor.badge, pin: supervisor.pin },
  };
}

/** Local midnight of the instant's day, by the wall clock of the hall's time zone. */
function midnightBefore(now: string, timezone: string): number {
  const nowMs = Date.parse(now);
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: timezone,
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(nowMs);
  const of = (type: string): number =>
    Number(parts.find((part) => part.type === type)?.value ?? '0');
  const intoDayMs = (of('hour') * 3_600 + of('minute') * 60 + of('second')) * 1000;
  return Math.floor(nowMs / 1000) * 1000 - intoDayMs;
}
