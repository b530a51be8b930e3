import { previewNext } from '#core/disciplines/pick.ts';
import { ticketAt } from '#core/lookup.ts';
import type { HallDay } from '#core/state.ts';
import { voiceLimits } from './limits.ts';
import type { SpeechFacts } from './words/speech.ts';

/**
 * What is likely to be said next: the first of each counter's next list (by the code that will pick
 * them), and the recall of whoever is called now. Pure.
 */
export function likelySpeech(state: HallDay, nowMs: number): readonly SpeechFacts[] {
  const likely: SpeechFacts[] = [];
  for (const { id } of state.config?.counters ?? []) {
    const seat = state.counters[id];
    if (seat === undefined || seat.state === 'closed') continue;
    if (seat.state === 'calling' && seat.ticket !== null) {
      likely.push({ kind: 'recall', number: ticketAt(state, seat.ticket).number, counter: id });
    }
    for (const { ordinal } of previewNext(state, id, nowMs, voiceLimits.preparedPerCounter)) {
      likely.push({ kind: 'call', number: ticketAt(state, ordinal).number, counter: id });
    }
  }
  return likely.slice(0, voiceLimits.preparedMax);
}
