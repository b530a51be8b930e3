import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockFile, smallProject } from './small-project.ts';

/** A hub that tells its options and signals. `--stubborn` leaves by the signal itself. */
const hub = `
  const tell = () => console.log('up', JSON.stringify(process.argv.slice(2)));
  if (process.argv.includes('--bad')) { tell(); process.exit(2); }
  for (const signal of ['SIGINT', 'SIGTERM']) {
    if (process.argv.includes('--stubborn')) continue;
    process.on(signal, () => { console.log('got', signal); process.exit(0); });
  }
  setInterval(() => {}, 1000);
  tell();
`;

/** An npm that installs nothing but says so, or fails when asked to. */
const fakeNpm = `
  import { mkdirSync, symlinkSync, cpSync, appendFileSync } from 'node:fs';
  appendFileSync('npm.log', process.argv.slice(2).join(' ') + '\\n');
  if (process.env.NPM_FAILS) { console.error('npm error: no network'); process.exit(1); }
  if (process.env.NPM_HANGS) { console.log('hanging'); setInterval(() => {}, 1000); }
  else {
    mkdirSync('node_modules/node/bin', { recursive: true });
    if (!process.env.NPM_WITHOUT_NODE) symlinkSync(process.execPath, 'node_modules/node/bin/node');
    cpSync('package-lock.json', 'node_modules/.package-lock.json');
  }
`;

/** A Vite that leaves a page and counts its runs. */
const fakeVite = `
  import { mkdirSync, writeFileSync, appendFileSync } from 'node:fs';
  const out = process.argv[process.argv.indexOf('--outDir') + 1];
  appendFileSync('vite.log', 'built\\n');
  if (process.env.VITE_FAILS) { console.error('kiosk.ts: unexpected token'); process.exit(1); }
  mkdirSync(out, { recursive: true });
  writeFileSync(out + '/index.html', 'page');
`;

function readyProject() {
  const project = smallProject({ installed: true });
  project.write('node_modules/vite/bin/vite.js', fakeVite);
  project.write('node_modules/vite/package.json', '{"type":"module"}');
  project.write('server/main.ts', hub);
  project.write('kiosk/kiosk.ts', 'export {};');
  const count = (log: string) =>
    existsSync(join(project.folder, log))
      ? readFileSync(join(project.folder, log), 'utf8').trim().split('\n').length
      : 0;
  return { ...project, count };
}

function bareProject() {
  const project = smallProject({ installed: false });
  project.write('npm-cli.mjs', fakeNpm);
  project.write('server/journal/cli.ts', `console.log('{"head":1}');`);
  const env = {
    npm_execpath: join(project.folder, 'npm-cli.mjs'),
    npm_node_execpath: process.execPath,
  };
  return { ...project, env };
}

