import type { HallConfig } from '#core/hall-config.ts';
import type { InTheWay } from '#core/refusals.ts';
import type { RuleId } from '#core/rules.ts';
import type { InstantMs, Text } from '#core/vocabulary.ts';
import { hallRules } from './hall-rules.ts';
import { houseRules } from './house-rules.ts';
import { notPossibleDetail, notPossibleShort } from './not-possible.ts';
import { recordRefusal } from './record-refusals.ts';
import {
  closingEn,
  closingZh,
  count,
  counterEn,
  counterZh,
  countZh,
  hotlineEn,
  hotlineZh,
  inMinutesEn,
  inMinutesZh,
  isAre,
  nameOf,
  numberZh,
  peopleEn,
  secondsEn,
  secondsZh,
  waitingEn,
  waitingZh,
  waitSecondsShort,
  waitShort,
} from './refusal-phrases.ts';
import { settingsRefusal } from './settings-refusals.ts';
import { rosterWords, swapWords } from './roster-refusals.ts';
import { clockTime, dayAndTime, text } from './text.ts';

export interface RefusalFacts {
  readonly config: HallConfig | null;
  /** Name of the command that was refused: the same guard is worded by what was asked. */
  readonly command: string | null;
  readonly nowMs: InstantMs;
  /** When numbers are given again, where known. */
  readonly nextOpensAtMs?: InstantMs | null;
  /** End of today's intake, where known. */
  readonly closesAtMs?: InstantMs | null;
}

export interface RefusalWords {
  /** The rule itself, in one line. */
  readonly title: Text;
  /** What stands in the way and what to do, for the asker. */
  readonly detail: Text;
  /** For a key: at most six characters (zh; a number counts as one), three words (en). */
  readonly short: Text;
}

/** A refusal in words. Every fact of `by` may be absent; the sentence then does without it. */
export function refusalWords(rule: RuleId, by: InTheWay, facts: RefusalFacts): RefusalWords {
  const { detail, short } = worded(rule, by, facts);
  return { title: hallRules[rule], detail, short };
}

interface Worded {
  readonly detail: Text;
  readonly short: Text;
}

