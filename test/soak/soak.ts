/**
 * A hall under twenty times the traffic of a busy one, for many simulated hours: customers take
 * numbers and leave, clerks call and send on, screens watch, one of them never reads, the others come
 * and go. What is looked at is memory: it must be the same at the end of each business day.
 */
export interface SoakDoors {
  /** POST with a token; answers the status and the JSON. */
  post(path: string, body: object, token?: string): Promise<{ status: number; body: unknown }>;
  /** A screen that watches the lobby; answers how to end it. */
  watch(reads: boolean): Promise<() => void>;
  /** Bytes of JavaScript's heap in use, and resident bytes where the system tells. */
  memory(): Promise<{ readonly heapBytes: number; readonly residentBytes: number | null }>;
}

export interface SoakPlan {
  readonly hours: number;
  readonly ticketsAnHour: number;
  readonly screens: number;
  readonly kioskToken: string;
  readonly clerks: readonly { readonly token: string; readonly counter: string }[];
  /** Told now and then: how many hours are done. */
  readonly onHour?: (hour: number, heapBytes: number) => void;
}

export interface SoakFigures {
  readonly tickets: number;
  readonly served: number;
  readonly refused: number;
  /** At the end of each business day, the least of its last three hours. */
  readonly days: readonly { readonly heapBytes: number; readonly residentBytes: number | null }[];
}

const openHoursADay = 10;
/** Customers at the kiosk at one moment. */
const lanes = 8;
const minutesAStep = 5;
/** Three hours of readings: the least of them is what is left when garbage has been collected. */
const readingsKept = 36;
/** Every so many-th customer leaves, every so many-th is sent on to another service. */
const leavesEvery = 11;
const movesEvery = 17;

/** The clock stands at the opening of a business day; the hall is open ten hours a day. */
export async function soak(doors: SoakDoors, plan: SoakPlan): Promise<SoakFigures> {
  const figures = { tickets: 0, served: 0, refused: 0 };
  const days: { heapBytes: number; residentBytes: number | null }[] = [];
  const stuck = await doors.watch(false);
  let screens = await Promise.all(Array.from({ length: plan.screens }, () => doors.watch(true)));
  let lately: { heapBytes: number; residentBytes: number | null }[] = [];

  const say = async (path: string, body: object, token: string): Promise<unknown> => {
    const answer = await doors.post(path, body, token);
    if (answer.status >= 500) throw new Error(`${path}: ${String(answer.status)}`);
    if (answer.status >= 400) figures.refused += 1;
    return answer.status < 400 ? answer.body : null;
  };
  const openCounters = (): Promise<unknown> =>
    Promise.all(
      plan.clerks.map(({ token, counter }) => say(`/api/counters/${counter}/open`, {}, token)),
    );

  async function customers(count: number): Promise<void> {
    for (let n = 0; n < count; n += 1) {
      const issued = (await say('/api/tickets', { service: 'payment' }, plan.kioskToken)) as {
        readonly id: string;
      } | null;
      if (issued === null) continue;
      figures.tickets += 1;
      if (figures.tickets % leavesEvery === 0) {
        await doors.post(`/api/tickets/${issued.id}/cancel`, {});
      }
    }
  }

  async function serve(clerk: SoakPlan['clerks'][number], count: number): Promise<void> {
    const act = (verb: string, body: object = {}): Promise<unknown> =>
      say(`/api/counters/${clerk.counter}/${verb}`, body, clerk.token);
    for (let n = 0; n < count; n += 1) {
      const called = (await act('call')) as { readonly ticket: object | null } | null;
      if (called === null || called.ticket === null) return;
      await act('start');
      if (figures.served % movesEvery === 0) {
        await act('recall'); // refused: who is served is not called
        await act('transfer', { service: 'enquiry', reason: 'soak' });
      } else await act('finish');
      figures.served += 1;
    }
  }

  await openCounters();
  for (let hour = 1; hour <= plan.hours; hour += 1) {
    const steps = 60 / minutesAStep;
    const aStep = Math.round(plan.ticketsAnHour / steps);
    for (let step = 0; step < steps; step += 1) {
      await Promise.all([
        ...Array.from({ length: lanes }, (_, lane) =>
          customers(Math.floor((aStep + lane) / lanes)),
        ),
        ...plan.clerks.map((clerk) => serve(clerk, Math.ceil(aStep / plan.clerks.length))),
      ]);
      await say('/api/clock', { advanceSeconds: minutesAStep * 60 }, plan.clerks[0]?.token ?? '');
      lately = [...lately, await doors.memory()].slice(-readingsKept);
    }
    // Screens are switched off and on.
    for (const leave of screens) leave();
    screens = await Promise.all(Array.from({ length: plan.screens }, () => doors.watch(true)));
    plan.onHour?.(hour, leastOf(lately).heapBytes);
    if (hour % openHoursADay === 0) {
      // Over night: whoever is left is served, the hall closes, the next day opens.
      await Promise.all(plan.clerks.map((clerk) => serve(clerk, Number.POSITIVE_INFINITY)));
      days.push(leastOf(lately));
      const overNight = (24 - openHoursADay) * 3_600;
      await say('/api/clock', { advanceSeconds: overNight }, plan.clerks[0]?.token ?? '');
      await openCounters();
    }
  }
  for (const leave of [...screens, stuck]) leave();
  return { ...figures, days };
}

function leastOf(readings: readonly { heapBytes: number; residentBytes: number | null }[]) {
  return {
    heapBytes: Math.min(...readings.map(({ heapBytes }) => heapBytes)),
    residentBytes: Math.min(...readings.map(({ residentBytes }) => residentBytes ?? 0)),
  };
}
