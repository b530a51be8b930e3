import type { FastifyRequest } from 'fastify';
import type { HallConfig } from '#core/hall-config.ts';
import type { CommandArgs } from '#core/commands.ts';
import type { HallDay } from '#core/state.ts';
import { problemOf } from '#protocol/words/problems.ts';
import { hallRules } from '#protocol/words/hall-rules.ts';
import { bodyHash } from '#server/desk/canonical.ts';
import { actorOf, scopeOf, type Desk } from '#server/desk/desk.ts';
import { hubProblem, plainProblem, type HubProblem } from '#server/desk/hub-problem.ts';
import { problemOfOutcome } from '#server/desk/outcome-problem.ts';
import { withoutNumbers } from '#server/desk/without-numbers.ts';
import type { NewerSettings, SettingsFrom, SettingsProblem } from '#server/settings/answers.ts';
import type { HallSettings } from '#server/settings/draft.ts';
import type { KeptChange, SettingsHistory } from '#server/settings/history.ts';
import { merge } from '#server/settings/merge.ts';
import { presentSettings, type PresentSettings } from '#server/settings/present.ts';
import { readSettings } from '#server/settings/read-settings.ts';
import { toSettings } from '#server/settings/to-settings.ts';
import { idempotencyKey } from './idempotency-key.ts';

export interface Saving {
  readonly settings: unknown;
  readonly base: number;
  readonly from: SettingsFrom;
  readonly why: string;
  readonly override?: { readonly reason: string };
}

/** Others may save in between; after so many of them somebody has to look. */
const roundsMax = 3;

/** What a state has, or 404 before a hall is configured. */
export function present(state: HallDay): PresentSettings {
  const found = presentSettings(state);
  if (found === null) throw plainProblem('unknown', 'no-day');
  return found;
}

/**
 * Saves settings through the command path. What was changed by others meanwhile is merged in where
 * it does not overlap; where it does, both are answered.
 * @throws HubProblem bad-input with every mistake, refused with everything in the way
 */
export async function save(
  desk: Desk,
  history: SettingsHistory,
  saving: Saving,
  request: FastifyRequest,
): Promise<{ readonly revision: number; readonly settingsRevision: number }> {
  const { dispatch } = desk.hall;
  const { identity } = request;
  const key = idempotencyKey(request);
  const own = checked(saving.settings, dispatch.state().config?.training === true);
  for (let round = 1; ; round += 1) {
    const state = dispatch.state();
    const newer = await newerThan(state, history, saving.base, toSettings(own));
    if (newer !== null && newer.conflicts.length > 0) throw overlapping(newer);
    const wanted = newer === null ? own : checked(newer.settings, own.training);
    const outcome = await dispatch.submit({
      command: { name: 'configure', args: commandOf(state, wanted, saving) },
      actor: actorOf(identity),
      ...(saving.override === undefined || identity.kind !== 'staff'
        ? {}
        : { override: { by: identity.badge, reason: withoutNumbers(saving.override.reason) } }),
      ...(key === null
        ? {}
        : {
            idempotency: {
              scope: `settings ${scopeOf(identity, request.ip)}`,
              key,
              bodyHash: bodyHash(saving),
            },
          }),
      render: (after) => ({ settingsRevision: after.state.settingsRevision }),
    });
    if (outcome.kind === 'done') {
      const answer = outcome.result.answer as { readonly settingsRevision: number };
      return { revision: outcome.revision, ...answer };
    }
    const isRace = outcome.kind === 'refused' && outcome.rule === 'newer-settings';
    if (isRace && round < roundsMax) continue;
    throw problemOfOutcome(outcome, {
      command: 'configure',
      state: dispatch.state(),
      nowMs: desk.hall.clock.now(),
    });
  }
}

/**
 * With a plan, what is saved for now is the change alone: it is laid over what holds, and the plan
 * gets it too. What both touch is the new one's.
 */
function commandOf(
  state: HallDay,
  wanted: HallConfig,
  { from, why }: Saving,
): CommandArgs['configure'] {
  const { revision, now, planned } = present(state);
  const common = { why: withoutNumbers(why), base: revision };
  if (from === 'next-opening' || planned === null || state.planned === null) {
    return { config: wanted, from, ...common };
  }
  const config = checked(alone({ now, planned }, toSettings(wanted)), wanted.training);
  return { config, ...common, planned: { config: wanted, why: state.planned.why } };
}

/** What a draft that began from the plan would make of what holds now. */
export function alone(
  { now, planned }: Pick<PresentSettings, 'now' | 'planned'>,
  wanted: HallSettings,
): HallSettings {
  return planned === null ? wanted : merge(planned, now, wanted).settings;
}

/** What others have changed since a revision, and how it goes together; null: nothing. */
export async function newerThan(
  state: HallDay,
  history: SettingsHistory,
  base: number,
  mine: HallSettings,
): Promise<NewerSettings | null> {
  const { revision, newest } = present(state);
  if (base === revision) return null;
  const changes = await history.changes();
  const from = changes.find((each) => each.revision === base && each.makes);
  const since = changes.filter((each) => each.revision > base || !each.makes).map(told);
  // A base that nobody knows any more: everything that differs is told.
  const { settings, conflicts } = merge(from?.settings ?? newest, mine, newest);
  if (from !== undefined) return { revision, changes: since, conflicts, settings };
  const whole = merge({} as HallSettings, mine, newest);
  return { revision, changes: since, conflicts: whole.conflicts, settings: newest };
}

/** Without the settings themselves: what a list tells. */
export function told({ settings: _, before: __, ...change }: KeptChange) {
  return change;
}

function checked(settings: unknown, training: boolean): HallConfig {
  const read = readSettings(settings, training);
  if (!read.ok) throw mistaken(read.problems);
  return read.config;
}

export function mistaken(problems: readonly SettingsProblem[]): HubProblem {
  return hubProblem((language) => ({
    ...problemOf('bad-input', language),
    fields: problems.map(({ path, message }) => ({ field: path, message: message[language] })),
  }));
}

/** `newer-settings`: both changes, side by side, and who was faster. */
function overlapping(newer: NewerSettings): HubProblem {
  return hubProblem((language) => ({
    ...problemOf('refused', language),
    title: hallRules['newer-settings'][language],
    rule: 'newer-settings',
    rules: ['newer-settings'],
    by: { count: newer.revision },
    waysOut: [],
    overridable: false,
    newer,
  }));
}
