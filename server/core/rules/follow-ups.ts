import type { CommandArgs, CommandContext } from '../commands.ts';
import { followUpsMax, usualDueDay, type OpenFollowUp } from '../follow-ups.ts';
import { configOf, findTicket, staffOf } from '../lookup.ts';
import type { HallDay } from '../state.ts';
import { accepted, answer, type Decision, type Guard, unknown } from '../verdict.ts';

/** `first-asked`: whoever writes it down owns it; a supervisor may name another owner. */
export function openFollowUp(
  state: HallDay,
  args: CommandArgs['open-follow-up'],
  context: CommandContext,
): Decision {
  const config = configOf(state);
  const by = badgeOf(context);
  const owner = args.owner ?? by;
  if (staffOf(config, owner) === undefined) return unknown('staff', owner);
  const ticket = args.ticket === undefined ? null : findTicket(state, args.ticket);
  if (ticket === undefined) return unknown('ticket', args.ticket ?? '');
  const day = state.day ?? '';
  const dueDay = args.dueDay ?? usualDueDay(config, day, context.atMs);
  return answer(
    context,
    [
      owner === by || isSupervisor(context) ? null : notYours(owner),
      dueDay < day ? { rule: 'first-asked', by: { state: 'due-past' }, overridable: false } : null,
      state.followUps.length < followUpsMax
        ? null
        : { rule: 'first-asked', by: { count: followUpsMax }, overridable: false },
    ],
    () => [
      {
        type: 'FollowUpOpened',
        data: {
          id: context.freshId,
          text: args.text,
          number: ticket?.number ?? null,
          owner,
          by,
          dueDay,
        },
      },
    ],
  );
}

/** To another colleague, by its owner or a supervisor. Passing it to its owner changes nothing. */
export function passFollowUp(
  state: HallDay,
  args: CommandArgs['pass-follow-up'],
  context: CommandContext,
): Decision {
  const found = state.followUps.find(({ id }) => id === args.followUp);
  if (found === undefined) return unknown('follow-up', args.followUp);
  if (staffOf(configOf(state), args.to) === undefined) return unknown('staff', args.to);
  if (found.owner === args.to) return accepted();
  return answer(context, [ownOrSupervisor(found, context)], () => [
    {
      type: 'FollowUpPassed',
      data: { followUp: found.id, from: found.owner, to: args.to, reason: args.reason ?? null },
    },
  ]);
}

/** With how it was answered, in words: only then does it leave the list. */
export function answerFollowUp(
  state: HallDay,
  args: CommandArgs['answer-follow-up'],
  context: CommandContext,
): Decision {
  const found = state.followUps.find(({ id }) => id === args.followUp);
  if (found === undefined) return unknown('follow-up', args.followUp);
  const { id, text, number, owner, by, sinceMs, dueDay } = found;
  return answer(context, [ownOrSupervisor(found, context)], () => [
    {
      type: 'FollowUpAnswered',
      data: { followUp: id, how: args.how, text, number, owner, by, sinceMs, dueDay },
    },
  ]);
}

function ownOrSupervisor(found: OpenFollowUp, context: CommandContext): Guard {
  return found.owner === badgeOf(context) || isSupervisor(context) ? null : notYours(found.owner);
}

function notYours(owner: string): Guard {
  return { rule: 'first-asked', by: { badge: owner }, overridable: false };
}

function isSupervisor({ actor }: CommandContext): boolean {
  return actor.kind === 'staff' && actor.role === 'supervisor';
}

function badgeOf({ actor }: CommandContext): string {
  return actor.kind === 'staff' ? actor.badge : '';
}
