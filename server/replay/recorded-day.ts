/** Rows of a recorded day, in the form that shared records of real halls have. */
export interface RecordedRow {
  readonly day: string;
  readonly ticket: string;
  readonly leg: number;
  readonly service: string;
  readonly class: string;
  /** Seconds of the day; null where the record has none. */
  readonly arrivalS: number;
  readonly startS: number | null;
  readonly endS: number | null;
  readonly server: string;
  readonly outcome: 'served' | 'abandoned' | 'noshow' | 'void';
}

export interface RecordedSession {
  readonly day: string;
  readonly server: string;
  readonly openS: number;
  readonly closeS: number;
}

const columns = 'day,ticket,leg,service,class,arrival_s,start_s,end_s,server,outcome';
const sessionColumns = 'day,server,open_s,close_s,served';
const outcomes = ['served', 'abandoned', 'noshow', 'void'] as const;

/** @throws Error naming the line that is not as the format says */
export function readRecordedDays(text: string): readonly RecordedRow[] {
  return lines(text, columns).map(([line, cells]) => {
    const [day, ticket, leg, service, klass, arrival, start, end, server, outcome] = cells;
    const known = outcomes.find((each) => each === outcome);
    const arrivalS = number(arrival);
    if (known === undefined || arrivalS === null || !day || !ticket || !service) {
      throw new Error(`line ${String(line)}: not a recorded ticket`);
    }
    return {
      day,
      ticket,
      leg: number(leg) ?? 0,
      service,
      class: klass ?? '',
      arrivalS,
      startS: number(start),
      endS: number(end),
      server: server ?? '',
      outcome: known,
    };
  });
}

/** @throws Error naming the line that is not as the format says */
export function readSessions(text: string): readonly RecordedSession[] {
  return lines(text, sessionColumns).map(([line, [day, server, open, close]]) => {
    const openS = number(open);
    const closeS = number(close);
    if (!day || !server || openS === null || closeS === null) {
      throw new Error(`line ${String(line)}: not a counter session`);
    }
    return { day, server, openS, closeS };
  });
}

function lines(text: string, header: string): readonly (readonly [number, readonly string[]])[] {
  const [first, ...rest] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (first !== header) throw new Error(`line 1: expected the columns ${header}`);
  return rest.flatMap((line, index) =>
    line === '' ? [] : [[index + 2, line.split(',')] as const],
  );
}

function number(cell: string | undefined): number | null {
  if (cell === undefined || cell === '') return null;
  const value = Number(cell);
  return Number.isFinite(value) ? value : null;
}
