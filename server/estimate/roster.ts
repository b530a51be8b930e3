/**
 * How many counters are usually open at which time of the day, from earlier days: a faded mean for
 * every five minutes. It tells a customer who takes a number before opening when counters will be
 * there, without looking at what is still to come.
 */
export interface Roster {
  /** A new day begins: what was noted of the last one is learned. */
  beginDay(): void;
  /** So many counters are open from now on. */
  note(intoDayS: number, openCount: number): void;
  /** Counters usually open then; 0 before a day was seen. */
  usualAt(intoDayS: number): number;
  /** Days learned from. */
  days(): number;
}

export const slotS = 300;
const slotCount = (24 * 3600) / slotS;
/** The last day weighs so much beside those before it. */
const freshShare = 0.2;

export function createRoster(): Roster {
  const usual = new Float64Array(slotCount);
  let today = new Float64Array(slotCount);
  let slot = 0;
  let open = 0;
  let days = 0;
  let noted = false;

  function fillTo(until: number): void {
    for (; slot < until; slot += 1) today[slot] = open;
  }

  return {
    beginDay() {
      if (noted) {
        fillTo(slotCount);
        days += 1;
        const share = Math.max(1 / days, freshShare);
        for (let index = 0; index < slotCount; index += 1) {
          const known = usual[index] ?? 0;
          usual[index] = known + share * ((today[index] ?? 0) - known);
        }
      }
      today = new Float64Array(slotCount);
      slot = 0;
      open = 0;
      noted = false;
    },
    note(intoDayS, openCount) {
      fillTo(Math.min(slotCount, Math.max(0, Math.ceil(intoDayS / slotS))));
      open = openCount;
      if (openCount > 0) noted = true;
    },
    usualAt(intoDayS) {
      return usual[Math.floor(intoDayS / slotS)] ?? 0;
    },
    days: () => days,
  };
}
