import { defineLocale } from '#ui/locale/index.ts';

/** Words of the courteous-words warning. */
export const words = defineLocale({
  zh: {
    hard: '这几个词对顾客说不太合适：',
    instead: '“{word}”换成“{better}”',
  },
  en: {
    hard: 'A hall would say this in other words:',
    instead: '“{better}” for “{word}”',
  },
});
