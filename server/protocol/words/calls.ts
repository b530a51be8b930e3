import type { CallKind, Text } from '#core/vocabulary.ts';
import { text } from './text.ts';

export interface CallFacts {
  readonly kind: CallKind;
  readonly number: string;
  /** Null where a customer is sent to a service, not yet to a counter. */
  readonly counter: string | null;
  /** The service sent to, for a redirect without a counter. */
  readonly serviceName?: Text;
  /** A redirect that keeps the customer's place in time says so; one that does not is silent. */
  readonly keepsPlace?: boolean;
}

/** The sentence of an announcement, shown and spoken. */
export function callText(call: CallFacts): Text {
  const { number, counter } = call;
  switch (call.kind) {
    case 'call':
      return text(
        `请 ${number} 到 ${counter ?? ''} 号窗口。`,
        `${number}, please come to counter ${counter ?? ''}.`,
      );
    case 'recall':
      return text(
        `再请 ${number} 到 ${counter ?? ''} 号窗口。`,
        `Once more, ${number}, counter ${counter ?? ''} please.`,
      );
    case 'redirect':
      return redirectText(call);
  }
}

function redirectText({ number, counter, serviceName, keepsPlace }: CallFacts): Text {
  const kept =
    keepsPlace === false ? text('。', '.') : text('，您的先后不变。', '. You keep your place.');
  if (counter !== null) {
    return text(
      `${number}，请改到 ${counter} 号窗口${kept.zh}`,
      `${number}, please go to counter ${counter} instead${kept.en}`,
    );
  }
  const service = serviceName ?? text('另一项业务', 'another service');
  return text(
    `${number}，接下来办${service.zh}，请坐等叫号${kept.zh}`,
    `${number}, next is ${service.en}; please wait to be called${kept.en}`,
  );
}
