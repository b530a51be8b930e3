/**
 * How much a property is asked: few cases, the same in every run, in `npm test`; `all` of them, drawn
 * anew each time, by `CASES=full npm run test:unit -- test/core`.
 */
export function cases(few: number, all: number) {
  return process.env['CASES'] === 'full' ? { numRuns: all } : { numRuns: few, seed: 20260302 };
}
