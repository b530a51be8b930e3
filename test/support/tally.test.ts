import { describe, expect, it } from 'vitest';
import { readTally, tallyOf } from './tally.ts';

const report = {
  numPassedTests: 5,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 0,
  testResults: [
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
    { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] },
  ],
};

describe('the tally of a test run', () => {
  it('takes the counts of the report', () => {
    expect(tallyOf(report)).toEqual({ passed: 5, failed: 1, skipped: 2 });
  });

  it('counts a file that does not load as a failure', () => {
    const broken = { status: 'failed', assertionResults: [] };
    const withBroken = { ...report, testResults: [...report.testResults, broken] };
    expect(tallyOf(withBroken).failed).toBe(2);
  });

  it('is all zero where vitest left no report', () => {
    expect(readTally('/nonexistent/report.json')).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });
});
