import type { Text } from '#core/vocabulary.ts';
import { text } from './text.ts';

/** What the voice of a hall may be asked to say. */
export const speechKinds = [
  'call',
  'recall',
  'redirect',
  'redirect-anew',
  'closing-reminder',
  'closing',
] as const;
export type SpeechKind = (typeof speechKinds)[number];

/** What stands in braces in a template, by kind; each must be there once and nothing else may. */
export const templateSlots: Readonly<Record<SpeechKind, readonly TemplateSlot[]>> = {
  call: ['number', 'counter'],
  recall: ['number', 'counter'],
  redirect: ['number', 'counter'],
  'redirect-anew': ['number', 'counter'],
  'closing-reminder': ['minutes'],
  closing: [],
};
export type TemplateSlot = 'number' | 'counter' | 'minutes';

/**
 * The wording of the voice where a hall file says nothing. Spaces part the prompts of a voice pack;
 * a Chinese sentence is spoken without them. `redirect-anew` is a redirect that does not keep the
 * customer's place in time.
 */
export const spokenTemplates: Readonly<Record<SpeechKind, Text>> = {
  call: text('请 {number} 号 到 {counter} 号窗口。', '{number}, please come to counter {counter}.'),
  recall: text(
    '再请 {number} 号 到 {counter} 号窗口。',
    'Once more, {number}, please come to counter {counter}.',
  ),
  redirect: text(
    '{number} 号，请改到 {counter} 号窗口，您的先后不变。',
    '{number}, please go to counter {counter} instead. You keep your place.',
  ),
  'redirect-anew': text(
    '{number} 号，请改到 {counter} 号窗口。',
    '{number}, please go to counter {counter} instead.',
  ),
  'closing-reminder': text(
    '各位顾客，{minutes} 分钟后停止取号。只要取到号，今天一定办完。',
    'Dear customers, numbers stop in {minutes} minutes. Everyone holding one is served today.',
  ),
  closing: text(
    '各位顾客，今天停止取号了。手里有号的，请安心坐等，都会办完。',
    'Dear customers, no more numbers today. Please stay seated, everyone holding one is served.',
  ),
};
