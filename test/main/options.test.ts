import { describe, expect, it } from 'vitest';
import { help, readOptions, type Options } from '#server/options.ts';

function optionsOf(args: readonly string[], environment: Record<string, string> = {}): Options {
  const read = readOptions(args, environment);
  if (read.kind !== 'options') throw new Error(JSON.stringify(read));
  return read.options;
}

function problemsOf(args: readonly string[], environment: Record<string, string> = {}) {
  const read = readOptions(args, environment);
  return read.kind === 'refused' ? read.problems : [];
}

describe('options', () => {
  it('have the defaults of the contract', () => {
    expect(optionsOf([])).toEqual({
      port: 8080,
      host: '127.0.0.1',
      dataDir: './data',
      config: null,
      reconfigure: false,
      journal: 'sqlite',
      logLevel: 'info',
      training: false,
      clockMs: null,
      clockSpeed: null,
      publicUrl: null,
      devices: null,
      trustProxy: null,
      tls: null,
    });
  });

  it.each([
    [['--port', '9000'], { PORT: '9000' }, { port: 9000 }],
    [['--port=0'], { PORT: '0' }, { port: 0 }],
    [['--host', '0.0.0.0'], { HOST: '0.0.0.0' }, { host: '0.0.0.0' }],
    [['--data', '/var/hall'], { DATA_DIR: '/var/hall' }, { dataDir: '/var/hall' }],
    [['--config', 'hall.yaml'], { CONFIG: 'hall.yaml' }, { config: 'hall.yaml' }],
    [
      ['--journal', 'postgres://db/hall'],
      { JOURNAL: 'postgres://db/hall' },
      { journal: 'postgres://db/hall' },
    ],
    [['--log-level', 'debug'], { LOG_LEVEL: 'debug' }, { logLevel: 'debug' }],
    [['--training'], { TRAINING: '1' }, { training: true }],
    [
      ['--clock', '2026-03-02T08:20:00+08:00'],
      { CLOCK: '2026-03-02T00:20:00Z' },
      { clockMs: Date.UTC(2026, 2, 2, 0, 20) },
    ],
    [['--clock-speed', '0'], { CLOCK_SPEED: '0' }, { clockSpeed: 0 }],
    [['--clock-speed', '2.5'], { CLOCK_SPEED: '2.5' }, { clockSpeed: 2.5 }],
    [
      ['--public-url', 'https://hall.example/'],
      { PUBLIC_URL: 'https://hall.example' },
      { publicUrl: 'https://hall.example' },
    ],
    [['--trust-proxy', '::1'], { TRUST_PROXY: '::1' }, { trustProxy: {} }],
  ])('%j and %j say the same', (args, environment, expected) => {
    expect(optionsOf(args)).toMatchObject(expected);
    expect(optionsOf([], environment as Record<string, string>)).toMatchObject(expected);
  });

  it('count as flags before the environment; an empty variable is none', () => {
    expect(optionsOf(['--port', '1'], { PORT: '2' }).port).toBe(1);
    expect(optionsOf([], { PORT: '', CONFIG: '', TRAINING: '' })).toMatchObject({
      port: 8080,
      config: null,
      training: false,
    });
  });

  it.each([
    [['--port', 'eighty'], /--port: "eighty" is not a port/],
    [['--port', '65536'], /not a port/],
    [['--port'], /--port needs a value/],
    [['--port', '--training'], /--port needs a value/],
    [['--log-level', 'loud'], /one of fatal, error/],
    [['--journal', 'mysql://x'], /sqlite or a postgres/],
    [['--clock', '2026-03-02T08:20:00'], /an instant with its offset/],
    [['--clock', '2026-13-02T08:20:00Z'], /an instant with its offset/],
    [['--clock-speed', '-1'], /a number from 0/],
    [['--clock-speed', 'fast'], /a number from 0/],
    [['--training=yes'], /--training takes no value/],
    [['--colour', 'red'], /--colour is no option/],
    [['hall.yaml'], /"hall.yaml" is no option/],
    [['--devices'], /--devices needs a value/],
    [['--reconfigure'], /give it with --config/],
    [['--public-url', 'hall.example'], /http/],
  ])('%j is refused', (args, expected) => {
    expect(problemsOf(args).join('\n')).toMatch(expected);
  });

  it('are refused all at once, each by the name it was given by', () => {
    const problems = problemsOf(['--port', 'x', '--nonsense'], {
      CLOCK_SPEED: 'x',
      TRAINING: 'perhaps',
      LOG_LEVEL: 'x',
    });
    expect(problems).toHaveLength(5);
    expect(problems.join('\n')).toMatch(/--nonsense[^]*TRAINING[^]*/);
    expect(problems.join('\n')).toMatch(/CLOCK_SPEED: "x"/);
  });

  it('have a help that names every one of them', () => {
    expect(readOptions(['--help', '--port', 'x'], {})).toEqual({ kind: 'help' });
    for (const name of Object.keys(optionsOf([]))) {
      const flag = { dataDir: 'data', clockMs: 'clock' }[name] ?? name;
      expect(help).toContain(
        `--${flag.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      );
    }
  });
});
