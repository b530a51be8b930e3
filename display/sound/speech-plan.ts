import type { SpeechClip } from '#protocol/speech.ts';
import { staleAfterMs } from '#ui/hub/call-stream.ts';
import { dwellMs } from '../announcer.ts';

/** Between the languages of one announcement. */
export const betweenLanguagesMs = 350;
/** So many wait that nobody may be held up by the voice. */
const crowdedBehind = 8;

/**
 * What of an announcement is spoken. Pure. Whoever waits behind drops the second language first;
 * where many wait, only what fits into the picture's own time is said; what is stale is shown alone.
 * @param behind calls that wait for their turn
 * @param ageMs since the call
 * @param chimeMs until the voice may begin
 */
export function planSpeech(
  clips: readonly SpeechClip[],
  behind: number,
  ageMs: number,
  chimeMs: number,
): readonly SpeechClip[] {
  if (ageMs > staleAfterMs) return [];
  const [first] = clips;
  if (first === undefined || behind === 0) return clips;
  if (behind >= crowdedBehind && chimeMs + first.durationMs > dwellMs) return [];
  return [first];
}
