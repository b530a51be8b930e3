import { describe, expect, it } from 'vitest';
import { enforcedRules } from '#core/rules.ts';
import { projectFiles, sample } from './project-files.ts';
import { ruleBreaches } from './rule-tests.ts';

describe('the rules of the house', () => {
  it('each have a test that names them', () => {
    expect(enforcedRules.length).toBeGreaterThan(20);
    expect(ruleBreaches(enforcedRules, projectFiles)).toEqual([]);
  });

  it('count as tested by titles only', () => {
    const text = `
      // [vip-first] in a comment is no test
      const list = ['[pause-sign]'];
      it('[privacy] [satisfaction] are met', () => {});
      it.each([1, 2])('[right-counter] case %s', () => {});
      it('mentions [first-asked] later', () => {});
      it(\`[closing-reminder] at \${time}\`, () => {});
      test('[no-such-rule] …', () => {});
    `;
    const rules = [
      'vip-first',
      'pause-sign',
      'privacy',
      'satisfaction',
      'right-counter',
      'first-asked',
      'closing-reminder',
    ];
    expect(ruleBreaches(rules, [sample('test/a.test.ts', text)])).toEqual([
      'no test names [vip-first]',
      'no test names [pause-sign]',
      'no test names [first-asked]',
      'test/a.test.ts names [no-such-rule], which is no rule',
    ]);
  });
});
