import type { InTheWay } from '#core/refusals.ts';
import type { RuleId } from '#core/rules.ts';
import type { Text } from '#core/vocabulary.ts';
import { refusalWords, type RefusalFacts } from './refusals.ts';

/**
 * Why a service gives no numbers, for the kiosk's tile and its page: the very words with which the
 * door would refuse, so that the two cannot differ.
 */
export function unavailableText(rule: RuleId, by: InTheWay, facts: RefusalFacts): Text {
  return refusalWords(rule, by, { ...facts, command: 'issue-ticket' }).detail;
}
