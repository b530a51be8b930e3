import { describe, expect, it } from 'vitest';
import { seatsMax, seatsOf } from '#ui/start/floor-model.ts';
import { floorPaths } from '#ui/start/floor-paths.ts';

describe('the floor plan of the start page', () => {
  it('seats everybody who waits, from the front', () => {
    const { seats, more } = seatsOf(3, false);
    expect(seats.map(({ taken }) => taken).slice(0, 5)).toEqual([true, true, true, false, false]);
    expect(seats).toHaveLength(seatsMax);
    expect(more).toBe(0);
  });

  it('lights the first seat for whoever has just been called, and counts them apart', () => {
    const { seats } = seatsOf(2, true);
    expect(seats[0]).toEqual({ taken: false, lit: true });
    expect(seats.filter(({ taken }) => taken)).toHaveLength(2);
  });

  it('counts those who find no seat', () => {
    expect(seatsOf(40, false).more).toBe(40 - seatsMax);
    expect(seatsOf(40, true).more).toBe(40 - seatsMax + 1);
    expect(seatsOf(-1, false).more).toBe(0);
  });

  it('draws ways only between places that are there and in their order', () => {
    const box = (x: number, y: number) => ({ x, y, width: 100, height: 50 });
    const all = {
      door: box(40, 600),
      kiosk: box(20, 400),
      seat: box(300, 400),
      counter: box(400, 10),
    };
    expect(floorPaths(all)).toHaveLength(3);
    expect(floorPaths({ ...all, counter: null })).toHaveLength(2);
    expect(floorPaths({ door: null, kiosk: null, seat: null, counter: null })).toEqual([]);
    // Stacked on a phone: the seats are below the kiosk, and nothing leads backwards.
    expect(floorPaths({ ...all, seat: box(20, 500), counter: null })).toHaveLength(1);
    expect(floorPaths(all)[2]).toMatch(/^M350\.0 386\.0 C/);
  });
});
