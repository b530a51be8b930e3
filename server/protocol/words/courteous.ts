import type { Language } from '#core/vocabulary.ts';

/**
 * Rule courteous-words: what a hall never says, on a screen, on paper or by voice. The house's own
 * texts are tested against it; an editor of notices warns with it.
 */
const neverSaid: Readonly<Record<Language, readonly RegExp[]>> = {
  zh: [
    /[!！]/u,
    /请勿|禁止|严禁|不得|(?<!说)不准|不许/u,
    /系统|无法|错误|失败|非法|无效|异常/u,
    /你(?!们?好)/u,
    /不知道|不清楚|不归我|没办法|急什么|着什么急|等着吧|自己看|说过了|投诉去/u,
    /喂[,，。]|老头|老太婆|残废/u,
  ],
  en: [
    /!/u,
    /\b(?:do not|don['’]t|prohibited|forbidden|must not)\b/iu,
    /\b(?:system|error|invalid|failed|failure|illegal|unable|cannot|can['’]t)\b/iu,
    /\b(?:not my (?:job|problem)|calm down|i told you|no idea)\b/iu,
  ],
};

/** The words in a text that a hall would not say, in order; empty where it is courteous. */
export function discourteousIn(said: string, language: Language): readonly string[] {
  return neverSaid[language].flatMap((pattern) => pattern.exec(said)?.[0] ?? []);
}
