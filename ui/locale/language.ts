import type { ReactiveControllerHost } from 'lit';
import { languages, type Language, type Text } from '#core/vocabulary.ts';
import { recollect, remember } from '../hub/memory.ts';
import { createStore, type WritableStore } from '../hub/store.ts';
import { StoreController } from '../hub/store-controller.ts';

/** What `<html lang>` and `Intl` are told. */
export const languageTags = { zh: 'zh-CN', en: 'en-GB' } as const satisfies Record<
  Language,
  string
>;

/** What each language calls itself; shown to those who do not read the present one. */
export const languageNames = { zh: '中文', en: 'English' } as const satisfies Text;

/** The same where there is room for two letters only. */
export const languageShortNames = { zh: '中文', en: 'EN' } as const satisfies Text;

const memoryKey = 'language';
const held = createStore<Language>(firstLanguage());

/**
 * The language of the page. `set` keeps it on the device; `?lang=zh|en` in the address goes before
 * what is kept and before the browser's own language. `<html lang>` always agrees with it.
 */
export const language: WritableStore<Language> = {
  get: () => held.get(),
  subscribe: (listener) => held.subscribe(listener),
  set(next) {
    if (next === held.get()) return;
    remember(memoryKey, next);
    tellDocument(next);
    held.set(next);
  },
};
tellDocument(held.get());

/** The current language's words of a text; for texts that arrive in views. */
export function textOf(text: Text): string {
  return text[held.get()];
}

/** Renders its host anew when the language is switched. */
export class LanguageController extends StoreController<Language> {
  constructor(host: ReactiveControllerHost) {
    super(host, held);
  }
}

/** The language among ours, or null: `zh-Hans-CN` is `zh`. */
export function languageFrom(tag: unknown): Language | null {
  if (typeof tag !== 'string') return null;
  return languages.find((one) => tag.toLowerCase().split('-')[0] === one) ?? null;
}

function firstLanguage(): Language {
  const asked = 'location' in globalThis ? new URLSearchParams(location.search).get('lang') : null;
  const own = 'navigator' in globalThis ? navigator.language : null;
  return languageFrom(asked) ?? languageFrom(recollect(memoryKey)) ?? languageFrom(own) ?? 'zh';
}

function tellDocument(now: Language): void {
  if ('document' in globalThis) document.documentElement.lang = languageTags[now];
}
