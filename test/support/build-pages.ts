/** Global set-up of the browser tests: the pages they open are those of the present sources. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export default function buildPages(): void {
  execFileSync(process.execPath, ['server/launch.mjs', 'build'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
