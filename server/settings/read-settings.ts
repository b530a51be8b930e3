import { stringify } from 'yaml';
import type { HallConfig } from '#core/hall-config.ts';
import { readHallFile } from '#server/hall-file/read-hall-file.ts';
import { hallFileWords as words } from '#server/hall-file/words.ts';
import { defaultTemplate } from '#server/paper/default-template.ts';
import { logoBounds, readLogo } from '#server/read-logo.ts';
import type { SettingsProblem } from './answers.ts';
import { logoBytes } from './logo.ts';

export type SettingsRead =
  | { readonly ok: true; readonly config: HallConfig }
  | { readonly ok: false; readonly problems: readonly SettingsProblem[] };

/**
 * Settings as a configuration, or every mistake in them: read as the hall file that they would be,
 * so that a page and a file are held to the very same checks.
 * @param settings what came over the wire; anything
 * @param training stays what the hall is: no file says it
 */
export function readSettings(settings: unknown, training: boolean): SettingsRead {
  const source = stringify(settings, { lineWidth: 0, aliasDuplicateObjects: false });
  const read = readHallFile(source, { keeps: true, lines: false });
  if (!read.ok) {
    return { ok: false, problems: read.problems.map(({ path, message }) => ({ path, message })) };
  }
  const { logoAddress, logoPath } = read;
  const config = { ...read.config, training };
  if (logoAddress === null && logoPath === null) return { ok: true, config };
  const bytes = logoBytes(logoAddress ?? '');
  const logo = bytes === null ? null : readLogo(bytes);
  if (logo === null) {
    const message = words.badLogo(logoBounds.widthDotsMax);
    return { ok: false, problems: [{ path: 'ticket.logo', message }] };
  }
  return {
    ok: true,
    config: { ...config, ticket: { ...(config.ticket ?? defaultTemplate), logo } },
  };
}
