import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  describeWithRecordedDays,
  hasRecordedDays,
  recordedDays,
  recordedDaysFolder,
} from './recorded-days.ts';

describe('the recorded days', () => {
  it('are looked for beside the project, or where PAIHAO_DATA says', () => {
    const place = process.env.PAIHAO_DATA ?? 'shared/data';
    expect(recordedDaysFolder.replaceAll('\\', '/').endsWith(place)).toBe(true);
    expect(recordedDays('a.csv').startsWith(recordedDaysFolder)).toBe(true);
  });
});

describeWithRecordedDays('a recorded day', () => {
  it.each(['bank1999', 'clinic2019', 'station2022'])('%s has a header and lines', (name) => {
    expect(hasRecordedDays).toBe(true);
    const [header = '', ...lines] = readFileSync(recordedDays(`${name}.csv`), 'utf8').split('\n');
    expect(header.split(',').length).toBeGreaterThan(3);
    expect(lines.length).toBeGreaterThan(100);
  });
});
