import type { Language } from '#core/vocabulary.ts';

/** What a hall never says, and what it may say in its place; `$1` is the first group found. */
type Instead = readonly [found: RegExp, better: string];

/**
 * Rule courteous-words: what a hall never says, on a screen, on paper or by voice. The house's own
 * texts are tested against it; the editors of notices and texts warn with it, and offer the other
 * words.
 */
const neverSaid: Readonly<Record<Language, readonly (readonly Instead[])[]>> = {
  zh: [
    [[/[!！]/u, '。']],
    [[/请勿|禁止|严禁|不得|(?<!说)不准|不许/u, '请您不要']],
    [
      [/系统/u, '机器'],
      [/无法/u, '暂时不能'],
      [/错误/u, '不对'],
      [/失败/u, '没有成功'],
      [/非法/u, '不合规定'],
      [/无效/u, '不能使用'],
      [/异常/u, '需要检查'],
    ],
    [[/你(?!们?好)/u, '您']],
    [
      [/不知道|不清楚/u, '我帮您问一下'],
      [/不归我/u, '我带您去负责的窗口'],
      [/没办法/u, '我们再想想办法'],
      [/急什么|着什么急/u, '让您久等了'],
      [/等着吧/u, '请您稍坐'],
      [/自己看/u, '我指给您看'],
      [/说过了/u, '我再说明一遍'],
      [/投诉去/u, '可以拨打服务热线'],
    ],
    [
      [/喂[,，。]/u, '您好，'],
      [/老头|老太婆/u, '老人家'],
      [/残废/u, '行动不便的顾客'],
    ],
  ],
  en: [
    [[/!/u, '.']],
    [
      [/\b(?:do not|don['’]t|must not)\b/iu, 'please avoid to'],
      [/\b(?:prohibited|forbidden)\b/iu, 'kindly left to others'],
    ],
    [
      [/\bsystem\b/iu, 'machine'],
      [/\berror\b/iu, 'slip'],
      [/\binvalid\b/iu, 'not usable'],
      [/\b(?:failed|failure)\b/iu, 'did not work'],
      [/\billegal\b/iu, 'not possible here'],
      [/\b(?:unable|cannot|can['’]t)\b/iu, 'not able just now'],
    ],
    [
      [/\bnot my (?:job|problem)\b/iu, 'a colleague can help with that'],
      [/\bcalm down\b/iu, 'I understand'],
      [/\bi told you\b/iu, 'let me explain once more'],
      [/\bno idea\b/iu, 'let me find out'],
    ],
  ],
};

/** The words in a text that a hall would not say, in order; empty where it is courteous. */
export function discourteousIn(said: string, language: Language): readonly string[] {
  return neverSaid[language].flatMap((group) => {
    const found = group.flatMap(([pattern]) => pattern.exec(said) ?? []);
    // One of a group is enough to say so: the one that stands first.
    const first = found.toSorted((a, b) => said.indexOf(a) - said.indexOf(b))[0];
    return first === undefined ? [] : [first];
  });
}

/** A word that a hall would not say, where it stands (UTF-16 units), and a better one. */
export interface Discourtesy {
  readonly from: number;
  readonly to: number;
  readonly word: string;
  readonly better: string;
}

/** Every such word of a text, in the order in which they stand. */
export function discourtesiesIn(said: string, language: Language): readonly Discourtesy[] {
  const all = neverSaid[language].flat().flatMap(([pattern, better]) =>
    [...said.matchAll(new RegExp(pattern.source, `${pattern.flags}g`))].map((match) => ({
      from: match.index,
      to: match.index + match[0].length,
      word: match[0],
      better,
    })),
  );
  return all.toSorted((a, b) => a.from - b.from);
}
