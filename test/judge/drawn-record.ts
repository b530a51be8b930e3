import type { RecordedDay } from '#server/judge/read-record.ts';
import type { RecordedRow } from '#server/replay/recorded-day.ts';

/** Days of a made-up record: two services, four servers, some who leave, some who have priority. */
export function drawnDays(seed: number, count: number): readonly RecordedDay[] {
  return Array.from({ length: count }, (_, index) =>
    drawnDay(seed * 10 + index, `2026-03-0${String(index + 1)}`),
  );
}

export function drawnDay(seed: number, day: string): RecordedDay {
  const draw = drawing(seed);
  const servers = ['S1', 'S2', 'S3', 'S4'];
  const opens = new Map(servers.map((server, index) => [server, 30_000 + 900 * index]));
  const free = new Map(opens);
  const rows: RecordedRow[] = [];
  let arrivalS = 29_500;
  while (rows.length < 220) {
    arrivalS += Math.round(-Math.log(1 - draw()) * 55);
    const service = draw() < 0.7 ? 'a' : 'b';
    const class_ = draw() < 0.3 ? 'prio' : 'reg';
    const [server = 'S1', freeS = 0] = [...free].sort((a, b) => a[1] - b[1])[0] ?? [];
    const startS = Math.max(arrivalS, freeS);
    const patience = -Math.log(1 - draw()) * 900;
    const left = startS - arrivalS > patience;
    const endS = left ? arrivalS + Math.ceil(patience) : startS + 20 + Math.round(draw() * 380);
    if (!left) free.set(server, endS);
    rows.push({
      day,
      ticket: String(rows.length + 1),
      leg: 0,
      service,
      class: class_,
      arrivalS,
      startS: left ? null : startS,
      endS,
      server: left ? '' : server,
      outcome: left ? 'abandoned' : 'served',
    });
  }
  const sessions = servers.map((server) => ({
    day,
    server,
    openS: opens.get(server) ?? 0,
    closeS: free.get(server) ?? 0,
  }));
  return { day, rows, sessions };
}

/** The same day up to an instant, and another one after it: nothing of what follows is as it was. */
export function changedAfter(record: RecordedDay, atS: number, seed: number): RecordedDay {
  const draw = drawing(seed);
  const moved = () => 1 + Math.floor(draw() * 2_000);
  const rows = record.rows.flatMap((row): RecordedRow[] => {
    if (row.arrivalS > atS) {
      return draw() < 0.5
        ? []
        : [
            {
              ...row,
              service: draw() < 0.5 ? 'a' : 'b',
              endS: null,
              startS: null,
              outcome: 'abandoned',
            },
          ];
    }
    const { startS, endS } = row;
    if (startS !== null && startS > atS) {
      const gone = draw() < 0.3;
      const laterS = atS + moved();
      if (gone) return [{ ...row, startS: null, endS: laterS, server: '', outcome: 'abandoned' }];
      return [{ ...row, startS: laterS, endS: laterS + moved(), server: 'S2' }];
    }
    return endS !== null && endS > atS ? [{ ...row, endS: atS + moved() }] : [row];
  });
  const sessions = record.sessions
    .filter(({ openS }) => openS <= atS)
    .map((session) => (session.closeS > atS ? { ...session, closeS: atS + moved() } : session));
  return { ...record, rows, sessions };
}

function drawing(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
