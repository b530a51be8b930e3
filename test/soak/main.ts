import { parseArgs } from 'node:util';
import { residentMib } from '#test/bench/cpu-time.ts';
import { connectScreen } from '#test/bench/light-screen.ts';
import { pairKiosk, post, startHub } from '#test/bench/program.ts';
import { soak } from './soak.ts';

/**
 * `npm run soak -- [--hours 24] [--times 20]`: simulated hours of a hall at so many times the traffic
 * of a busy one (120 customers an hour) on the real program. Exit code 1 when memory is not flat.
 */
const busyTicketsAnHour = 120;
/** Heap and resident memory may differ so much between the ends of two days. */
const flatWithin = 0.15;

const { hours, times } = parseArgs({
  options: {
    hours: { type: 'string', default: '24' },
    times: { type: 'string', default: '20' },
  },
}).values;
// Days are compared at their ends: whole days of ten open hours, three at least.
const openHours = Math.max(30, Math.ceil(Number(hours) / 10) * 10);

const hub = await startHub({ clock: '2026-03-02T08:30:00+08:00', clockSpeed: 0 });
const kioskToken = await pairKiosk(hub.url);
const training = (await (await fetch(new URL('/api/training', hub.url))).json()) as {
  readonly signIns: readonly { badge: string; pin: string; role: string }[];
};
const staff = training.signIns.filter(({ role }) => role === 'clerk').slice(0, 6);
const clerks = [];
for (const [at, { badge, pin }] of staff.entries()) {
  const { token } = await post<{ token: string }>(hub.url, '/api/sessions', { badge, pin });
  clerks.push({ token, counter: String(at + 1) });
}

const fromMs = performance.now();
const { days, ...counts } = await soak(
  {
    async post(path, body, token) {
      const response = await fetch(new URL(path, hub.url), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify(body),
      });
      return { status: response.status, body: await response.json() };
    },
    async watch(reads) {
      const screen = await connectScreen(hub.url, { protocol: 1 });
      await screen.ask('watch', { view: 'lobby' });
      if (!reads) screen.stopReading();
      return () => {
        screen.close();
      };
    },
    async memory() {
      const metrics = await (await fetch(new URL('/metrics', hub.url))).text();
      const heapBytes = Number(/^nodejs_heap_size_used_bytes (\d+)/m.exec(metrics)?.[1] ?? 0);
      const mib = residentMib(hub.pid);
      return { heapBytes, residentBytes: mib === null ? null : mib * 2 ** 20 };
    },
  },
  {
    hours: openHours,
    ticketsAnHour: busyTicketsAnHour * Number(times),
    screens: 50,
    kioskToken,
    clerks,
    onHour(hour, heapBytes) {
      process.stderr.write(`hour ${String(hour)}: heap ${mibOf(heapBytes)} MiB\n`);
    },
  },
);
await hub.stop();

const seconds = ((performance.now() - fromMs) / 1_000).toFixed(0);
console.log(
  `${String(openHours)} hours in ${seconds} s: ${String(counts.tickets)} tickets, ` +
    `${String(counts.served)} services, ${String(counts.refused)} refusals`,
);
for (const [at, { heapBytes, residentBytes }] of days.entries()) {
  console.log(
    `end of day ${String(at + 1)}: heap ${mibOf(heapBytes)} MiB, resident ${mibOf(residentBytes ?? 0)} MiB`,
  );
}
// The first day warms up: code is compiled, the heap finds its size.
const growth = growthOf(days.slice(1).map(({ heapBytes }) => heapBytes));
console.log(
  `heap from the second day's end to the last's: ${(100 * growth).toFixed(1)} %, ${growth <= flatWithin ? 'flat' : 'NOT flat'}`,
);
process.exit(growth <= flatWithin ? 0 : 1);

function growthOf(ends: readonly number[]): number {
  return (ends.at(-1) ?? 0) / (ends[0] ?? 1) - 1;
}

function mibOf(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1);
}