function worded(rule: RuleId, by: InTheWay, facts: RefusalFacts): Worded {
  switch (rule) {
    case 'swap-limits':
      return swapWords(by, facts);
    case 'not-possible-now':
      return (
        rosterWords(by, facts) ?? {
          detail: notPossibleDetail(facts.command, by),
          short: notPossibleShort(facts.command, by),
        }
      );
    case 'no-pause-while-waiting':
      return someoneWaits(by, facts);
    case 'serve-everyone-queued':
      return {
        detail: text(
          `取了号的还有 ${waitingZh(by)}。都办完，就可以下班。`,
          `${waitingEn(by)} with a number ${isAre(by)} still waiting. After them you are free to go.`,
        ),
        short: waitShort(by),
      };
    case 'one-customer-at-a-time':
    case 'finish-before-handover':
      return {
        detail: text(
          `${numberZh(by, '这一位')}还没办完，办完再${rule === 'one-customer-at-a-time' ? '叫下一位' : '交接'}。`,
          `${by.number ?? 'This customer'} is still with you. Finish first, then ${
            rule === 'one-customer-at-a-time' ? 'call the next' : 'hand over'
          }.`,
        ),
        short: text('先办完这位', 'Finish first'),
      };
    case 'one-handover-at-a-time':
      return {
        detail:
          by.state === 'handover-queued'
            ? text(
                `${counterZh(by, '另一个窗口')}的交接在前，您的已经排上，轮到时会接着开始。`,
                `The handover at ${counterEn(by, 'another counter').toLowerCase()} goes first. Yours is queued and begins by itself.`,
              )
            : text(
                `${counterZh(by, '另一个窗口')}正在交接，${inMinutesZh(by)}轮到您时会接着开始。要排上吗？`,
                `${counterEn(by, 'Another counter')} is handing over${inMinutesEn(by)}. Shall we put you next?`,
              ),
        short:
          by.counter === undefined
            ? text('别处在交接', 'One is on')
            : text(`${by.counter} 号在交接`, `Counter ${by.counter} first`),
      };
    case 'stay-until-relieved':
      return {
        detail: text(
          `${nameOf(by, facts) ?? '接班的同事'}到岗签上名，您就可以离开。`,
          `Once ${nameOf(by, facts) ?? 'your relief'} has signed in here, you are free to go.`,
        ),
        short: text('等接班人', 'Wait for relief'),
      };
    case 'sign-before-handover':
      return {
        detail: text('先把牌子挂上，再开始交接。', 'Put the sign out first, then hand over.'),
        short: text('先挂牌', 'Sign first'),
      };
    case 'handover-record':
      return {
        detail: text(
          '请写上设备、难办的事、人员变动和要接着答复的事，再签字。',
          'Please write down equipment, hard cases, staff changes and open answers, then sign.',
        ),
        short: text('先写记录', 'Record first'),
      };
    case 'one-notice-of-missing-papers':
      return {
        detail: text(
          '请把缺的材料一次列全，顾客只用再跑一趟。',
          'Please list every missing paper now, so that one more visit is enough.',
        ),
        short: text('列全材料', 'List papers'),
      };
    case 'right-counter':
      return rightCounter(by, facts);
    case 'apologise-when-away':
      return {
        detail: text(
          '请写明原因，窗口会替您挂牌致歉。',
          'Please give the reason; the sign will apologise for you.',
        ),
        short: text('写明原因', 'Reason, please'),
      };
    case 'never-close-early':
      return {
        detail: text(
          `${closingZh(facts)}才停止取号。要提前停，请主管写明原因放行。`,
          `Numbers are given until ${closingEn(facts)}. To stop earlier, a supervisor overrides this with a reason.`,
        ),
        short: text('还没到点', 'Too early'),
      };
    case 'open-every-day':
      return {
        detail: text(
          '这样排，有的日子不足 10 小时。春节和国庆的调整日请单独标明。',
          'Some days would be shorter than ten hours. Please mark holiday adjustments as such.',
        ),
        short: text('不足 10 小时', 'Under ten hours'),
      };
    case 'outside-hours':
    case 'intake-closed':
    case 'quota-reached':
    case 'service-closed':
      return noNumbers(rule, by, facts);
    case 'one-open-ticket':
      return {
        detail: text(
          by.number === undefined
            ? '您已经有一个号在排着，用那个号就行。'
            : `您已经有 ${by.number} 在排着，用这个号就行。`,
          by.number === undefined
            ? 'You already hold a number in line; please keep that one.'
            : `You already hold ${by.number}; please keep that one.`,
        ),
        short: text('已经有号', 'Has a number'),
      };
    case 'customer-not-listed':
      return {
        detail: text(
          '名单上还没查到这个号码。先取普通号也一样办。',
          'We did not find that number on our list. An ordinary ticket serves you as well.',
        ),
        short: text('名单上没有', 'Not listed'),
      };
    case 'leased-number':
      return {
        detail: text(
          `${numberZh(by, '这个号')}不是这台取号机今天领到的号，没有登记。`,
          `${by.number ?? 'This number'} is not one that this kiosk was given today; it was not recorded.`,
        ),
        short: text('不是领的号', 'Not leased'),
      };
    case 'one-counter-one-clerk':
      return oneCounter(by, facts);
    case 'not-your-counter':
      return {
        detail: text(
          `${counterZh(by, '这个窗口')}由${nameOf(by, facts) ?? '同事'}在值。要换人，请走交接，或请主管释放窗口。`,
          `${nameOf(by, facts) ?? 'A colleague'} holds ${counterEn(by, 'this counter').toLowerCase()}. Hand over, or ask a supervisor to release it.`,
        ),
        short: text('同事在值', 'Colleague’s counter'),
      };
    case 'counter-cannot-serve':
      return {
        detail: text(
          `${numberZh(by, '这个号')}不在${counterZh(by, '这个窗口')}办，可以转给能办的窗口。`,
          `${by.number ?? 'This ticket'} belongs to another counter than ${counterEn(by, 'this one').toLowerCase()}. It can be transferred.`,
        ),
        short: text('这儿不办', 'Served elsewhere'),
      };
    case 'out-of-order':
      return {
        detail: text(
          '点名叫号要有主管许可。按先后叫下一位，随时可以。',
          'Calling out of turn needs a supervisor’s word. The next in turn is always fine.',
        ),
        short: text('按先后叫', 'In turn'),
      };
    case 'recall-limit':
      return {
        detail: text(
          `${numberZh(by, '这一位')}已经叫了${by.count === undefined ? '几' : ` ${count(by)} `}遍。先记“没来”，号给顾客留着。`,
          `${by.number ?? 'This customer'} has been called ${by.count === undefined ? 'several' : String(by.count)} times. Mark a no-show; the number is kept.`,
        ),
        short:
          by.count === undefined
            ? text('叫够了', 'Enough calls')
            : text(`叫过 ${count(by)} 遍`, `Called ${count(by)} times`),
      };
    case 'recall-gap':
      return {
        detail: text(
          `刚叫过，${secondsZh(by)}再叫，给顾客走过来的时间。`,
          `Just called. Try again ${secondsEn(by)}; people need time to walk over.`,
        ),
        short: waitSecondsShort(by),
      };
    case 'no-show-calls':
      return {
        detail: text(
          `再叫 ${count(by, 1)} 遍，还没到再记。`,
          `Please call ${by.number ?? 'the customer'} ${by.count === undefined || by.count === 1 ? 'once' : `${count(by)} times`} more before marking a no-show.`,
        ),
        short: text(`再叫 ${count(by, 1)} 遍`, 'Call again'),
      };
    case 'no-show-time':
      return {
        detail: text(
          `${secondsZh(by)}再记，${numberZh(by, '顾客')}可能正走过来。`,
          `Please wait${by.seconds === undefined ? ' a little' : ` ${String(by.seconds)} s`} more; ${by.number ?? 'the customer'} may be on the way.`,
        ),
        short: waitSecondsShort(by),
      };
    case 'rated-already':
      return {
        detail: text('这次已经评过了，谢谢您。', 'This visit has been rated already. Thank you.'),
        short: text('已经评过', 'Already rated'),
      };
    case 'newer-settings':
    case 'settings-in-use':
      return settingsRefusal(rule, by, facts);
    case 'rating-too-late':
      return {
        detail: text(
          `评价的时间过了。想说的话，${hotlineZh(facts)}我们都听。`,
          `The time for rating is over. ${hotlineEn(facts)}`,
        ),
        short: text('时间过了', 'Too late'),
      };
    case 'pre-shift-meeting':
    case 'quality-score':
    case 'first-asked':
      return recordRefusal(rule, by, facts);
    case 'vip-first':
    case 'special-needs-first':
    case 'ten-minute-promise':
    case 'disperse-the-crowd':
    case 'pause-sign':
    case 'privacy':
    case 'hours-on-the-door':
    case 'ten-minutes-early':
    case 'closing-reminder':
    case 'satisfaction':
    case 'honest-statistics':
      return houseRules[rule];
  }
}

