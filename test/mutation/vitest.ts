/** What the tests of the core find under the name `vitest` in a mutation run. */
export { expect } from 'vitest';
export { describe, it } from './suite.ts';
