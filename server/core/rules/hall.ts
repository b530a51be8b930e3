import type { CommandArgs, CommandContext } from '../commands.ts';
import type { HallDay } from '../state.ts';
import { faultNoticeId } from './attached.ts';
import { accepted, answer, type Decision, unknown } from '../verdict.ts';

/** `never-close-early`: before closing time only a supervisor, with a written reason. */
export function setIntake(
  state: HallDay,
  args: CommandArgs['set-intake'],
  context: CommandContext,
): Decision {
  const held = state.intakeHeld !== null;
  const running = state.hallState === 'open' || state.hallState === 'closing';
  if (running && held === (args.state === 'closed')) return accepted();
  return answer(
    context,
    [
      running
        ? null
        : { rule: 'not-possible-now', by: { state: state.hallState }, overridable: false },
      args.state === 'closed' && running
        ? {
            rule: 'never-close-early',
            by: { atMs: state.hours?.closesAtMs ?? 0 },
            overridable: true,
          }
        : null,
    ],
    () => [{ type: 'IntakeSet', data: { state: args.state, reason: args.reason } }],
  );
}

export function postNotice(
  state: HallDay,
  args: CommandArgs['post-notice'],
  context: CommandContext,
): Decision {
  const { notice = context.freshId } = args;
  if (args.notice !== undefined && !stands(state, notice)) return unknown('notice', notice);
  return accepted({ type: 'NoticePosted', data: { ...args, notice } });
}

/** Those that are named, in this order; each has to stand. */
export function orderNotices(state: HallDay, args: CommandArgs['order-notices']): Decision {
  const gone = args.notices.find((notice) => !stands(state, notice));
  if (gone !== undefined) return unknown('notice', gone);
  return accepted({ type: 'NoticesOrdered', data: { notices: [...new Set(args.notices)] } });
}

function stands(state: HallDay, id: string): boolean {
  return state.notices.some(({ notice }) => notice === id);
}

export function withdrawNotice(state: HallDay, args: CommandArgs['withdraw-notice']): Decision {
  const fault = Object.values(state.attached).find(
    (each) => each.fault !== null && faultNoticeId(each) === args.notice,
  );
  if (fault !== undefined) {
    const { device, id } = fault;
    return accepted({ type: 'FaultEnded', data: { device, id, why: 'withdrawn' } });
  }
  return state.notices.some((notice) => notice.notice === args.notice)
    ? accepted({ type: 'NoticeWithdrawn', data: args })
    : unknown('notice', args.notice);
}
