import { languages, type Language } from '#core/vocabulary.ts';

/** The asker's language by `Accept-Language` (RFC 9110): the best of ours, else the hall's own. */
export function preferredLanguage(header: string | undefined, otherwise: Language): Language {
  let best: Language | null = null;
  let bestQuality = 0;
  for (const part of (header ?? '').slice(0, 500).split(',')) {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const quality = qualityOf(parameters);
    const language = languages.find((each) => tag === each || tag.startsWith(`${each}-`));
    if (language !== undefined && quality > bestQuality) {
      best = language;
      bestQuality = quality;
    }
  }
  return best ?? otherwise;
}

function qualityOf(parameters: readonly string[]): number {
  const given = parameters.map((each) => /^\s*q=([\d.]+)\s*$/.exec(each)?.[1]).find(Boolean);
  const quality = given === undefined ? 1 : Number.parseFloat(given);
  return Number.isNaN(quality) ? 0 : quality;
}
