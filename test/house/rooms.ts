/**
 * The rooms of the house and what each may import: the table of docs/design.md as data. A new
 * folder needs a line here; when the code wants another wall, move it here first.
 */
export type Room = {
  folder: string;
  /** Only the files of the folder itself; its sub-folders are rooms of their own. */
  ownFilesOnly?: true;
  /** Folders and files of other rooms. */
  mayImport: readonly string[] | 'anything';
  /** npm packages; `@scope/*` stands for all of a scope. */
  packages: readonly string[] | 'any';
  /** Whether Node's own modules may be used. Rooms that reach a browser may not. */
  node: boolean;
};

const coreVocabulary = 'server/core/vocabulary.ts';

/** The core's words: what can be said about a hall, without the rules that decide. */
const coreWords = [
  coreVocabulary,
  'server/core/commands.ts',
  'server/core/events.ts',
  'server/core/quality.ts',
  'server/core/refusals.ts',
  'server/core/rules.ts',
  'server/core/hall-config.ts',
  'server/core/lookup.ts',
  'server/core/disciplines/why.ts',
];

/** What a journal promises, without how it keeps it. */
const journalPort = ['server/journal/journal.ts', 'server/journal/errors.ts'];
const limits = 'server/limits.ts';
/** A thread beside the hall, started when it is first asked. */
const lazyThread = 'server/lazy-thread.ts';
/** Reading a YAML file against a schema, every mistake with its place: hall and device files. */
const yamlReading = [
  'server/hall-file/findings.ts',
  'server/hall-file/nearest.ts',
  'server/hall-file/schema-parts.ts',
  'server/hall-file/shape.ts',
  'server/hall-file/with-syntax.ts',
  'server/hall-file/words.ts',
  'server/hall-file/yaml-document.ts',
];
const doors = [
  'server/dispatch',
  'server/hall-file',
  'server/paper',
  'server/projections',
  'server/protocol',
  'server/reports',
  'server/desk',
  'server/vault',
  'server/clock',
  'server/plugins',
  // The voice as the doors see it; what is recorded or rendered stays behind it.
  'server/voice',
  limits,
  ...coreWords,
  // A hall's state may be read at the doors; what changes it is a command.
  'server/core/state.ts',
  'server/core/sequence.ts',
  // Dates of the hall's calendar, for what is asked by day.
  'server/core/calendar/business-day.ts',
  ...journalPort,
];
/** Of settings being edited: what the page and the hub share. */
const settingsShared = [
  'server/settings/answers.ts',
  'server/settings/consequences.ts',
  'server/settings/differences.ts',
  'server/settings/draft.ts',
  'server/settings/merge.ts',
  'server/settings/paths.ts',
];
const browserPackages = ['lit', '@lit/*', '@fontsource-variable/*', 'qrcode', 'socket.io-client'];

/** Programs: anybody may start one as a process of its own. */
export const programs = ['server/main.ts', 'server/launch.mjs', 'hardware/emulators/main.ts'];

