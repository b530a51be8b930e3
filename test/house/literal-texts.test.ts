/* eslint no-template-curly-in-string: off -- the samples are templates in quotes */
import { describe, expect, it } from 'vitest';
import { literalTexts } from './literal-texts.ts';
import { projectFiles, sample } from './project-files.ts';

describe('texts that people read', () => {
  it('stand in locale tables only', () => {
    expect(literalTexts(projectFiles)).toEqual([]);
  });

  it.each([
    ['server/routes/a.ts', `reply.send('窗口')`],
    ['kiosk/a.ts', 'const title = `${n} 号`;'],
    ['kiosk/a.ts', 'html`<p>Take a number</p>`'],
    ['kiosk/a.ts', 'html`<button aria-label="Call next">${icon}</button>`'],
    ['kiosk/a.ts', 'html`<p>${n} people ahead</p>`'],
    ['kiosk/index.html', '<!doctype html><title>Kiosk</title>'],
  ])('%s: %s is found', (path, text) => {
    expect(literalTexts([sample(path, text)])).toHaveLength(1);
  });

  it.each([
    ['kiosk/a.ts', 'html`<p class="big">${t.takeNumber}</p>&nbsp;·`'],
    ['kiosk/a.ts', 'html`<ph-icon name=${name} @click=${(e: Event) => this.go(e)}></ph-icon>`'],
    ['kiosk/a.ts', '// 窗口 is a counter\nexport const x = 1;'],
    ['kiosk/locales/zh.ts', `export const zh = { take: '取号' };`],
    ['server/protocol/fields.ts', `Type.String({ examples: ['三号窗口'] })`],
    ['server/protocol/words/calls.ts', `text('请', 'please')`],
    ['kiosk/index.html', '<!doctype html><title>Paihao 排号</title><script src="./a.ts"></script>'],
  ])('%s: %s is fine', (path, text) => {
    expect(literalTexts([sample(path, text)])).toEqual([]);
  });
});
