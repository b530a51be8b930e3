import { describe, expect, it } from 'vitest';
import { counterStates, hallStates, ticketStates } from '#core/vocabulary.ts';
import { promiseParts } from '#ui/elements/promise-parts.ts';
import { qrPath, quietModules } from '#ui/elements/qr-path.ts';
import { queueDots } from '#ui/elements/queue-dots.ts';
import { shortestWay } from '#ui/elements/shortest-way.ts';
import { counterMarks, hallMarks, ticketMarks } from '#ui/elements/state-marks.ts';
import { phrased } from '#ui/phrased.ts';

describe('queueDots', () => {
  it('draws twelve people and counts the others', () => {
    expect([0, 1, 12, 13, 40].map((ahead) => queueDots(ahead))).toEqual([
      { dots: 0, more: 0 },
      { dots: 1, more: 0 },
      { dots: 12, more: 0 },
      { dots: 12, more: 1 },
      { dots: 12, more: 28 },
    ]);
  });

  it('keeps to a smaller place, and takes nonsense for nobody', () => {
    expect(queueDots(7, 5)).toEqual({ dots: 5, more: 2 });
    expect([-1, NaN, Infinity].map((ahead) => queueDots(ahead).dots)).toEqual([0, 0, 0]);
    expect(queueDots(3.9)).toEqual({ dots: 3, more: 0 });
  });
});

describe('promiseParts', () => {
  const parts = (waitedSeconds: number, serviceSeconds: number | null) =>
    promiseParts({ waitedSeconds, serviceSeconds, promiseSeconds: 600, nearSeconds: 120 });

  it('is in time, near or broken by what is left', () => {
    expect(parts(200, null)).toMatchObject({ state: 'in-time', leftSeconds: 400 });
    expect(parts(300, 181)).toMatchObject({ state: 'near', leftSeconds: 119 });
    expect(parts(300, 300)).toMatchObject({ state: 'near', leftSeconds: 0 });
    expect(parts(400, 201)).toMatchObject({ state: 'broken', leftSeconds: -1, left: 0 });
  });

  it('always fills its bar', () => {
    for (const [waited, service] of [
      [0, null],
      [300, 100],
      [900, 300],
    ] as const) {
      const { waited: a, service: b, left: c } = parts(waited, service);
      expect(a + b + c).toBeCloseTo(1, 10);
    }
  });
});

describe('shortestWay', () => {
  it('is the first of the shortest lines', () => {
    expect(shortestWay([{ waiting: 2 }, { waiting: 1 }, { waiting: 1 }])).toBe(1);
    expect(shortestWay([])).toBe(-1);
  });
});

describe('state marks', () => {
  it('differ between all states of a counter, and of a ticket', () => {
    expect(new Set(counterStates.map((state) => counterMarks[state])).size).toBe(
      counterStates.length,
    );
    expect(new Set(ticketStates.map((state) => ticketMarks[state])).size).toBe(ticketStates.length);
    expect(hallStates.every((state) => hallMarks[state].length > 0)).toBe(true);
  });
});

describe('phrased', () => {
  it('holds figures and their words together, and lets Chinese words part', () => {
    expect(phrased('请到 2 号或 5 号。')).toBe('请到\u00a02\u00a0号或\u00a05\u00a0号。');
    expect(phrased('老人 孕妇 残疾人')).toBe('老人 孕妇 残疾人');
    expect(phrased('Please use 2 or 5.')).toBe('Please use 2 or 5.');
  });
});

describe('qrPath', () => {
  it('keeps the quiet zone and begins with the finder of the first row', () => {
    const { side, path } = qrPath('http://192.168.1.20:8080/t/8f3k2m9q');
    expect((side - 2 * quietModules - 17) % 4).toBe(0);
    expect(path.startsWith(`M${quietModules} ${quietModules}h7v1H${quietModules}z`)).toBe(true);
  });

  it('draws exactly the dark modules', async () => {
    const { create } = await import('qrcode');
    const { modules } = create('A027', { errorCorrectionLevel: 'M' });
    const dark = [...modules.data].filter((module) => module !== 0).length;
    const drawn = [...qrPath('A027').path.matchAll(/h(\d+)/g)].reduce(
      (sum, [, length]) => sum + Number(length),
      0,
    );
    expect(drawn).toBe(dark);
  });
});
