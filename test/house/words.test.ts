/* eslint no-template-curly-in-string: off -- the samples are templates in quotes */
import { describe, expect, it } from 'vitest';
import { projectFiles, sample } from './project-files.ts';
import { bannedWordsIn, discourteousTexts, missingFromGlossary } from './words.ts';

describe('the words of the house', () => {
  it('are used and no others', () => {
    expect(bannedWordsIn(projectFiles)).toEqual([]);
  });

  it.each([
    ['server/a.ts', 'const teller = 1;', 'clerk'],
    ['server/a.ts', '// requeue the customer', 'rejoin'],
    ['docs/a.md', 'Walk to the booth.', 'counter'],
    ['ui/locales/zh.ts', `'请到柜台'`, '窗口'],
  ])('%s: "%s" is found', (path, text, instead) => {
    expect(bannedWordsIn([sample(path, text)])).toEqual([expect.stringContaining(instead)]);
  });

  it('are courteous on every page', () => {
    expect(discourteousTexts(projectFiles)).toEqual([]);
  });

  it.each([
    `full: '系统忙'`,
    `'无法取号'`,
    `'请看你的号'`,
    `'An error happened'`,
    '`第 ${n} 号没有了！`',
  ])('%s is not courteous', (text) => {
    expect(discourteousTexts([sample('ui/locales/zh.ts', text)])).toHaveLength(1);
  });

  it('are judged in texts, not in keys', () => {
    expect(discourteousTexts([sample('ui/locales/en.ts', `const key = 'error';`)])).toEqual([]);
  });

  it('stand in the glossary with their Chinese', () => {
    const glossary = projectFiles.find(({ path }) => path === 'docs/glossary.md');
    expect(missingFromGlossary(glossary?.text ?? '')).toEqual([]);
  });

  it('are missed where the glossary lacks them', () => {
    expect(missingFromGlossary('| hall | 营业厅 |\n| counter | |')).toContain('counter');
    expect(missingFromGlossary('| hall | 营业厅 |')).not.toContain('hall');
  });
});
