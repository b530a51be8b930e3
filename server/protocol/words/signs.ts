import type { SignPosted } from '#core/events.ts';
import type { InstantMs, Text } from '#core/vocabulary.ts';
import { clockTime, countersEither, sentences, text, wholeMinutes } from './text.ts';

/**
 * The sign at a counter that does not receive: what happens, until when, where to go, and one
 * apology (rules pause-sign and apologise-when-away). The reason that a clerk gives for an absence
 * is for the hall's books and stays off the sign.
 */
export function signText(sign: SignPosted, nowMs: InstantMs, timezone: string): Text {
  const until = sign.untilMs === null ? null : clockTime(sign.untilMs, timezone);
  switch (sign.kind) {
    case 'paused':
      return pausedText(sign.redirectTo, until);
    case 'absent':
      return absentText(sign.redirectTo, until);
    case 'handover':
      return handoverText(sign, nowMs);
  }
}

function pausedText(redirectTo: readonly string[], until: string | null): Text {
  const back = until === null ? null : text(`${until} 恢复。`, `It opens again at ${until}.`);
  if (redirectTo.length === 0) {
    return sentences(
      text(
        '这个窗口先停一停，您的号不变，请坐等叫号。',
        'This counter is pausing. Your number stays good; please wait to be called.',
      ),
      back,
      text('让您多等了，对不起。', 'Sorry to keep you.'),
    );
  }
  const ways = countersEither(redirectTo);
  return sentences(
    text(`这个窗口先停一停，请到 ${ways.zh}。`, `This counter is pausing. Please use ${ways.en}.`),
    back,
    text('让您多走几步，对不起。', 'Sorry for the extra steps.'),
  );
}

function absentText(redirectTo: readonly string[], until: string | null): Text {
  const away =
    until === null
      ? text(
          '我临时离开一下，办完就回来。',
          'I have to step away and will be back as soon as I can.',
        )
      : text(
          `我临时离开一下，${until} 前回来。`,
          `I have to step away and will be back by ${until}.`,
        );
  return sentences(
    away,
    inAHurry(redirectTo),
    text('让您多等了，对不起。', 'I am sorry to keep you.'),
  );
}

function handoverText(sign: SignPosted, nowMs: InstantMs): Text {
  const minutes =
    sign.untilMs === null || sign.untilMs <= nowMs
      ? null
      : String(wholeMinutes((sign.untilMs - nowMs) / 1000));
  const changing =
    minutes === null
      ? text('正在换班，很快就好。', 'We are changing over and will be right with you.')
      : text(
          `正在换班，大约 ${minutes} 分钟。`,
          `We are changing over, about ${minutes} ${minutes === '1' ? 'minute' : 'minutes'}.`,
        );
  return sentences(
    changing,
    inAHurry(sign.redirectTo),
    text('让您稍等，对不起。', 'Sorry for the wait.'),
  );
}

function inAHurry(redirectTo: readonly string[]): Text | null {
  if (redirectTo.length === 0) return null;
  const ways = countersEither(redirectTo);
  const noun = redirectTo.length === 1 ? 'Counter' : 'Counters';
  return text(`急的话请到 ${ways.zh}。`, `In a hurry? ${noun} ${ways.en} can help.`);
}
