import { localDateOf } from '../calendar/business-day.ts';
import { hoursOf } from '../calendar/hours-of.ts';
import type { CommandArgs, CommandContext } from '../commands.ts';
import type { NewEvent } from '../events.ts';
import type { HallConfig } from '../hall-config.ts';
import type { HallDay } from '../state.ts';
import { accepted, answer, type Decision, type Guard } from '../verdict.ts';
import type { Actor } from '../vocabulary.ts';
import { whatStandsAgainst } from './configure-obstacles.ts';

/**
 * A new configuration: it holds from now on, or it is planned and holds from the next business day.
 * One that would break the running day is refused, with everything that stands in the way; one that
 * was made from an older revision is refused too, so that nobody overwrites what they have not seen.
 */
export function configure(
  state: HallDay,
  args: CommandArgs['configure'],
  context: CommandContext,
): Decision {
  if (state.day === null) return begin(state, args, context);
  const stale = staleness(state, args.base);
  if (args.from === 'next-opening' || stale !== null) {
    return answer(context, [stale], () => [planned(state, args, 1)]);
  }
  return answer(context, whatStandsAgainst(state, args.config, context.atMs), () => {
    const { config, why } = args;
    const revision = state.settingsRevision + 1;
    // In the hall's own day, whatever the new time zone says.
    const hours = hoursOf(config.hours, config.hall.timezone, state.day ?? '');
    const events: NewEvent[] = [
      { type: 'HallConfigured', data: { config, revision, why, hours } },
      ...noticeChanges(state, config),
    ];
    if (args.planned != null) events.push(planned(state, args.planned, 2, state.planned?.by));
    else if (state.planned !== null) events.push(withdrawn(state.planned.revision));
    return events;
  });
}

/** Nothing planned is nothing to take back. */
export function withdrawConfiguration(
  state: HallDay,
  args: CommandArgs['withdraw-configuration'],
  context: CommandContext,
): Decision {
  const { planned: plan } = state;
  if (plan === null) return accepted();
  return answer(context, [staleness(state, args.base)], () => [withdrawn(plan.revision)]);
}

function begin(
  state: HallDay,
  { config, why }: CommandArgs['configure'],
  { atMs }: CommandContext,
): Decision {
  const day = localDateOf(config.hall.timezone, atMs);
  const revision = state.settingsRevision + 1;
  const hours = hoursOf(config.hours, config.hall.timezone, day);
  const notices = config.notices.map(({ id, text }) => ({
    notice: id,
    text,
    kind: 'notice' as const,
    untilMs: null,
  }));
  return accepted(
    {
      type: 'DayBegan',
      data: {
        day,
        config,
        configRevision: revision,
        hours,
        followUps: [],
        notices,
        counters: [],
      },
    },
    { type: 'HallConfigured', data: { config, revision, why, hours } },
  );
}

function planned(
  state: HallDay,
  { config, why }: { readonly config: HallConfig; readonly why: string },
  ahead: number,
  by?: Actor,
): NewEvent {
  return {
    type: 'ConfigurationPlanned',
    data: {
      config,
      revision: state.settingsRevision + ahead,
      why,
      ...(by === undefined ? {} : { by }),
    },
  };
}

function withdrawn(revision: number): NewEvent {
  return { type: 'ConfigurationWithdrawn', data: { revision } };
}

/** Null: the hub itself, which brings a whole file and asks nobody. */
function staleness(state: HallDay, base: number | undefined): Guard {
  if (base === undefined || base === state.settingsRevision) return null;
  return { rule: 'newer-settings', by: { count: state.settingsRevision }, overridable: false };
}

/** The hall's own notices follow its configuration; those posted by hand stay. */
export function noticeChanges(state: HallDay, config: HallConfig): readonly NewEvent[] {
  const before = state.config?.notices ?? [];
  const events: NewEvent[] = [];
  const standing = new Set(state.notices.map(({ notice }) => notice));
  for (const { id, text } of before) {
    const kept = config.notices.find((each) => each.id === id);
    const isSame = kept?.text.zh === text.zh && kept.text.en === text.en;
    if (!isSame && standing.delete(id)) {
      events.push({ type: 'NoticeWithdrawn', data: { notice: id } });
    }
  }
  const known = new Set(before.map(({ id }) => id));
  for (const { id, text } of config.notices) {
    const isNew = !known.has(id) || events.some((each) => isWithdrawn(each, id));
    if (!isNew || standing.has(id)) continue;
    events.push({
      type: 'NoticePosted',
      data: { notice: id, text, kind: 'notice', untilMs: null },
    });
  }
  return events;
}

function isWithdrawn(event: NewEvent, id: string): boolean {
  return event.type === 'NoticeWithdrawn' && event.data.notice === id;
}
