import type { ConsoleView } from '#protocol/views.ts';

/** The handover record as it is being written (`handover-record`). */
export interface RecordDraft {
  readonly equipment: string;
  readonly hardCases: string;
  readonly staffChanges: string;
  readonly followUps: readonly FollowUpDraft[];
  readonly note: string;
}

/** A line that is on the list already keeps its id: words changed here change it, and add none. */
export interface FollowUpDraft {
  readonly text: string;
  readonly id?: string;
}

/** Parts that have to be said, if only with “none”. */
export const recordParts = ['equipment', 'hardCases', 'staffChanges'] as const;
export type RecordPart = (typeof recordParts)[number];

/** The door takes so many. */
export const followUpsMax = 50;

/**
 * What the shift itself already tells: customers who will come back with papers, and answers that
 * are still owed. A draft that exists goes before it.
 * @param parked words one parked ticket as a follow-up
 */
export function prefilledRecord(
  view: Pick<ConsoleView, 'handover' | 'shift'>,
  parked: (number: string, missing: readonly string[]) => string,
): RecordDraft {
  const draft = view.handover?.draft ?? null;
  if (draft !== null) {
    const { equipment, hardCases, staffChanges, note } = draft;
    const followUps = draft.followUps.map(lineOf);
    return { equipment, hardCases, staffChanges, followUps, note: note ?? '' };
  }
  return {
    equipment: '',
    hardCases: '',
    staffChanges: '',
    followUps: [
      ...view.shift.parked.map(({ number, missing }) => ({ text: parked(number, missing) })),
      ...view.shift.followUps.map(lineOf),
    ],
    note: '',
  };
}

/** The record as the hub takes it; empty lines are left out. */
export function recordOf(draft: RecordDraft): Readonly<Record<string, unknown>> {
  const note = draft.note.trim();
  return {
    equipment: draft.equipment.trim(),
    hardCases: draft.hardCases.trim(),
    staffChanges: draft.staffChanges.trim(),
    followUps: draft.followUps
      .map((line) => ({ ...line, text: line.text.trim() }))
      .filter(({ text }) => text !== '')
      .slice(0, followUpsMax),
    ...(note === '' ? {} : { note }),
  };
}

/** The first part that still says nothing, or null: then the record is whole. */
export function missingPart(draft: RecordDraft): RecordPart | null {
  return recordParts.find((part) => draft[part].trim() === '') ?? null;
}

function lineOf({ text, id }: FollowUpDraft): FollowUpDraft {
  return id === undefined ? { text } : { text, id };
}
