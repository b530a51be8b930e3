/** What most files need: one browser and one running hall for all their tests. */
import type { Browser } from 'playwright-core';
import { beforeAll } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { handsOf, type HallHands } from '../support/hall-hands.ts';
import { runHub, type RunningHub, type RunningHubOptions } from '../support/running-hub.ts';
import { open, type Asked, type PageName } from './look.ts';
import type { OpenedPage } from '../support/browser.ts';

export interface Stage {
  readonly browser: Browser;
  readonly hub: RunningHub;
  readonly hands: HallHands;
  /** Opens a page of the hall; closed with the test. */
  readonly open: (name: PageName, asked?: Asked) => Promise<OpenedPage>;
}

/**
 * Starts both before the first test of the file and ends both after the last.
 * @param prepare brings the hall into the state that the tests begin with
 */
export function onStage(
  options: RunningHubOptions,
  prepare: (stage: Stage) => Promise<void> = async () => {},
): () => Stage {
  let stage: Stage | null = null;
  beforeAll(async () => {
    const [browser, hub] = await Promise.all([launchBrowser(), runHub(options)]);
    const end = async () => {
      await Promise.all([browser.close(), hub.close()]);
    };
    try {
      stage = {
        browser,
        hub,
        hands: await handsOf(hub),
        open: (name, asked) => open(browser, hub, name, asked),
      };
      await prepare(stage);
    } catch (error) {
      await end();
      throw error;
    }
    return end;
  });
  return () => {
    if (stage === null) throw new Error('the stage is set before the first test');
    return stage;
  };
}