export const rooms: readonly Room[] = [
  { folder: 'server/core', mayImport: [], packages: [], node: false },
  {
    folder: 'server/protocol',
    // What a printed ticket tells is published to the agents that print it.
    mayImport: [...coreWords, 'server/paper/slip.ts'],
    packages: ['@sinclair/typebox', 'ajv'],
    node: false,
  },
  {
    folder: 'server/journal',
    mayImport: ['server/core', limits],
    packages: ['pg'],
    node: true,
  },
  {
    folder: 'server/projections',
    // The views' shapes are published, so they are the protocol's.
    mayImport: ['server/core', 'server/protocol', 'server/estimate', limits],
    packages: [],
    node: false,
  },
  { folder: 'server/estimate', mayImport: ['server/core', limits], packages: [], node: false },
  {
    folder: 'server/dispatch',
    mayImport: [
      'server/core',
      'server/protocol',
      'server/projections',
      'server/estimate',
      limits,
      ...journalPort,
    ],
    packages: [],
    node: true,
  },
  { folder: 'server/clock', mayImport: [...coreWords, limits], packages: [], node: true },
  {
    folder: 'server/hall-file',
    mayImport: ['server/core', 'server/protocol', 'server/paper', limits],
    packages: ['yaml', '@sinclair/typebox'],
    node: true,
  },
  {
    // Reports in a thread beside the hall, which reads the journal by itself.
    folder: 'server/reports',
    mayImport: [
      'server/core',
      'server/projections',
      'server/protocol',
      'server/journal',
      lazyThread,
      limits,
    ],
    packages: ['write-excel-file'],
    node: true,
  },
  {
    // Pin hashes, tokens and customers: what must not stand in the journal.
    folder: 'server/vault',
    mayImport: ['server/protocol', 'server/core', 'server/hall-file/customer-key.ts', limits],
    packages: [],
    node: true,
  },
  {
    // A file of customers on its way into the vault, read beside the hall.
    folder: 'server/customers',
    mayImport: [
      'server/vault',
      'server/hall-file',
      'server/protocol',
      coreVocabulary,
      lazyThread,
      limits,
    ],
    packages: [],
    node: true,
  },
  {
    // What HTTP and sockets share: who asks, may they, and what became of it.
    folder: 'server/desk',
    mayImport: [...doors, 'server/core/due.ts'],
    packages: 'any',
    node: true,
  },
  { folder: 'server/plugins', mayImport: doors, packages: 'any', node: true },
  {
    folder: 'server/routes',
    mayImport: [
      ...doors,
      'server/customers',
      'server/what-if',
      'server/history',
      'server/settings',
      // What a training hall's ticket and boards look like, drawn in a thread.
      'hardware/emulators/shown/shown-devices.ts',
    ],
    packages: 'any',
    node: true,
  },
  { folder: 'server/sockets', mayImport: doors, packages: 'any', node: true },
  {
    // Clients of a hub like any other: they know the published language only.
    folder: 'server/replay',
    mayImport: ['server/protocol', 'server/people', limits],
    packages: ['socket.io-client'],
    node: true,
  },
  {
    // Recorded days told as events, to the real estimator.
    folder: 'server/judge',
    mayImport: ['server/core', 'server/estimate', 'server/replay/recorded-day.ts', limits],
    packages: [],
    node: true,
  },
  {
    // Drawn or recorded customers and clerks: they, too, come through the doors.
    folder: 'server/people',
    mayImport: [
      'server/protocol',
      'server/core/vocabulary.ts',
      'server/core/hall-config.ts',
      limits,
    ],
    packages: [],
    node: true,
  },
  {
    // Days that did happen, looked at again.
    folder: 'server/history',
    mayImport: [
      'server/core',
      'server/projections',
      'server/estimate',
      'server/protocol',
      'server/journal/thread-call.ts',
      ...journalPort,
      limits,
    ],
    packages: [],
    node: true,
  },
  {
    // Days that never happened, through the rules of those that did.
    folder: 'server/what-if',
    mayImport: [
      'server/core',
      'server/people',
      'server/projections',
      'server/estimate',
      'server/protocol',
      limits,
    ],
    packages: [],
    node: true,
  },
  {
    // A hall's configuration as it is edited: differences, merging, what takes effect when.
    folder: 'server/settings',
    mayImport: [
      'server/core',
      'server/hall-file',
      'server/paper',
      'server/protocol',
      'server/journal/journal.ts',
      'server/read-logo.ts',
      limits,
    ],
    packages: ['yaml', 'pngjs'],
    node: true,
  },
  { folder: 'server/setup', mayImport: [], packages: [], node: true },
  {
    // What is said, by which voice, and which screen says it.
    folder: 'server/voice',
    mayImport: ['server/core', 'server/protocol', 'server/voice/sound', limits],
    packages: ['sherpa-onnx-node'],
    node: true,
  },
  // WAV files, loudness and cutting: for the hub, and for the page that records a voice.
  { folder: 'server/voice/sound', mayImport: [], packages: [], node: false },
  {
    folder: 'server',
    ownFilesOnly: true,
    // The hub runs an agent inside for the devices of its own machine.
    mayImport: ['server', 'hardware/agent', 'hardware/device-file/device-spec.ts'],
    packages: 'any',
    node: true,
  },
  {
    // It shows the elements of every page.
    folder: 'ui/gallery',
    mayImport: ['ui', 'kiosk', 'display', 'counter', 'server/protocol', coreVocabulary],
    packages: browserPackages,
    node: false,
  },
  {
    folder: 'ui',
    mayImport: ['server/protocol', 'server/paper', coreVocabulary],
    packages: browserPackages,
    node: false,
  },
  ...['kiosk', 'display', 'counter'].map((folder) => ({
    folder,
    mayImport: [
      'ui',
      'server/protocol',
      coreVocabulary,
      // Prompts are heard on the page that records them as the hall will hear them.
      ...(folder === 'counter' ? ['server/voice/sound'] : []),
      // The preview of a ticket is the very layout that is printed.
      ...(folder === 'counter' ? ['server/paper', 'server/core/hall-config.ts'] : []),
      // A draft's shape, its paths and its differences are the same on both sides.
      ...(folder === 'counter' ? settingsShared : []),
    ],
    // Public holidays and adjusted working days of China.
    packages: folder === 'counter' ? [...browserPackages, 'chinese-days'] : browserPackages,
    node: false,
  })),
  {
    // The printed ticket as data: the same layout goes to paper and to the preview on a page.
    folder: 'server/paper',
    mayImport: ['server/protocol', 'server/core/hall-config.ts', coreVocabulary],
    packages: [],
    node: false,
  },
  {
    folder: 'hardware',
    mayImport: ['server/protocol', 'server/paper', coreVocabulary, lazyThread, ...yamlReading],
    packages: 'any',
    node: true,
  },
  { folder: 'test', mayImport: 'anything', packages: 'any', node: true },
];
