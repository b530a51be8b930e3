import type { ReactiveControllerHost } from 'lit';
import { recollect, remember } from '#ui/hub/memory.ts';
import { createStore, type Store } from '#ui/hub/store.ts';
import { StoreController } from '#ui/hub/store-controller.ts';

/** Light or dark is the clerk's choice; without one, the system's. */
export const themeChoices = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

const memoryKey = 'theme';
const darkSystem = matchMedia('(prefers-color-scheme: dark)');
const held = createStore<ThemeChoice>(kept());

export const theme: Store<ThemeChoice> & { set(choice: ThemeChoice): void } = {
  get: held.get,
  subscribe: held.subscribe,
  set(choice) {
    remember(memoryKey, choice);
    held.set(choice);
    show();
  },
};

darkSystem.addEventListener('change', show);
show();

/** Renders its host anew when another theme is chosen. */
export class ThemeController extends StoreController<ThemeChoice> {
  constructor(host: ReactiveControllerHost) {
    super(host, held);
  }
}

function show(): void {
  const choice = held.get();
  const dark = choice === 'dark' || (choice === 'system' && darkSystem.matches);
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
}

function kept(): ThemeChoice {
  const value = recollect(memoryKey);
  return themeChoices.find((choice) => choice === value) ?? 'system';
}
