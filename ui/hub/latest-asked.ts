/** Tells answers that are still wanted from those that came too late. */
export interface LatestAsked {
  /** Begins a question and ends the one before; the answer asks whether it is still wanted. */
  begin(): () => boolean;
  /** Whatever is under way is not wanted any more. */
  forget(): void;
}

/**
 * What was asked last is what counts: answers overtake each other on their way, and one that comes
 * for a day, a person or a page that was left is no answer any more.
 *
 *     const isWanted = this.asking.begin();
 *     const answer = await api(…);
 *     if (!isWanted()) return;
 */
export function latestAsked(): LatestAsked {
  let latest = 0;
  return {
    begin() {
      latest += 1;
      const own = latest;
      return () => own === latest;
    },
    forget() {
      latest += 1;
    },
  };
}
