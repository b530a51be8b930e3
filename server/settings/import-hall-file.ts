import { readHallFile } from '#server/hall-file/read-hall-file.ts';
import { hallFileWords as words } from '#server/hall-file/words.ts';
import { defaultTemplate } from '#server/paper/default-template.ts';
import { logoBounds, readLogo } from '#server/read-logo.ts';
import type { SettingsImport } from './answers.ts';
import { logoBytes } from './logo.ts';
import { toSettings } from './to-settings.ts';

/**
 * A hall file as a draft, or every mistake with its line and column. Pins, customers and files
 * beside it are left behind, and it is said that they are.
 */
export function importHallFile(source: string): SettingsImport {
  const read = readHallFile(source, { keeps: true });
  if (!read.ok) return { ok: false, problems: read.problems };
  const { logoAddress, logoPath, secrets, customersPath } = read;
  const bytes = logoAddress === null ? null : logoBytes(logoAddress);
  const logo = bytes === null ? null : readLogo(bytes);
  if (logoAddress !== null && logo === null) {
    const message = words.badLogo(logoBounds.widthDotsMax);
    return { ok: false, problems: [{ line: 1, column: 1, path: 'ticket.logo', message }] };
  }
  const template = read.config.ticket ?? defaultTemplate;
  const config = logo === null ? read.config : { ...read.config, ticket: { ...template, logo } };
  return {
    ok: true,
    settings: toSettings(config),
    left: [
      ...(secrets.length > 0 ? (['pins'] as const) : []),
      ...(customersPath !== null ? (['customers'] as const) : []),
      ...(logoPath !== null ? (['logo'] as const) : []),
    ],
  };
}
