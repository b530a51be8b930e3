/**
 * Whether two views show the same but for their clock (`now`). As JSON has it: what is undefined is
 * not there. Parts that both share are not looked into.
 */
export function looksSame(a: object, b: object): boolean {
  return isSameRecord(a as Fields, b as Fields, 'now');
}

type Fields = Readonly<Record<string, unknown>>;

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (!Array.isArray(a)) return !Array.isArray(b) && isSameRecord(a as Fields, b as Fields, null);
  if (!Array.isArray(b) || a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (!isSame(a[at], b[at])) return false;
  return true;
}

function isSameRecord(a: Fields, b: Fields, except: string | null): boolean {
  for (const key of Object.keys(a)) if (key !== except && !isSame(a[key], b[key])) return false;
  return Object.keys(b).every(
    (key) => key === except || b[key] === undefined || a[key] !== undefined,
  );
}
