import type { OpeningHours } from '#core/hall-config.ts';

/** `08:30-18:30`, null for `closed`, and undefined for what is neither. */
export function openingHoursOf(text: string): OpeningHours | null | undefined {
  if (text === 'closed') return null;
  const [, from, to] = /^(\d{2}:\d{2})-(\d{2}:\d{2})$/.exec(text) ?? [];
  const valid = (time: string | undefined): time is string =>
    time !== undefined && /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time);
  return valid(from) && valid(to) && from !== '24:00' ? { from, to } : undefined;
}
