import type { Command, CommandContext } from './commands.ts';
import { due } from './due.ts';
import { withArrivals } from './rules/arrivals.ts';
import { agentAbsent, reportDevices, revokeDevice } from './rules/attached.ts';
import { answerFollowUp, openFollowUp, passFollowUp } from './rules/follow-ups.ts';
import { cancelHandover, completeHandover, handover, relieveHandover } from './rules/handover.ts';
import { call, callAgain, noShow } from './rules/calling.ts';
import {
  cancelTicket,
  issueTicket,
  moveTicket,
  rejoinTicket,
  returnTicket,
} from './rules/intake.ts';
import { configure, withdrawConfiguration } from './rules/configure.ts';
import { orderNotices, postNotice, setIntake, withdrawNotice } from './rules/hall.ts';
import { handInTicket, leaseNumbers } from './rules/leases.ts';
import { approveLeave, askLeave, rejectLeave, withdrawLeave } from './rules/leave.ts';
import { reportPrint, reprintTicket, settlePrint } from './rules/paper.ts';
import { pause, resume } from './rules/pauses.ts';
import { planShifts, publishRoster, setShiftKinds } from './rules/roster.ts';
import { recordMeeting, signMeeting } from './rules/meetings.ts';
import { noteQuality } from './rules/quality.ts';
import { closeCounter, openCounter, releaseCounter } from './rules/seats.ts';
import { setCounterServices } from './rules/lending.ts';
import { finish, park, putBackTicket, rateTicket, start, transfer } from './rules/serving.ts';
import {
  agreeSwap,
  approveSwap,
  askSwap,
  nameAnswerable,
  refuseSwap,
  rejectSwap,
  withdrawSwap,
} from './rules/swaps.ts';
import type { HallDay } from './state.ts';
import { accepted, type Decision } from './verdict.ts';

export type { Decision } from './verdict.ts';

/**
 * What a command does to the hall's day: events, or a refusal that says which rule and what is in
 * the way. Pure and synchronous: time, identity and chance come in the context.
 *
 * A hall without configuration knows only `configure`; anything else throws, since the hub starts
 * no loop before it.
 */
export function decide(state: HallDay, command: Command, context: CommandContext): Decision {
  return withArrivals(state, decided(state, command, context), context.atMs);
}

function decided(state: HallDay, command: Command, context: CommandContext): Decision {
  switch (command.name) {
    case 'issue-ticket':
      return issueTicket(state, command.args, context);
    case 'lease-numbers':
      return leaseNumbers(state, context);
    case 'hand-in-ticket':
      return handInTicket(state, command.args, context);
    case 'cancel-ticket':
      return cancelTicket(state, command.args, context);
    case 'rejoin-ticket':
      return rejoinTicket(state, command.args, context);
    case 'return-ticket':
      return returnTicket(state, command.args, context);
    case 'move-ticket':
      return moveTicket(state, command.args, context);
    case 'rate-ticket':
      return rateTicket(state, command.args, context);
    case 'put-back-ticket':
      return putBackTicket(state, command.args, context);
    case 'open':
      return openCounter(state, command.args, context);
    case 'call':
      return call(state, command.args, context);
    case 'recall':
      return callAgain(state, command.args, context);
    case 'start':
      return start(state, command.args, context);
    case 'finish':
      return finish(state, command.args, context);
    case 'no-show':
      return noShow(state, command.args, context);
    case 'transfer':
      return transfer(state, command.args, context);
    case 'park':
      return park(state, command.args, context);
    case 'pause':
      return pause(state, command.args, context);
    case 'resume':
      return resume(state, command.args, context);
    case 'handover':
      return handover(state, command.args, context);
    case 'relieve-handover':
      return relieveHandover(state, command.args, context);
    case 'complete-handover':
      return completeHandover(state, command.args, context);
    case 'cancel-handover':
      return cancelHandover(state, command.args, context);
    case 'close':
      return closeCounter(state, command.args, context);
    case 'release-counter':
      return releaseCounter(state, command.args, context);
    case 'set-counter-services':
      return setCounterServices(state, command.args, context);
    case 'set-intake':
      return setIntake(state, command.args, context);
    case 'open-follow-up':
      return openFollowUp(state, command.args, context);
    case 'pass-follow-up':
      return passFollowUp(state, command.args, context);
    case 'answer-follow-up':
      return answerFollowUp(state, command.args, context);
    case 'record-meeting':
      return recordMeeting(state, command.args, context);
    case 'sign-meeting':
      return signMeeting(state, command.args, context);
    case 'note-quality':
      return noteQuality(state, command.args, context);
    case 'post-notice':
      return postNotice(state, command.args, context);
    case 'order-notices':
      return orderNotices(state, command.args);
    case 'withdraw-notice':
      return withdrawNotice(state, command.args);
    case 'configure':
      return configure(state, command.args, context);
    case 'withdraw-configuration':
      return withdrawConfiguration(state, command.args, context);
    case 'sign-in':
      return accepted({ type: 'StaffSignedIn', data: command.args });
    case 'sign-out':
      return accepted({ type: 'StaffSignedOut', data: command.args });
    case 'note-vault-change':
      return accepted({ type: 'VaultChanged', data: command.args });
    case 'pair-device':
      return accepted({ type: 'DevicePaired', data: command.args });
    case 'revoke-device':
      return revokeDevice(state, command.args);
    case 'report-devices':
      return reportDevices(state, command.args, context);
    case 'report-print':
      return reportPrint(state, command.args, context);
    case 'reprint-ticket':
      return reprintTicket(state, command.args, context);
    case 'settle-print':
      return settlePrint(state, command.args, context);
    case 'agent-absent':
      return agentAbsent(state, command.args);
    case 'set-shift-kinds':
      return setShiftKinds(state, command.args, context);
    case 'plan-shifts':
      return planShifts(state, command.args, context);
    case 'publish-roster':
      return publishRoster(state, command.args, context);
    case 'ask-swap':
      return askSwap(state, command.args, context);
    case 'agree-swap':
      return agreeSwap(state, command.args, context);
    case 'refuse-swap':
      return refuseSwap(state, command.args, context);
    case 'withdraw-swap':
      return withdrawSwap(state, command.args, context);
    case 'approve-swap':
      return approveSwap(state, command.args, context);
    case 'reject-swap':
      return rejectSwap(state, command.args, context);
    case 'name-answerable':
      return nameAnswerable(state, command.args, context);
    case 'ask-leave':
      return askLeave(state, command.args, context);
    case 'withdraw-leave':
      return withdrawLeave(state, command.args, context);
    case 'approve-leave':
      return approveLeave(state, command.args, context);
    case 'reject-leave':
      return rejectLeave(state, command.args, context);
    case 'tick':
      return { kind: 'accepted', events: due(state, context.atMs) };
  }
}
