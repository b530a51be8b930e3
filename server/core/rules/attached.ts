import type { CommandArgs, CommandContext } from '../commands.ts';
import { attachedKey } from '../evolve-attached.ts';
import type { AttachedDevice, AttachedReport, NewEvent } from '../events.ts';
import type { HallDay } from '../state.ts';
import { accepted, type Decision } from '../verdict.ts';
import type { AttachedState, InstantMs } from '../vocabulary.ts';
import { abandonedPrints } from './paper.ts';

/** A fault that passes by itself within this time is not put on the screens. */
const noticeAfterMs = 15_000;

/** When staff can be expected to have helped; told again where it takes longer. */
const returnWithinMs: Readonly<Record<AttachedState, number>> = {
  ready: 0,
  'paper-low': 0,
  'paper-out': 10 * 60_000,
  'cover-open': 10 * 60_000,
  offline: 30 * 60_000,
  uncertain: 30 * 60_000,
};

/** The whole list of what an agent has beside it: new, changed and gone devices become events. */
export function reportDevices(
  state: HallDay,
  { devices }: CommandArgs['report-devices'],
  { actor }: CommandContext,
): Decision {
  if (actor.kind !== 'device') return accepted();
  const { device } = actor;
  const events: NewEvent[] = [];
  const named = new Set<string>();
  for (const report of devices) {
    const key = attachedKey({ device, id: report.id });
    // A list that names a device twice means its last word.
    if (named.has(key)) continue;
    named.add(key);
    const before = state.attached[key];
    if (before !== undefined && isSame(before, report)) continue;
    events.push({ type: 'DeviceStateChanged', data: { device, ...report } });
    if (before !== undefined) events.push(...mended(before, report.state));
  }
  for (const known of Object.values(state.attached)) {
    if (known.device !== device || named.has(attachedKey(known))) continue;
    events.push(
      ...mended(known, 'ready'),
      { type: 'DeviceDetached', data: { device, id: known.id } },
      ...abandonedPrints(state, attachedKey(known)),
    );
  }
  return { kind: 'accepted', events };
}

/** Nobody vouches for what is attached to an agent that is away. */
export function agentAbsent(state: HallDay, { device }: CommandArgs['agent-absent']): Decision {
  const events = Object.values(state.attached)
    .filter((each) => each.device === device && each.state !== 'offline')
    .flatMap((each): readonly NewEvent[] => [
      {
        type: 'DeviceStateChanged',
        data: { device, ...reportOf(each), state: 'offline', detail: 'the agent is not connected' },
      },
      ...abandonedPrints(state, attachedKey(each)),
    ]);
  return { kind: 'accepted', events };
}

export function revokeDevice(state: HallDay, { device }: CommandArgs['revoke-device']): Decision {
  const attached = Object.values(state.attached).filter((each) => each.device === device);
  return accepted(
    ...attached.flatMap((each) => [
      ...mended(each, 'ready'),
      ...abandonedPrints(state, attachedKey(each)),
    ]),
    { type: 'DeviceRevoked', data: { device } },
  );
}

/**
 * `fault-notice`: raised by the hall itself once a fault has lasted, with its expected return, and
 * told again with a later one where that has passed.
 */
export function faultsDue(state: HallDay, atMs: InstantMs): readonly NewEvent[] {
  return Object.values(state.attached)
    .filter((each) => (faultDueMs(each) ?? Infinity) <= atMs)
    .map(({ device, id, state: now }) => ({
      type: 'FaultRaised',
      data: { device, id, state: now, untilMs: atMs + returnWithinMs[now] },
    }));
}

/** When the next notice about a fault is due; null: none. The doors are closed: nobody to tell. */
export function nextFaultDue(state: HallDay): InstantMs | null {
  if (state.hallState === 'closed') return null;
  let first: InstantMs | null = null;
  for (const each of Object.values(state.attached)) {
    const dueMs = faultDueMs(each);
    if (dueMs !== null && (first === null || dueMs < first)) first = dueMs;
  }
  return first;
}

function faultDueMs(attached: AttachedDevice): InstantMs | null {
  if (attached.hidden || !isPublicFault(attached)) return null;
  return attached.fault === null ? attached.sinceMs + noticeAfterMs : attached.fault.untilMs;
}

/** The name under which the notice of a fault stands, and is withdrawn. */
export function faultNoticeId(attached: Pick<AttachedDevice, 'device' | 'id'>): string {
  return `fault:${attachedKey(attached)}`;
}

/** What customers meet and cannot use; a pad at a counter is the staff's to mend, unannounced. */
function isPublicFault({ kind, state }: AttachedReport): boolean {
  return kind !== 'pad' && isFaulty(state);
}

export function isFaulty(state: AttachedState): boolean {
  return state !== 'ready' && state !== 'paper-low';
}

function mended(before: AttachedDevice, next: AttachedState): readonly NewEvent[] {
  if (before.fault === null || isFaulty(next)) return [];
  const { device, id } = before;
  return [{ type: 'FaultEnded', data: { device, id, why: 'fixed' } }];
}

function isSame(before: AttachedDevice, report: AttachedReport): boolean {
  return (
    before.kind === report.kind &&
    before.state === report.state &&
    before.detail === report.detail &&
    before.counter === report.counter &&
    before.kiosk === report.kiosk
  );
}

function reportOf({ id, kind, state, detail, counter, kiosk }: AttachedDevice): AttachedReport {
  return { id, kind, state, detail, counter, kiosk };
}
