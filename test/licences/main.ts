/**
 * `npm run licences`: every installed package with its licence, as a table; exit code 1 when one of
 * those that the program runs with may not stand beside Apache-2.0, or names no licence at all.
 */
import { fileURLToPath } from 'node:url';
import { installedPackages, verdictOf } from './installed.ts';

const packages = installedPackages(fileURLToPath(new URL('../..', import.meta.url)));
const counts = new Map<string, number>();
const faults: string[] = [];
for (const each of packages) {
  const { name, version, licence, isForDevelopment } = each;
  counts.set(licence, (counts.get(licence) ?? 0) + 1);
  const use = isForDevelopment ? 'development' : 'runs';
  process.stdout.write(`${name.padEnd(44)}${version.padEnd(18)}${use.padEnd(13)}${licence}\n`);
  const verdict = verdictOf(each);
  if (verdict !== null) faults.push(`${name}@${version}: ${verdict}`);
}
process.stdout.write('\n');
for (const [licence, count] of [...counts].sort((one, other) => other[1] - one[1])) {
  process.stdout.write(`${String(count).padStart(5)}  ${licence}\n`);
}
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.stdout.write(`${packages.length} packages, ${faults.length} not compatible\n`);
process.exitCode = faults.length === 0 ? 0 : 1;
