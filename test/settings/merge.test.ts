import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differencesOf, isSame } from '#server/settings/differences.ts';
import { merge } from '#server/settings/merge.ts';
import { toSettings } from '#server/settings/to-settings.ts';
import { testConfig } from '#test/support/hall-config.ts';
import { anyConfig } from './any-config.ts';

const settings = toSettings(testConfig);
const anySettings = anyConfig.map(toSettings);
const [payment, enquiry] = settings.services;
if (payment === undefined || enquiry === undefined) throw new Error('two services');
const renamed = { ...settings, hall: { ...settings.hall, hotline: '10086' } };

describe('differences', () => {
  it('name fields by their place, items of lists by their ids', () => {
    const after = {
      ...settings,
      hall: { ...settings.hall, hotline: undefined },
      services: [enquiry, { ...payment, prefix: 'P' }],
      counters: settings.counters.slice(1),
      notices: [{ id: 'new', text: { zh: '新', en: 'new' } }],
    };
    expect(differencesOf(settings, after)).toEqual([
      { place: ['hall', 'hotline'], kind: 'removed', before: '10050', after: undefined },
      { place: ['services', 'payment', 'prefix'], kind: 'changed', before: 'A', after: 'P' },
      {
        place: ['services'],
        kind: 'order',
        before: ['payment', 'enquiry'],
        after: ['enquiry', 'payment'],
      },
      { place: ['counters', '1'], kind: 'removed', before: settings.counters[0], after: undefined },
      {
        place: ['notices', 'new'],
        kind: 'added',
        before: undefined,
        after: { id: 'new', text: { zh: '新', en: 'new' } },
      },
    ]);
  });

  it('are none between two that are the same, and some between any others', () => {
    fc.assert(
      fc.property(anySettings, anySettings, (one, other) => {
        expect(differencesOf(one, structuredClone(one))).toEqual([]);
        expect(differencesOf(one, other).length === 0).toBe(isSame(one, other));
      }),
      { numRuns: 60 },
    );
  });

  it('keep two items of one name apart', () => {
    const twice = { ...settings, services: [payment, payment] };
    expect(differencesOf({ ...settings, services: [payment] }, twice)).toMatchObject([
      { place: ['services', '#2'], kind: 'added' },
    ]);
  });
});

describe('merging', () => {
  it('takes each change from whoever made it', () => {
    const theirs = { ...settings, services: [payment, { ...enquiry, prefix: 'E' }] };
    expect(merge(settings, renamed, theirs)).toEqual({
      settings: { ...renamed, services: theirs.services },
      conflicts: [],
    });
  });

  it('joins what both added, and the new order of one of them', () => {
    const mine = { ...settings, services: [payment, { ...payment, id: 'new-line' }, enquiry] };
    const theirs = { ...settings, services: [enquiry, payment, { ...payment, id: 'fault' }] };
    const { settings: both, conflicts } = merge(settings, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(both.services.map(({ id }) => id)).toEqual(['enquiry', 'payment', 'new-line', 'fault']);
  });

  it('tells both sides where both changed the same, also where one took it away', () => {
    const mine = {
      ...renamed,
      services: [{ ...payment, prefix: 'P' }, enquiry],
      counters: settings.counters.slice(1),
    };
    const [one, ...others] = settings.counters;
    const theirs = {
      ...settings,
      hall: { ...settings.hall, hotline: '10000' },
      services: [{ ...payment, prefix: 'K' }, enquiry],
      counters: [{ ...one, services: ['*'] }, ...others],
    } as typeof settings;
    const { settings: both, conflicts } = merge(settings, mine, theirs);
    expect(conflicts).toEqual([
      { place: ['hall', 'hotline'], base: '10050', mine: '10086', theirs: '10000' },
      { place: ['services', 'payment', 'prefix'], base: 'A', mine: 'P', theirs: 'K' },
      {
        place: ['counters', '1'],
        base: one,
        mine: undefined,
        theirs: { ...one, services: ['*'] },
      },
    ]);
    expect(both).toEqual(theirs);
  });

  it('tells where both put the same items into another order', () => {
    const three = [payment, enquiry, { ...payment, id: 'fault' }];
    const [a, b, c] = three;
    const base = { ...settings, services: three };
    const mine = { ...base, services: [b, a, c] } as typeof settings;
    const theirs = { ...base, services: [c, a, b] } as typeof settings;
    const { settings: both, conflicts } = merge(base, mine, theirs);
    expect(conflicts).toMatchObject([{ place: ['services'] }]);
    expect(both.services).toEqual(theirs.services);
  });

  it('with nothing changed on one side it is the other; with the same on both sides it is that', () => {
    fc.assert(
      fc.property(anySettings, anySettings, (base, other) => {
        expect(merge(base, other, base)).toEqual({ settings: other, conflicts: [] });
        expect(merge(base, base, other)).toEqual({ settings: other, conflicts: [] });
        expect(merge(base, other, other)).toEqual({ settings: other, conflicts: [] });
      }),
      { numRuns: 60 },
    );
  });

  it('loses nothing: what is in neither conflict nor merged differs in no field', () => {
    fc.assert(
      fc.property(anySettings, anySettings, anySettings, (base, mine, theirs) => {
        const { settings: both, conflicts } = merge(base, mine, theirs);
        const inConflict = (place: readonly string[]) =>
          conflicts.some((each) => {
            const length = Math.min(each.place.length, place.length);
            return each.place.slice(0, length).join('/') === place.slice(0, length).join('/');
          });
        const touched = new Set(differencesOf(base, mine).map(({ place }) => place.join('/')));
        for (const { place } of differencesOf(theirs, both)) {
          // What differs from theirs was changed by me.
          const own = [...touched].some(
            (each) => each.startsWith(place.join('/')) || place.join('/').startsWith(each),
          );
          expect(own || inConflict(place)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
