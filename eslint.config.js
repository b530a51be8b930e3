/**
 * Lint, with types. Formatting is Prettier's; what lint cannot see (import borders, banned words,
 * rule ids without a test) is in test/house.
 */
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { configs as lit } from 'eslint-plugin-lit';
import { configs as wc } from 'eslint-plugin-wc';
import litA11y from 'eslint-plugin-lit-a11y';

const sources = ['**/*.ts'];
const pages = ['ui/**/*.ts', 'kiosk/**/*.ts', 'display/**/*.ts', 'counter/**/*.ts'];
const tests = ['test/**/*.ts'];

/** ESLint's own recommended rules that say more than the compiler already does. */
const soundScript = {
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-case-declarations': 'error',
  'no-constant-binary-expression': 'error',
  'no-constant-condition': ['error', { checkLoops: 'allExceptWhileTrue' }],
  'no-control-regex': 'off', // device dialects and log cleaning do name control bytes
  'no-debugger': 'error',
  'no-dupe-else-if': 'error',
  'no-duplicate-case': 'error',
  'no-empty': 'error', // a catch may be empty only with its reason as a comment
  'no-empty-character-class': 'error',
  'no-empty-pattern': 'error',
  'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true }],
  'no-loss-of-precision': 'error',
  'no-misleading-character-class': 'error',
  'no-prototype-builtins': 'error',
  'no-self-assign': 'error',
  'no-self-compare': 'error',
  'no-sparse-arrays': 'error',
  'no-template-curly-in-string': 'error',
  'no-unsafe-finally': 'error',
  'no-unsafe-optional-chaining': 'error',
  'no-unused-labels': 'error',
  'no-useless-catch': 'error',
  'no-useless-escape': 'error',
  'object-shorthand': 'error',
  'prefer-const': ['error', { destructuring: 'all' }],
  'no-var': 'error',
  radix: 'error',
};

/** Where typescript-eslint's strict set hinders more than it helps, and why. */
const pragmaticTypes = {
  // Numbers and booleans read well in a template; objects still do not.
  '@typescript-eslint/restrict-template-expressions': [
    'error',
    { allowNumber: true, allowBoolean: true },
  ],
  '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
  // An in-memory port answers at once where its interface promises; handlers may turn async later.
  '@typescript-eslint/require-await': 'off',
  '@typescript-eslint/no-unnecessary-condition': [
    'error',
    { allowConstantLoopConditions: 'only-allowed-literals' },
  ],
  // Lit's life-cycle methods may be async; nobody waits for them.
  '@typescript-eslint/no-misused-promises': [
    'error',
    { checksVoidReturn: { inheritedMethods: false, attributes: false } },
  ],
  // Fastify's instance and reply are thenable and meant to be left alone.
  '@typescript-eslint/no-floating-promises': [
    'error',
    {
      allowForKnownSafePromises: [
        {
          from: 'package',
          package: 'fastify',
          name: ['FastifyInstance', 'FastifyReply', 'SafePromiseLike'],
        },
      ],
    },
  ],
  '@typescript-eslint/no-unused-vars': [
    'error',
    { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' },
  ],
  '@typescript-eslint/consistent-type-imports': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': [
    'error',
    { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
  ],
};

const impure = [
  ['Date', 'time is an input: the command carries it'],
  ['performance', 'time is an input: the command carries it'],
  ['setTimeout', 'what falls due is asked of nextDue(state)'],
  ['setInterval', 'what falls due is asked of nextDue(state)'],
  ['setImmediate', 'the core is synchronous'],
  ['queueMicrotask', 'the core is synchronous'],
  ['clearTimeout', 'the core has no timers'],
  ['clearInterval', 'the core has no timers'],
  ['process', 'the core does not know its process'],
  ['Buffer', 'the core knows no bytes'],
  ['crypto', 'ids and randomness arrive in the command'],
  ['fetch', 'the core reaches nothing outside'],
  ['console', 'the core tells by its result'],
  ['globalThis', 'the core sees nothing global'],
].map(([name, message]) => ({ name, message }));

const temporal = {
  name: 'Temporal',
  message: 'calendar arithmetic lives in core/calendar',
};

export default defineConfig(
  {
    ignores: ['node_modules/', 'dist/', 'data/', '.cache/', 'coverage/', 'docs/'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.js', '**/*.mjs'],
    extends: [tseslint.configs.base],
    rules: soundScript,
  },
  {
    files: sources,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: { ...soundScript, ...pragmaticTypes },
  },
  {
    // The hub speaks through its log. Only programs at a terminal print.
    files: ['server/**/*.ts'],
    ignores: ['server/main.ts', 'server/**/cli.ts', 'server/**/main.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['server/core/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...impure, temporal],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'randomness arrives in the command' },
        { object: 'Temporal', property: 'Now', message: 'time is an input' },
      ],
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^(?!\\.{1,2}/)', message: 'the core imports nothing outside' }] },
      ],
      // In the rules every case is written down, so that a new one is met by the compiler.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: true },
      ],
    },
  },
  {
    files: ['server/core/calendar/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', ...impure] },
  },
  {
    files: pages,
    extends: [
      lit['flat/recommended'],
      wc['flat/recommended'],
      wc['flat/best-practice'],
      litA11y.configs.recommended,
    ],
    rules: {
      'no-console': ['error', { allow: ['error'] }],
      'lit/attribute-names': ['error', { convention: 'kebab' }],
      'lit/ban-attributes': ['error', 'style'], // the pages' CSP refuses inline styles
      'lit/lifecycle-super': 'error',
      'lit/no-invalid-escape-sequences': 'error',
      'lit/no-native-attributes': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/no-useless-template-literals': 'error',
      'lit/prefer-nothing': 'error',
      'lit/quoted-expressions': ['error', 'never'],
      // Without these two: lang and emoji come from locale tables, which templates only pass on.
      'lit-a11y/valid-lang': 'off',
      'lit-a11y/accessible-emoji': 'off',
      // Components keep their constructors empty; a lit controller takes its host there.
      'wc/no-constructor-params': 'off',
      // LitElement has every life-cycle method; lit/lifecycle-super sees that it is called.
      'wc/guard-super-call': 'off',
      // Lit calls a handler of a template with its host as `this`.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: tests,
    rules: {
      // A test may say that it knows; a wrong `!` fails the test anyway.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      'no-restricted-properties': [
        'error',
        ...['mock', 'doMock', 'hoisted'].map((property) => ({
          object: 'vi',
          property,
          message: 'use a fake of our own, passed as a dependency',
        })),
      ],
    },
  },
);
