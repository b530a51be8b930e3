import type { Text } from '#core/vocabulary.ts';
import { sentences, text } from './text.ts';

/** The moment at a counter, as far as a sentence depends on it. */
export type Moment =
  | { readonly kind: 'closed' }
  | { readonly kind: 'nobody-waits' }
  | { readonly kind: 'next'; readonly serviceName: Text }
  | { readonly kind: 'calling'; readonly number: string; readonly calls: number }
  | {
      readonly kind: 'serving';
      readonly serviceName: Text;
      readonly guest: 'ordinary' | 'special-needs' | 'vip';
      /** Came back with papers that had been missing. */
      readonly cameBack: boolean;
      readonly overPromise: boolean;
    }
  | { readonly kind: 'finished'; readonly mayRate: boolean }
  | { readonly kind: 'paused' }
  | { readonly kind: 'absent'; readonly until: string | null }
  | { readonly kind: 'handover'; readonly ways: readonly string[] }
  | { readonly kind: 'closing'; readonly closes: string }
  | { readonly kind: 'serving-out' };

/** A sentence that the clerk could say now: an offer, never an order. */
export function sayText(moment: Moment): Text {
  switch (moment.kind) {
    case 'closed':
      return text('“早上好，我马上就开。”', '“Hello. I will be open in a moment.”');
    case 'nobody-waits':
      return text(
        '“您好，需要办什么，请到这边来。”',
        '“Hello. What can I do for you? Please come over.”',
      );
    case 'next':
      return text(
        `“您好，请坐。今天来办${moment.serviceName.zh}，是吗？”`,
        `“Hello, please have a seat. You are here for ${lower(moment.serviceName.en)}, is that right?”`,
      );
    case 'calling':
      return moment.calls > 1
        ? text(
            `“${moment.number} 的顾客，请到这边来，我在等您。”`,
            `“${moment.number}, please come over. I am waiting for you.”`,
          )
        : text(
            `“${moment.number}，您好，请这边坐。”`,
            `“${moment.number}, hello. Please have a seat here.”`,
          );
    case 'serving':
      return servingText(moment);
    case 'finished':
      return moment.mayRate
        ? text(
            '“都办好了。方便的话请评一评，不评也没关系。请慢走。”',
            '“All done. A rating would be kind, and it is fine to skip. Have a good day.”',
          )
        : text(
            '“都办好了，请带好随身物品，慢走。”',
            '“All done. Please take your things with you. Have a good day.”',
          );
    case 'paused':
      return text(
        '“对不起，这里先停一停，请您到旁边的窗口，您的号不变。”',
        '“I am sorry, this counter is pausing. Please use the next one; your number stays good.”',
      );
    case 'absent':
      return moment.until === null
        ? text(
            '“对不起，我离开一下，办完就回来。”',
            '“I am sorry, I have to step away and will be right back.”',
          )
        : text(
            `“对不起，我离开一下，${moment.until} 前回来。”`,
            `“I am sorry, I have to step away. I will be back by ${moment.until}.”`,
          );
    case 'handover':
      return moment.ways.length === 0
        ? text(
            '“对不起，我们正在换班，几分钟就好。”',
            '“I am sorry, we are changing over. It takes a few minutes.”',
          )
        : text(
            `“对不起，我们正在换班。急的话，请到 ${moment.ways[0] ?? ''} 号窗口。”`,
            `“I am sorry, we are changing over. In a hurry? Counter ${moment.ways[0] ?? ''} can help.”`,
          );
    case 'closing':
      return text(
        `“${moment.closes} 停止取号。您已经有号了，今天一定给您办完。”`,
        `“Numbers stop at ${moment.closes}. You hold one, so you will be served today.”`,
      );
    case 'serving-out':
      return text(
        '“请安心坐等，取了号的今天都会办完。”',
        '“Please have a seat. Everyone with a number is served today.”',
      );
  }
}

function servingText(moment: Extract<Moment, { kind: 'serving' }>): Text {
  const opening = moment.overPromise
    ? text('让您久等了，对不起。', 'I am sorry that you had to wait so long.')
    : null;
  return quoted(sentences(opening, servingBody(moment)));
}

function servingBody({ guest, cameBack, serviceName }: Extract<Moment, { kind: 'serving' }>): Text {
  if (cameBack) {
    return text(
      '材料齐了，谢谢您多跑一趟，我接着给您办。',
      'Everything is here now. Thank you for coming back; we go straight on.',
    );
  }
  switch (guest) {
    case 'special-needs':
      return text(
        '您请坐，不着急。字小的话我念给您听，要签字的地方我指给您看。',
        'Please have a seat and take your time. I can read it to you, and show you where to sign.',
      );
    case 'vip':
      return text(
        `欢迎您来。${serviceName.zh}我来给您办，还有别的事一起说。`,
        `Welcome. I will see to ${lower(serviceName.en)}; is there anything else I can do along with it?`,
      );
    case 'ordinary':
      return text(
        `您请坐，我来给您办${serviceName.zh}，您看一下屏幕上的内容对不对。`,
        `Please have a seat. I am looking after ${lower(serviceName.en)}; please check with me that it is right.`,
      );
  }
}

/** What is missing, told once and completely (rule one-notice-of-missing-papers). */
export function sayMissing(missing: readonly string[]): Text {
  const count = missing.length;
  return quoted(
    text(
      `还差${countZh(count)}样，一次告诉您：${missing.join('、')}。带来直接找我，不用再排。`,
      `${count === 1 ? 'One thing is missing, and only this' : `${countEn(count)} things are missing, and only these`}: ${missing.join(', ')}. Bring ${count === 1 ? 'it' : 'them'} straight to me.`,
    ),
  );
}

function quoted(said: Text): Text {
  return text(`“${said.zh}”`, `“${said.en}”`);
}

function lower(name: string): string {
  // Abbreviations keep their capitals: SIM, TV.
  return /^[A-Z][a-z]/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

function countZh(count: number): string {
  return (
    ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九'][count] ?? ` ${String(count)} `
  );
}

function countEn(count: number): string {
  return (
    ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'][count] ??
    String(count)
  );
}
