import type { Notice } from '#core/events.ts';
import { configOf } from '#core/lookup.ts';
import { faultNoticeId } from '#core/rules/attached.ts';
import type { HallHead, NoticeView, ViewClock } from '#protocol/views.ts';
import { faultNotice } from '#protocol/words/faults.ts';
import { closingNotice, intakeHeldNotice, servingOutNotice } from '#protocol/words/notices.ts';
import { clockTime } from '#protocol/words/text.ts';
import { comingConfig, iso, isoOrNull, nextOpeningMs, todaysHours } from './scene.ts';
import type { ViewSources } from './view-sources.ts';

/** Parts that every view begins with. */

export function viewClock({ nowMs, clockSpeed }: ViewSources): ViewClock {
  return { now: iso(nowMs), clockSpeed };
}

export function hallHead(sources: ViewSources): HallHead {
  const { state, nowMs } = sources;
  const config = configOf(state);
  const { id, name, timezone, languages, hotline } = config.hall;
  const hours = todaysHours(sources);
  const over = state.hallState === 'closed' || state.hallState === 'serving-out';
  return {
    id,
    name,
    state: state.hallState,
    timezone,
    languages,
    hotline,
    opensAt: isoOrNull(hours?.opensAtMs),
    closesAt: isoOrNull(hours?.closesAtMs),
    nextOpensAt: over ? isoOrNull(nextOpeningMs(comingConfig(state), nowMs)) : null,
    training: config.training,
    intakeClosedReason: state.intakeHeld?.reason ?? null,
  };
}

/** The most notices on a screen. */
const noticesMax = 10;

/**
 * What stands on the screens: the hall's own state first (`closing-reminder`,
 * `serve-everyone-queued`, a held intake), then faults, then the other notices, the newest first.
 */
export function noticesOf({ state, nowMs }: ViewSources): readonly NoticeView[] {
  const posted = state.notices
    .filter((each) => standsNow(each, nowMs))
    .toReversed()
    .map(({ notice, kind, text, untilMs }) => ({
      id: notice,
      kind,
      text,
      until: isoOrNull(untilMs),
    }));
  const faults = [...ownFaults(state), ...posted.filter(({ kind }) => kind === 'fault')];
  const others = posted.filter(({ kind }) => kind !== 'fault');
  return [...ownNotices(state), ...faults, ...others].slice(0, noticesMax);
}

/** `posted-notices`: what has begun and is not over. */
function standsNow({ fromMs, untilMs }: Notice, nowMs: number): boolean {
  return (fromMs === undefined || fromMs <= nowMs) && (untilMs === null || untilMs > nowMs);
}

/** `fault-notice`: raised by the hall itself, with its reason and its expected return. */
function ownFaults(state: ViewSources['state']): readonly NoticeView[] {
  const { timezone } = configOf(state).hall;
  return Object.values(state.attached).flatMap((each) => {
    if (each.fault === null) return [];
    const { untilMs } = each.fault;
    const text = faultNotice(each, clockTime(untilMs, timezone));
    return [{ id: faultNoticeId(each), kind: 'fault' as const, text, until: iso(untilMs) }];
  });
}

function ownNotices(state: ViewSources['state']): readonly NoticeView[] {
  const own: NoticeView[] = [];
  const { hallState, hours, intakeHeld } = state;
  if (intakeHeld !== null) {
    const text = intakeHeldNotice(intakeHeld.reason);
    own.push({ id: 'intake', kind: 'intake', text, until: null });
  }
  if (hallState === 'closing' && hours !== null) {
    const closes = clockTime(hours.closesAtMs, configOf(state).hall.timezone);
    const until = iso(hours.closesAtMs);
    own.push({ id: 'closing', kind: 'closing', text: closingNotice(closes), until });
  }
  if (hallState === 'serving-out') {
    const text = servingOutNotice(state.waitingCount);
    own.push({ id: 'serving-out', kind: 'closing', text, until: null });
  }
  return own;
}
