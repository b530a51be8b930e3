import { hoursOf } from '../calendar/hours-of.ts';
import { localDateOf } from '../calendar/business-day.ts';
import type { CommandArgs, CommandContext } from '../commands.ts';
import type { NewEvent } from '../events.ts';
import type { HallConfig } from '../hall-config.ts';
import { items } from '../sequence.ts';
import type { HallDay } from '../state.ts';
import { faultNoticeId } from './attached.ts';
import { accepted, answer, type Decision, type Guard, unknown } from '../verdict.ts';

/** `never-close-early`: before closing time only a supervisor, with a written reason. */
export function setIntake(
  state: HallDay,
  args: CommandArgs['set-intake'],
  context: CommandContext,
): Decision {
  const held = state.intakeHeld !== null;
  if (held === (args.state === 'closed')) return accepted();
  const running = state.hallState === 'open' || state.hallState === 'closing';
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

export function postNotice(args: CommandArgs['post-notice'], context: CommandContext): Decision {
  return accepted({ type: 'NoticePosted', data: { notice: context.freshId, ...args } });
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

/** A new configuration; one that would strand a running day is refused. */
export function configure(
  state: HallDay,
  args: CommandArgs['configure'],
  context: CommandContext,
): Decision {
  const { config } = args;
  const day = localDateOf(config.hall.timezone, context.atMs);
  const revision = state.configRevision + 1;
  if (state.day === null) {
    const hours = hoursOf(config.hours, config.hall.timezone, day);
    const notices = config.notices.map(({ id, text }) => ({
      notice: id,
      text,
      kind: 'notice' as const,
      untilMs: null,
    }));
    const began: NewEvent = {
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
    };
    return accepted(began, {
      type: 'HallConfigured',
      data: { config, revision, why: args.why, hours },
    });
  }
  const hours = hoursOf(config.hours, config.hall.timezone, state.day);
  return answer(context, [strandsNobody(state, config)], () => [
    { type: 'HallConfigured', data: { config, revision, why: args.why, hours } },
  ]);
}

function strandsNobody(state: HallDay, config: HallConfig): Guard {
  for (const seat of Object.values(state.counters)) {
    const known = config.counters.some((counter) => counter.id === seat.id);
    if (seat.state !== 'closed' && !known) {
      return {
        rule: 'not-possible-now',
        by: { counter: seat.id, state: seat.state },
        overridable: false,
      };
    }
  }
  for (const ticket of items(state.tickets)) {
    const over = ticket.state === 'done' || ticket.state === 'cancelled';
    const known =
      config.services.some((service) => service.id === ticket.service) &&
      config.classes.some((each) => each.id === ticket.class);
    if (!over && !known) {
      return {
        rule: 'not-possible-now',
        by: { number: ticket.number, state: ticket.state },
        overridable: false,
      };
    }
  }
  return null;
}
