/** How the pictures of docs/screens are named, sized and listed. */
import type { PageName } from '../support/page-sizes.ts';
import type { Scene } from './studio.ts';

export const pictureBytesMax = 200_000;

export function pictureName({ page, state, language }: Scene): string {
  return `${page}-${state}.${language}.png`;
}

/** The scene of a picture's name, or null. */
export function sceneOf(name: string, pages: readonly PageName[]): Scene | null {
  const found = /^([a-z]+)-([a-z-]+)\.(zh|en)\.png$/.exec(name);
  const page = pages.find((each) => each === found?.[1]);
  const [, , state, language] = found ?? [];
  if (page === undefined || state === undefined) return null;
  return { page, state, language: language === 'zh' ? 'zh' : 'en' };
}

/** Large glass is drawn smaller: a picture shall be read in a document. */
export const pictureScales: Readonly<Record<PageName, number>> = {
  start: 0.75,
  kiosk: 0.5,
  phone: 1,
  lobby: 0.5,
  window: 0.65,
  door: 0.5,
  console: 0.85,
  supervisor: 0.85,
};

const titles: Readonly<Record<PageName, string>> = {
  start: 'Start of a training hall',
  kiosk: 'Kiosk',
  phone: 'The customer’s phone',
  lobby: 'Lobby screen',
  window: 'Window screen',
  door: 'Door screen',
  console: 'Clerk’s console',
  supervisor: 'Supervisor',
};

/** docs/screens/README.md: every picture by page, state and language. */
export function indexOf(scenes: readonly Scene[]): string {
  const pages = [...new Set(scenes.map(({ page }) => page))];
  const sections = pages.map((page) => {
    const states = [
      ...new Set(scenes.filter((each) => each.page === page).map(({ state }) => state)),
    ];
    const rows = states.map((state) => {
      const cells = (['zh', 'en'] as const).map((language) => {
        const scene = { page, state, language };
        const isThere = scenes.some((each) => pictureName(each) === pictureName(scene));
        return isThere ? `![${page}, ${words(state)}](${pictureName(scene)})` : '';
      });
      return `| ${words(state)} | ${cells.join(' | ')} |`;
    });
    return [`## ${titles[page]}`, '', '| | 中文 | English |', '| --- | --- | --- |', ...rows].join(
      '\n',
    );
  });
  const head = [
    '# Pictures of every page',
    '',
    'Written by `npm run screens`: the real pages in Chromium, of one day that the sample hall lives',
    'on a clock that is steered (test/screens/story.ts). Run it again when a page has changed.',
    '',
    'Also: [printed tickets](tickets/README.md) and [boards above the windows](boards/README.md).',
  ];
  return `${[head.join('\n'), ...sections].join('\n\n')}\n`;
}

function words(state: string): string {
  return state.replaceAll('-', ' ');
}