function someoneWaits(by: InTheWay, { config, command }: RefusalFacts): Worded {
  const short = waitShort(by);
  const onlyHere = readingOf(config, command) === 'covered';
  const here = onlyHere ? text('只有您这儿能办', '') : text('能在您这儿办', '');
  switch (command) {
    case 'close':
      return {
        short,
        detail: onlyHere
          ? text(
              `还有 ${waitingZh(by)}，只有您这儿能办。办完就可以下班。`,
              `${waitingEn(by)} ${isAre(by)} waiting whom only you can serve. After them you are free to go.`,
            )
          : text(
              `还有 ${waitingZh(by)}，能在您这儿办。办完就可以下班。`,
              `${waitingEn(by)} ${isAre(by)} waiting who can be served here. After them you are free to go.`,
            ),
      };
    case 'handover':
      return {
        short,
        detail: text(
          `现在还不能交班：有 ${countZh(by)}${here.zh}。`,
          onlyHere
            ? `Not yet: only you can serve ${peopleEn(by)} waiting.`
            : `Not yet: ${peopleEn(by)} waiting can be served here.`,
        ),
      };
    default:
      return {
        short,
        detail: text(
          `现在还不能停：有 ${countZh(by)}${here.zh}。`,
          onlyHere
            ? `Not yet: only you can serve ${peopleEn(by)} waiting.`
            : `Not yet: ${peopleEn(by)} waiting can be served here.`,
        ),
      };
  }
}

function readingOf(config: HallConfig | null, command: string | null) {
  if (config === null) return null;
  switch (command) {
    case 'close':
      return config.policy.signOff;
    case 'handover':
      return config.policy.handover;
    default:
      return config.policy.routinePause;
  }
}

