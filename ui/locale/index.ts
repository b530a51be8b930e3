/** The words of the pages: one import for tables, the language in use, and formats. */
export * from './common.ts';
export * from './define-locale.ts';
export * from './format.ts';
export * from './hall-sentence.ts';
export * from './language.ts';
