import { describe, expect, it } from 'vitest';
import { readHallFile } from '#server/hall-file/read-hall-file.ts';
import { checkHours } from '#core/calendar/check-hours.ts';
import { configOf, sampleCustomers, sampleText } from './sample.ts';

describe('the sample hall', () => {
  const config = configOf(sampleText);

  it('has eight services, six counters, eight clerks, two supervisors, three classes', () => {
    expect(config.services.map(({ id, prefix, icon }) => [id, prefix, icon])).toEqual([
      ['payment', 'A', 'payment'],
      ['new-line', 'N', 'new-line'],
      ['broadband', 'C', 'broadband'],
      ['move', 'M', 'move'],
      ['enquiry', 'B', 'enquiry'],
      ['complaint', 'T', 'complaint'],
      ['fault', 'G', 'fault'],
      ['terminal', 'P', 'terminal'],
    ]);
    expect(config.counters.map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(config.counters.every(({ place }) => place !== null)).toBe(true);
    expect(config.staff.filter(({ role }) => role === 'clerk')).toHaveLength(8);
    expect(config.staff.filter(({ role }) => role === 'supervisor')).toHaveLength(2);
    expect(config.classes.map(({ id, needsCustomer }) => [id, needsCustomer])).toEqual([
      ['ordinary', false],
      ['special', false],
      ['vip', true],
    ]);
  });

  it('[posted-notices] posts tariffs, promise, service idea and the first-asked rule', () => {
    const ids = config.notices.map(({ id }) => id);
    expect(ids).toEqual(['lunch', 'priority', 'first-asked', 'tariffs', 'promise', 'service-idea']);
  });

  it('[open-every-day] is open every day for ten hours', () => {
    expect(checkHours(config.hours, config.policy)).toEqual([]);
  });

  it('any service is served by two counters at least, so that a counter may hand over', () => {
    for (const { id } of config.services) {
      const serving = config.counters.filter(
        ({ services }) => services.includes(id) || services.includes('*'),
      );
      expect(serving.length, id).toBeGreaterThanOrEqual(2);
    }
  });

  it('every service tells what to bring', () => {
    expect(config.services.every(({ papers }) => papers.length > 0)).toBe(true);
  });

  it('guards ordinary customers from being forgotten', () => {
    expect(config.discipline).toEqual({ kind: 'strict' });
    expect(config.guards).toEqual({
      maxConsecutivePriority: 3,
      maxWaitMinutes: { ordinary: 20 },
    });
  });

  it('its list of customers is read without a problem', () => {
    const result = readHallFile(sampleText, { customersText: sampleCustomers });
    expect(result.ok && result.customersPath).toBe('sample-customers.csv');
    const customers = result.ok ? result.customers : null;
    expect(customers?.problems).toEqual([]);
    expect(customers?.customers).toHaveLength(10);
    expect(customers?.customers[0]).toMatchObject({ key: '10000000001', class: 'vip' });
  });
});
