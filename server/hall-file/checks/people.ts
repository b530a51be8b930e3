import { roles } from '#core/vocabulary.ts';
import { defaults } from '../defaults.ts';
import { hallFileWords as words } from '../words.ts';
import type { Checking } from './checking.ts';

/** Somebody must be there to override, and a list for those who must be on it. */
export function checkPeople(check: Checking): void {
  const { file } = check;
  const staffRoles = file.staff?.map((person) => person?.role);
  // With a role that cannot be read, that one may be the supervisor.
  const readable = staffRoles?.every((role) => role !== undefined && roles.includes(role));
  if (readable && staffRoles !== undefined && staffRoles.length > 0) {
    if (!staffRoles.includes('supervisor')) check.reportAtKey('staff', words.noSupervisor());
  }
  file.classes?.forEach((each, index) => {
    if (each?.needsCustomer === true && file.customers === undefined && !check.keeps) {
      check.report(`classes[${index}].needsCustomer`, words.noCustomers());
    }
  });
}

/** Settings that would contradict each other. */
export function checkPolicy(check: Checking): void {
  const { policy } = check.file;
  const recallMax = policy?.recallMax ?? defaults.recallMax;
  const minCalls = policy?.noShow?.minCalls ?? defaults.noShowMinCalls;
  if (minCalls <= recallMax + 1) return;
  const path = policy?.noShow?.minCalls === undefined ? 'recallMax' : 'noShow.minCalls';
  check.report(`policy.${path}`, words.noShowNeverReached(recallMax));
}
