import type { HallConfig } from '#core/hall-config.ts';
import type { EventOf, HallEvent } from '#core/events.ts';
import type { DayRange, Journal } from '#journal/journal.ts';
import type { SettingsChange } from './answers.ts';
import { differencesOf } from './differences.ts';
import { toSettings } from './to-settings.ts';
import type { HallSettings } from './draft.ts';

export interface KeptChange extends SettingsChange {
  /** What the change made: what holds from then on, or is planned. */
  readonly settings: HallSettings;
  /** What it was made from. */
  readonly before: HallSettings;
}

/** Changes told at most; older ones are in the journal. */
const changesMax = 200;

/**
 * Every change of the settings, from the journal alone: who, when, why and what. Days on which
 * nothing was changed are known by their first events and not read.
 */
export function createSettingsHistory(journal: Pick<Journal, 'days' | 'read' | 'readDay'>) {
  /** Days that are over do not change any more. */
  const finished = new Map<string, Promise<readonly KeptChange[]>>();
  const firsts = new Map<string, Promise<number>>();

  /** Newest first. */
  async function changes(): Promise<readonly KeptChange[]> {
    const days = await journal.days();
    const found: KeptChange[] = [];
    for (let at = days.length - 1; at >= 0 && found.length < changesMax; at -= 1) {
      const [range, next] = [days[at], days[at + 1]];
      if (range === undefined) break;
      if (next !== undefined && at > 0) {
        const [began, ended] = await Promise.all([first(range), first(next)]);
        if (began === ended) continue;
      }
      found.push(...(await told(range, next === undefined)).toReversed());
    }
    return found.slice(0, changesMax);
  }

  /** The settings of a revision, in effect or planned then; null where it is not known any more. */
  async function at(revision: number): Promise<KeptChange | null> {
    return (await changes()).find((each) => each.revision === revision && each.makes) ?? null;
  }

  function first(range: DayRange): Promise<number> {
    const known = firsts.get(range.day);
    if (known !== undefined) return known;
    const read = journal.read(range.fromSeq, 1).then(([record]) => {
      const event = JSON.parse(record?.body ?? '{}') as Partial<HallEvent & EventOf<'DayBegan'>>;
      return event.data?.settingsRevision ?? event.data?.configRevision ?? -1;
    });
    firsts.set(range.day, read);
    return read;
  }

  function told(range: DayRange, isToday: boolean): Promise<readonly KeptChange[]> {
    const known = isToday ? undefined : finished.get(range.day);
    if (known !== undefined) return known;
    const read = journal.readDay(range.day).then((records) => tellDay(records));
    if (!isToday) finished.set(range.day, read);
    return read;
  }

  return { changes, at };
}

export type SettingsHistory = ReturnType<typeof createSettingsHistory>;

const telling = /"type":"(?:DayBegan|HallConfigured|ConfigurationPlanned|ConfigurationWithdrawn)"/;

function tellDay(
  records: readonly { readonly seq: number; readonly body: string }[],
): readonly KeptChange[] {
  let holding: HallConfig | null = null;
  let plan: HallConfig | null = null;
  const changes: KeptChange[] = [];
  for (const { body } of records) {
    if (!telling.test(body.slice(0, 200))) continue;
    const event = JSON.parse(body) as HallEvent;
    if (event.type === 'DayBegan') {
      // The very first event of a hall: its configuration follows at once, and is what is told.
      holding = event.seq === 1 ? null : event.data.config;
    } else if (event.type === 'HallConfigured') {
      changes.push(changed(event, 'now', holding, event.data.config));
      holding = event.data.config;
    } else if (event.type === 'ConfigurationPlanned') {
      changes.push(changed(event, 'next-opening', plan ?? holding, event.data.config));
      plan = event.data.config;
    } else if (event.type === 'ConfigurationWithdrawn') {
      if (plan !== null && holding !== null) {
        changes.push({ ...changed(event, 'withdrawn', plan, holding), makes: false });
      }
      plan = null;
    }
  }
  return changes;
}

function changed(
  event: HallEvent & EventOf<'HallConfigured' | 'ConfigurationPlanned' | 'ConfigurationWithdrawn'>,
  kind: SettingsChange['kind'],
  from: HallConfig | null,
  to: HallConfig,
): KeptChange {
  const settings = toSettings(to);
  const before = from === null ? settings : toSettings(from);
  const { actor } = event;
  const badge = actor.kind === 'staff' ? actor.badge : null;
  const name = to.staff.find((each) => each.badge === badge)?.name;
  return {
    revision: event.data.revision,
    seq: event.seq,
    day: event.day,
    at: new Date(event.atMs).toISOString(),
    by: badge === null ? null : { badge, name: name ?? badge },
    why: 'why' in event.data ? event.data.why : '',
    kind,
    makes: true,
    isCarried: 'by' in event.data,
    differences: differencesOf(before, settings),
    override: event.override?.reason ?? null,
    settings,
    before,
  };
}