function noNumbers(
  rule: 'outside-hours' | 'intake-closed' | 'quota-reached' | 'service-closed',
  by: InTheWay,
  facts: RefusalFacts,
): Worded {
  const { config, nowMs, nextOpensAtMs } = facts;
  const again =
    nextOpensAtMs === null || nextOpensAtMs === undefined || config === null
      ? null
      : dayAndTime(nextOpensAtMs, nowMs, config.hall.timezone);
  switch (rule) {
    case 'outside-hours':
      if (facts.command === 'open') return seatTooEarly(by, facts);
      return {
        detail:
          again === null
            ? text(
                '现在还没开门，请看门口的营业时间。',
                'We are not open now; the hours are on the door.',
              )
            : text(
                `现在还没开门，${again.zh} 开始取号。`,
                `We are not open now. Numbers start ${again.en}.`,
              ),
        short: text('还没开门', 'Not open'),
      };
    case 'intake-closed':
      return {
        detail:
          again === null
            ? text(
                '现在先停一会儿取号，请找大堂的工作人员。',
                'Numbers are paused for now; please ask our staff.',
              )
            : text(
                `今天已停止取号，${again.zh} 再开始。`,
                `No more numbers today. They start again ${again.en}.`,
              ),
        short: text('已停止取号', 'Numbers stopped'),
      };
    case 'quota-reached': {
      const gone =
        by.count === undefined
          ? text('今天的号取完了', 'Today’s numbers are gone')
          : text(`今天的 ${count(by)} 个号取完了`, `All ${count(by)} numbers of today are gone`);
      return {
        detail:
          again === null
            ? text(`${gone.zh}。`, `${gone.en}.`)
            : text(`${gone.zh}，${again.zh} 再开始。`, `${gone.en}. They start again ${again.en}.`),
        short: text('号取完了', 'Numbers gone'),
      };
    }
    case 'service-closed':
      return {
        detail: text(
          '这项业务今天没有窗口办，请先问大堂的工作人员。',
          'No counter offers this service today; please ask our staff.',
        ),
        short: text('今天不办', 'Not today'),
      };
  }
}

/** A seat may be taken from an hour before opening. */
function seatTooEarly(by: InTheWay, { config }: RefusalFacts): Worded {
  const short = text('还没到点', 'Too early');
  if (by.atMs === undefined || config === null) {
    return {
      short,
      detail: text('今天的营业已经结束，明天见。', 'Today is over. See you next time.'),
    };
  }
  const time = clockTime(by.atMs, config.hall.timezone);
  return {
    short,
    detail: text(`${time} 起可以坐上窗口。`, `The seat can be taken from ${time}.`),
  };
}

function rightCounter(by: InTheWay, { config }: RefusalFacts): Worded {
  const short = text('换个去处', 'Another way');
  if (by.counter === undefined) {
    return {
      short,
      detail: text(
        '请选另一项业务或另一个窗口，告诉顾客去哪里。',
        'Please choose another service or counter, so that the customer knows where to go.',
      ),
    };
  }
  if (by.count !== undefined) {
    const people = by.count === 1 ? '1 person is' : `${String(by.count)} people are`;
    return {
      short: text('还有人在等', 'People waiting'),
      detail: text(
        `有 ${String(by.count)} 位在等，只有 ${by.counter} 号能办。先请他们办完，或者请别的窗口接。`,
        `${people} waiting whom only counter ${by.counter} can serve. Please serve them first, or let another counter help.`,
      ),
    };
  }
  const others = (config?.counters ?? []).length > 1;
  return {
    short,
    detail: text(
      `${by.counter} 号窗口现在接不了这位${others ? '，请选另一个能办的窗口' : ''}。`,
      `Counter ${by.counter} is not free for this now${others ? '; please choose one that can help' : ''}.`,
    ),
  };
}

function oneCounter(by: InTheWay, facts: RefusalFacts): Worded {
  const name = nameOf(by, facts);
  if (by.counter === undefined) {
    return {
      short: text('一人一窗', 'One counter'),
      detail: text('一位同事只守一个窗口。', 'A clerk keeps one counter at a time.'),
    };
  }
  return {
    short: text(`在 ${by.counter} 号`, `At counter ${by.counter}`),
    detail: text(
      `${by.counter} 号窗口由${name ?? '一位同事'}在值。先在那边下班或交接。`,
      `${name ?? 'A colleague'} holds counter ${by.counter}. Please sign off or hand over there first.`,
    ),
  };
}
