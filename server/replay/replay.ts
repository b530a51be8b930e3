import { readFile } from 'node:fs/promises';
import { runLiveDay, type LiveDayResult } from '#server/people/live-day.ts';
import { must } from '#server/people/http-doors.ts';
import { planOf, recordedFigures, type HallNames, type RecordedFigures } from './day-plan.ts';
import { askOver, createNetworkDoors } from './network.ts';
import { startOwnHub, type OwnHub } from './own-hub.ts';
import {
  readRecordedDays,
  readSessions,
  type RecordedRow,
  type RecordedSession,
} from './recorded-day.ts';
import { clerkAt, idOf, recordedHallFile } from './recorded-hall.ts';
import { hallNamesOf } from './running-hall.ts';
import { verifyOverHttp, type ChainReading } from './verify-over-http.ts';

export interface ReplayOptions {
  readonly file: string;
  readonly day: string;
  /** A running training hub; null starts one of its own. */
  readonly hub: string | null;
  readonly onProgress?: (doneCount: number, customerCount: number, atMs: number) => void;
  /** Each line of the hub's journal, once it is verified. */
  readonly onJournalLine?: (line: string) => void;
  /** Called with the hub's address and a supervisor's token before the hub is left. */
  readonly beforeLeaving?: (hub: string, token: string) => Promise<void>;
}

export interface ReplayResult {
  readonly day: string;
  readonly recorded: RecordedFigures;
  readonly replayed: LiveDayResult;
  readonly hallState: string;
  readonly chain: ChainReading;
  readonly elapsedSeconds: number;
  /** What could not be told in the hall, in words. */
  readonly notes: readonly string[];
}

interface Stage {
  readonly hub: string;
  readonly names: HallNames;
  readonly signIns: readonly { readonly badge: string; readonly pin: string }[];
  readonly supervisor: { readonly badge: string; readonly pin: string };
  readonly midnightMs: number;
  readonly closesAtMs: number;
  readonly notes: readonly string[];
  readonly own: OwnHub | null;
}

const closingLimitMs = 12 * 3_600_000;

/** Plays a recorded day through a hub as real clients; the hub decides the order. */
export async function replayDay(options: ReplayOptions): Promise<ReplayResult> {
  const startedMs = performance.now();
  const { rows, sessions } = await readDay(options.file, options.day);
  const stage =
    options.hub === null
      ? await ownStage(options.day, rows, sessions)
      : await runningStage(options.hub, rows, sessions);
  try {
    const doors = await createNetworkDoors(stage.hub, stage.signIns);
    const ask = askOver(stage.hub);
    const steer = async (atMs: number): Promise<void> => {
      const to = new Date(atMs).toISOString();
      await must(ask({ method: 'POST', path: '/api/clock', body: { to } }));
    };
    const replayed = await runLiveDay(planOf(rows, sessions, stage.names, stage.midnightMs), {
      doors,
      reach: async (atMs) => {
        await steer(atMs);
        return true;
      },
      ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
    });
    const hallState = await bringToClose(stage, ask, steer);
    await doors.close();
    const supervisor = await must<{ readonly token: string }>(
      ask({ method: 'POST', path: '/api/sessions', body: stage.supervisor }),
    );
    await options.beforeLeaving?.(stage.hub, supervisor.token);
    return {
      day: options.day,
      recorded: recordedFigures(rows),
      replayed,
      hallState,
      chain: await verifyOverHttp(stage.hub, supervisor.token, options.onJournalLine),
      elapsedSeconds: (performance.now() - startedMs) / 1000,
      notes: stage.notes,
    };
  } finally {
    await stage.own?.stop();
    await stage.own?.remove();
  }
}

/** @throws Error when the file has no such day, naming the days it has */
async function readDay(file: string, day: string) {
  const all = readRecordedDays(await readFile(file, 'utf8'));
  const rows = all.filter((row) => row.day === day);
  if (rows.length === 0) {
    const days = [...new Set(all.map((row) => row.day))];
    throw new Error(`${file} has no day ${day}; it has ${days.join(', ')}`);
  }
  const beside = file.replace(/\.csv$/, '-counters.csv');
  const sessions = readSessions(await readFile(beside, 'utf8'));
  return { rows, sessions: sessions.filter((session) => session.day === day) };
}

async function ownStage(
  day: string,
  rows: readonly RecordedRow[],
  sessions: readonly RecordedSession[],
): Promise<Stage> {
  const { yaml, opensS, closesS } = recordedHallFile(rows, sessions);
  const midnightMs = Date.parse(`${day}T00:00:00Z`);
  const servers = [...new Set(sessions.map((session) => session.server))];
  const own = await startOwnHub(yaml, new Date(midnightMs + (opensS - 600) * 1000).toISOString());
  const services = [...new Set(rows.map((row) => idOf(row.service)))];
  return {
    hub: own.url,
    own,
    midnightMs,
    closesAtMs: midnightMs + closesS * 1000,
    notes: [],
    signIns: servers.map((_, index) => clerkAt(index)),
    supervisor: { badge: '9001', pin: '735001' },
    names: {
      service: idOf,
      class: (recorded) => (recorded === 'prio' ? 'prio' : null),
      counter: (recorded) => {
        const index = servers.indexOf(recorded);
        return index < 0 ? null : { counter: String(index + 1), badge: clerkAt(index).badge };
      },
      // A counter that is woken for nothing only answers that nobody waits.
      servicesOf: () => services,
    },
  };
}

async function runningStage(
  hub: string,
  rows: readonly RecordedRow[],
  sessions: readonly RecordedSession[],
): Promise<Stage> {
  const hall = await hallNamesOf(hub, rows, sessions);
  return { ...hall, hub, own: null };
}

async function bringToClose(
  stage: Stage,
  ask: ReturnType<typeof askOver>,
  steer: (atMs: number) => Promise<void>,
): Promise<string> {
  const state = async (): Promise<{ readonly state: string; readonly nowMs: number }> => {
    const view = await must<{ readonly hall: { readonly state: string }; readonly now: string }>(
      ask({ method: 'GET', path: '/api/hall' }),
    );
    return { state: view.hall.state, nowMs: Date.parse(view.now) };
  };
  let present = await state();
  if (present.nowMs < stage.closesAtMs) await steer(stage.closesAtMs);
  present = await state();
  const untilMs = present.nowMs + closingLimitMs;
  while (present.state !== 'closed' && present.nowMs < untilMs) {
    await steer(present.nowMs + 600_000);
    present = await state();
  }
  return present.state;
}
