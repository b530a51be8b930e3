/** Round numbers for an axis from 0: few, and the last one at or above the largest value. */
export function ticksTo(max: number, countMax = 5): readonly number[] {
  if (!(max > 0)) return [0, 1];
  const raw = max / countMax;
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 5, 10].find((each) => each * power >= raw) ?? 10;
  // People and counters come whole.
  const step = Math.max(factor * power, 1);
  const ticks = [0];
  while ((ticks.at(-1) ?? 0) < max) ticks.push((ticks.at(-1) ?? 0) + step);
  return ticks;
}

/** A straight scale: `from`…`to` of the value to `start`…`end` of the picture. */
export function scale(
  from: number,
  to: number,
  start: number,
  end: number,
): (value: number) => number {
  const length = to - from === 0 ? 1 : to - from;
  return (value) => start + ((value - from) / length) * (end - start);
}

/** Minutes of `08:30`. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** Full hours within a span of minutes, so many that their labels do not touch. */
export function hourMarks(fromMinute: number, toMinute: number, width: number): readonly number[] {
  const hours = (toMinute - fromMinute) / 60;
  const step = [1, 2, 3, 4, 6].find((each) => (width / Math.max(hours, 1)) * each >= 52) ?? 6;
  const first = Math.ceil(fromMinute / 60);
  const marks: number[] = [];
  for (let hour = first; hour * 60 <= toMinute; hour += 1) {
    if ((hour - first) % step === 0) marks.push(hour);
  }
  return marks;
}