describe('the launcher', () => {
  it('passes options on, and the exit code back', async () => {
    const run = readyProject().start(['start', '--port', '9000', '--bad']);
    expect(await run.exitCode).toBe(2);
    expect(run.stdout()).toBe('up ["--port","9000","--bad"]\n');
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('hands %s to the hub and ends with 0', async (signal) => {
    const run = readyProject().start(['start']);
    await run.says('up');
    run.child.kill(signal);
    expect(await run.exitCode).toBe(0);
    expect(run.stdout()).toContain(`got ${signal}`);
  });

  it('ends with 0 as well when the signal came before the hub could listen', async () => {
    const run = readyProject().start(['start', '--stubborn']);
    await run.says('up');
    run.child.kill('SIGTERM');
    expect(await run.exitCode).toBe(0);
  });

  it('ends a stopped tool with 128 and the signal, as a shell would', async () => {
    const project = readyProject();
    project.write('server/journal/cli.ts', `console.log('up'); setInterval(() => {}, 1000);`);
    const run = project.start(['journal', 'verify']);
    await run.says('up');
    run.child.kill('SIGTERM');
    expect(await run.exitCode).toBe(143);
  });

  it('names a program that is not there', async () => {
    const missing = smallProject({ installed: true }).start(['journal', 'verify']);
    expect(await missing.exitCode).toBe(1);
    expect(missing.stderr()).toContain('no server/journal/cli.ts');
    const unknown = smallProject({ installed: true }).start(['jurnal']);
    expect(await unknown.exitCode).toBe(1);
    expect(unknown.stderr()).toContain('unknown program "jurnal"');
  });
});

describe('the packages', () => {
  it('are installed on a fresh clone, and the program has stdout for itself', async () => {
    const { start, env, folder } = bareProject();
    const run = start(['journal'], env);
    expect(await run.exitCode).toBe(0);
    expect(run.stdout()).toBe('{"head":1}\n');
    expect(run.stderr()).toContain('installing packages (node_modules is absent');
    expect(readFileSync(join(folder, 'npm.log'), 'utf8')).toContain('ci --include=dev');
    const again = start(['journal'], env);
    expect(await again.exitCode).toBe(0);
    expect(again.stderr()).toBe('');
  });

  it('are installed again when the lock file has moved on', async () => {
    const { start, env, write } = bareProject();
    await start(['journal'], env).exitCode;
    write('package-lock.json', lockFile('1.1.0'));
    const run = start(['journal'], { ...env, NPM_WITHOUT_NODE: '1' });
    expect(await run.exitCode).toBe(0);
    expect(run.stderr()).toContain('a 1.1.0 is not installed');
  });

  it('tell what npm said when they cannot be installed', async () => {
    const { start, env } = bareProject();
    const run = start(['journal'], { ...env, NPM_FAILS: '1' });
    expect(await run.exitCode).toBe(1);
    expect(run.stderr()).toContain('npm error: no network');
    expect(run.stderr()).not.toContain('at '); // no stack
  });

  it('include the pinned Node.js, or the launcher says what kept it away', async () => {
    const { start, env } = bareProject();
    const run = start(['journal'], { ...env, NPM_WITHOUT_NODE: '1' });
    expect(await run.exitCode).toBe(1);
    expect(run.stderr()).toContain('ignore-scripts');
  });

  it('are installed once when two scripts start together', async () => {
    const { start, env, folder } = bareProject();
    const runs = [start(['journal'], env), start(['journal'], env), start(['journal'], env)];
    expect(await Promise.all(runs.map(({ exitCode }) => exitCode))).toEqual([0, 0, 0]);
    expect(readFileSync(join(folder, 'npm.log'), 'utf8').trim().split('\n')).toHaveLength(1);
  });

  it('are given up at a signal, leaving no lock behind', async () => {
    const { start, env, folder } = bareProject();
    const run = start(['journal'], { ...env, NPM_HANGS: '1' });
    await run.says('installing');
    run.child.kill('SIGINT');
    expect(await run.exitCode).toBe(130);
    expect(existsSync(join(folder, '.cache', 'setup.lock'))).toBe(false);
  });

  it('are not held up by the lock of a script that is gone', async () => {
    const { start, env, write } = bareProject();
    write('.cache/setup.lock', '999999999');
    expect(await start(['journal'], env).exitCode).toBe(0);
  });
});

describe('the pages', () => {
  it('are built when they are missing or stale, and only then', async () => {
    const { start, write, count } = readyProject();
    await start(['start', '--bad']).exitCode;
    await start(['start', '--bad']).exitCode;
    expect(count('vite.log')).toBe(1);
    write('kiosk/kiosk.ts', 'export const changed = true;');
    await start(['start', '--bad']).exitCode;
    expect(count('vite.log')).toBe(2);
    write('server/app.ts', 'export {};'); // no part of any page
    await start(['start', '--bad']).exitCode;
    expect(count('vite.log')).toBe(2);
  });

  it('stay as they were when a build fails', async () => {
    const { start, write, folder } = readyProject();
    await start(['build']).exitCode;
    write('kiosk/kiosk.ts', 'export const broken = ;');
    const run = start(['build'], { VITE_FAILS: '1' });
    expect(await run.exitCode).toBe(1);
    expect(run.stderr()).toContain('kiosk.ts: unexpected token');
    expect(existsSync(join(folder, 'dist', 'pages', 'index.html'))).toBe(true);
  });
});
