import { languages } from '#core/vocabulary.ts';
import { speechKinds, templateSlots } from '#protocol/words/spoken.ts';
import { hallFileWords as words } from '../words.ts';
import type { Checking } from './checking.ts';

/** A template without its slots would call nobody, or nowhere. */
export function checkVoice(check: Checking): void {
  const { templates } = check.file.voice ?? {};
  for (const kind of speechKinds) {
    for (const language of languages) {
      const template = templates?.[kind]?.[language];
      if (template === undefined) continue;
      const path = `voice.templates.${kind}.${language}`;
      const wanted = templateSlots[kind];
      const found = [...template.matchAll(/\{([^}]*)\}/g)].map(([, slot = '']) => slot);
      for (const slot of wanted) {
        const times = found.filter((each) => each === slot).length;
        if (times !== 1) check.report(path, words.slotOnce(slot));
      }
      for (const slot of new Set(found)) {
        if (!wanted.some((each) => each === slot)) {
          check.report(path, words.slotUnknown(slot, wanted));
        }
      }
    }
  }
}
