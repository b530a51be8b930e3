import type { Text } from '#core/vocabulary.ts';
import { people, sentences, text } from './text.ts';

export interface HelpFacts {
  readonly kind: 'open-counter' | 'end-pause' | 'lend-counter' | 'call-first';
  readonly counter: string;
  /** Who would do it; null: whoever can be spared. */
  readonly clerk: string | null;
  readonly serviceName: Text | null;
  readonly number: string | null;
  readonly kept: number;
  readonly minutes: number;
}

/** What would help, and what it would bring (`disperse-the-crowd`). */
export function helpWords(facts: HelpFacts): { readonly title: Text; readonly detail: Text } {
  return { title: title(facts), detail: sentences(who(facts), gain(facts)) };
}

function title({ kind, counter, serviceName, number }: HelpFacts): Text {
  switch (kind) {
    case 'open-counter':
      return text(`开 ${counter} 号窗口`, `Open counter ${counter}`);
    case 'end-pause':
      return text(`请 ${counter} 号回来`, `End the pause at ${counter}`);
    case 'lend-counter':
      return text(
        `让 ${counter} 号也办${serviceName?.zh ?? ''}`,
        `Let counter ${counter} take ${serviceName?.en ?? ''}`,
      );
    case 'call-first':
      return text(
        `让 ${counter} 号先叫 ${number ?? ''}`,
        `Have counter ${counter} call ${number ?? ''}`,
      );
  }
}

function who({ kind, clerk }: HelpFacts): Text | null {
  switch (kind) {
    case 'open-counter':
      return clerk === null
        ? text('请一位能抽身的同事，或者您自己坐。', 'With whoever can be spared, or yourself.')
        : text(`${clerk}现在空着。`, `${clerk} is free.`);
    case 'end-pause':
      return clerk === null ? null : text(`请${clerk}回来。`, `Ask ${clerk} to come back.`);
    case 'lend-counter':
      return text('只是今天。', 'Today only.');
    case 'call-first':
      return null;
  }
}

function gain({ kept, minutes }: HelpFacts): Text {
  const keptZh = kept > 0 ? `能多守住 ${String(kept)} 位的承诺` : '';
  const keptEn = kept > 0 ? `Keeps the promise for ${people(kept)}` : '';
  if (minutes <= 0) return text(`${keptZh}。`, `${keptEn}.`);
  const savedZh = `大家一共少等 ${String(minutes)} 分钟`;
  const savedEn = `${String(minutes)} min of waiting saved in all`;
  return text(
    `${[keptZh, savedZh].filter((part) => part !== '').join('，')}。`,
    `${[keptEn, savedEn].filter((part) => part !== '').join('; ')}.`,
  );
}
