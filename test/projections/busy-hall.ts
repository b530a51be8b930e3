import { openHall, type Hall } from './given.ts';
import { tongtai } from './tongtai.ts';

const serviceCount = 8;
const counterCount = 20;

/** 8 services, 20 counters (16 busy, 2 away), three classes, so many people waiting. */
export function busyHall(waitingCount: number): Hall {
  const base = tongtai();
  const services = Array.from({ length: serviceCount }, (_, index) => ({
    ...base.services[0]!,
    id: `s${String(index)}`,
    prefix: 'ABCDEFGH'.charAt(index),
  }));
  const counters = Array.from({ length: counterCount }, (_, index) => ({
    ...base.counters[0]!,
    id: String(index + 1),
    services:
      index % 3 === 0
        ? ['*']
        : [0, 1, 5].map((step) => `s${String((index + step) % serviceCount)}`),
    prefers: index === 0 ? ['vip'] : [],
  }));
  const clerks = Array.from({ length: 30 }, (_, index) => ({
    ...base.staff[0]!,
    badge: String(1000 + index),
  }));
  const hall = openHall(
    tongtai({}, { services, counters, staff: [...clerks, base.staff.at(-1)!] }),
  );
  const at = (index: number) => [{ counter: String(index + 1) }, String(1000 + index)] as const;
  for (let index = 0; index < counterCount; index += 1) hall.run('open', ...at(index));
  for (let index = 0; index < waitingCount + 16; index += 1) {
    const each = index % 17 === 0 ? 'vip' : index % 5 === 0 ? 'special' : undefined;
    hall.take(`s${String(index % serviceCount)}`, each);
  }
  for (let index = 0; index < 16; index += 1) {
    hall.run('call', ...at(index));
    if (index % 2 === 1) hall.run('start', ...at(index));
  }
  for (const index of [17, 18]) {
    const [{ counter }, badge] = at(index);
    hall.run('pause', { counter, kind: 'absence', reason: 'x', minutes: 10 }, badge);
  }
  hall.pass(1200);
  return hall;
}

/** Median microseconds of a run, each on a state that nothing is remembered of. */
export function microsecondsOf(
  hall: Hall,
  view: (sources: ReturnType<Hall['sources']>) => unknown,
) {
  const times: number[] = [];
  for (let run = 0; run < 60; run += 1) {
    const sources = hall.sources({ state: { ...hall.state } });
    const began = process.hrtime.bigint();
    view(sources);
    times.push(Number(process.hrtime.bigint() - began) / 1000);
  }
  return times.slice(10).toSorted((a, b) => a - b)[25] ?? 0;
}
