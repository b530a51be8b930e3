import { createWeather, faultKinds, type FaultKind } from './faults.ts';
import { runWorld } from './world.ts';

/**
 * Which kinds of faults a failure needs: takes one kind after the other away, and leaves it away
 * where the world still breaks. Each kind has chance of its own, so the rest stays as it was.
 */
export async function needed(
  world: { readonly seed: number; readonly days: number },
  what: string,
): Promise<readonly FaultKind[]> {
  const weather = createWeather(world.seed);
  let kinds = faultKinds.filter((kind) => weather.isAbout(kind));
  for (const kind of [...kinds]) {
    const fewer = kinds.filter((each) => each !== kind);
    const without = new Set(faultKinds.filter((each) => !fewer.includes(each)));
    const { broken } = await runWorld({ ...world, without });
    // The same promise, whatever the numbers in it.
    if (broken !== null && inShort(broken.what) === inShort(what)) kinds = fewer;
  }
  return kinds;
}

function inShort(what: string): string {
  return what.replace(/"[^"]*"|\d+/g, '').slice(0, 60);
}
