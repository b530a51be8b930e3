import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEscposAnswers } from '#hardware/printers/wire/escpos-answers.ts';
import { statusOf, statusOfReport } from '#hardware/printers/wire/escpos-status.ts';
import {
  createStarAnswers,
  etbsOfStar,
  statusOfStar,
} from '#hardware/printers/wire/star-answers.ts';

function heard(...pieces: Uint8Array[]) {
  const got: string[] = [];
  const answers = createEscposAnswers({
    realTime: (byte) => got.push(`real ${byte.toString(16)}`),
    queued: (byte) => got.push(`queued ${byte.toString(16)}`),
    automatic: (frame) => got.push(`auto ${Buffer.from(frame).toString('hex')}`),
  });
  for (const piece of pieces) answers.push(piece);
  return { got, dropped: answers.dropped };
}

/** Paper end: DLE EOT 1, an automatic status, GS r, XOFF, XON, GS I, DLE EOT 4. */
const stream = Buffer.from('1a' + '18000f00' + '0c' + '1311' + '5f5041494800' + '7e', 'hex');
const all = ['real 1a', 'auto 18000f00', 'queued c', 'real 7e'];

describe('what a printer answers', () => {
  it('is told apart by its fixed bits', () => {
    expect(heard(stream)).toEqual({ got: all, dropped: 0 });
  });

  it('wherever a read ends', () => {
    for (let at = 0; at <= stream.length; at += 1) {
      expect(heard(stream.subarray(0, at), stream.subarray(at)).got).toEqual(all);
    }
    expect(heard(...Array.from(stream, (byte) => Uint8Array.of(byte))).got).toEqual(all);
  });

  it('an answer at once may come in the middle of a report', () => {
    expect(heard(Buffer.from('180012' + '0f00', 'hex')).got).toEqual(['real 12', 'auto 18000f00']);
  });

  it('noise is counted and nothing is thrown', () => {
    expect(heard(Buffer.from('a5ffe89612', 'hex'))).toEqual({ got: ['real 12'], dropped: 4 });
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 8 }), (pieces) => {
        const whole = heard(Buffer.concat(pieces));
        expect(heard(...pieces)).toEqual(whole);
      }),
    );
  });
});

/** The table of the reference, 2.1. */
describe('what the answers mean', () => {
  it.each([
    ['12121212', 'ready', null],
    ['1212121e', 'paper-low', null],
    ['12121216', 'paper-low', null], // some models set one bit of the pair
    ['1a32127e', 'paper-out', null],
    ['12121252', 'paper-out', null],
    ['1a161212', 'cover-open', null],
    ['1a521a12', 'offline', 'the cutter is jammed'],
    ['1a523212', 'offline', 'an error that needs service'],
    ['1a525212', 'offline', 'too hot, recovers by itself'],
    ['1a121212', 'offline', 'the printer says it is offline'],
  ])('%s: %s', (bytes, state, detail) => {
    const [printer = 0, offline = 0, error = 0, paper = 0] = Buffer.from(bytes, 'hex');
    expect(statusOf({ printer, offline, error, paper })).toEqual({ state, detail });
  });

  it('a model that knows only 1 and 4 is understood', () => {
    const none = { offline: null, error: null };
    expect(statusOf({ ...none, printer: 0x12, paper: 0x12 }).state).toBe('ready');
    expect(statusOf({ ...none, printer: 0x1a, paper: 0x7e }).state).toBe('paper-out');
  });

  it.each([
    ['10000000', 'ready'],
    ['10000300', 'paper-low'],
    ['18000f00', 'paper-out'],
    ['38000000', 'cover-open'],
    ['18080000', 'offline'],
  ])('a report %s: %s', (bytes, state) => {
    expect(statusOfReport([...Buffer.from(bytes, 'hex')]).state).toBe(state);
  });
});

describe('Star', () => {
  const frame = (own: Readonly<Record<number, number>> = {}) =>
    Uint8Array.from({ length: 9 }, (_, at) => ({ 0: 0x23, 1: 0x06, ...own })[at] ?? 0);

  it.each([
    [{}, 'ready'],
    [{ 2: 0x20 }, 'cover-open'],
    [{ 5: 0x08 }, 'paper-out'],
    [{ 5: 0x04 }, 'paper-low'],
    [{ 3: 0x08 }, 'offline'],
    [{ 2: 0x08 }, 'offline'],
  ])('%o: %s, wherever a read ends', (own, state) => {
    const bytes = frame(own);
    for (let at = 0; at <= bytes.length; at += 1) {
      const got: string[] = [];
      const answers = createStarAnswers((each) => got.push(statusOfStar(each).state));
      answers.push(bytes.subarray(0, at));
      answers.push(bytes.subarray(at));
      expect(got).toEqual([state]);
    }
  });

  it('a network says how much follows; what follows is no frame of its own', () => {
    const framed = [
      ...[...frame({ 1: 0x86, 2: 0x20 }), 0x00, 0x00],
      ...[...frame({ 1: 0x86 }), 0x00, 0x03, 0x23, 0x06, 0x3b],
      ...frame({ 5: 0x08 }),
    ];
    for (let at = 0; at <= framed.length; at += 1) {
      const got: string[] = [];
      const answers = createStarAnswers((each) => got.push(statusOfStar(each).state));
      answers.push(Uint8Array.from(framed.slice(0, at)));
      answers.push(Uint8Array.from(framed.slice(at)));
      expect(got).toEqual(['cover-open', 'ready', 'paper-out']);
      expect(answers.dropped).toBe(0);
    }
  });

  it.each([
    [0x00, 0],
    [0x02, 1],
    [0x0e, 7],
    [0x20, 8],
    [0x6e, 31],
  ])('counts ETBs in five bits: %i is %i', (byte, count) => {
    expect(etbsOfStar([...frame({ 7: byte })])).toBe(count);
    expect(etbsOfStar([...frame()].slice(0, 7))).toBeNull();
  });

  it('noise is counted and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        let frames = 0;
        const answers = createStarAnswers(({ length }) => (frames += length));
        answers.push(bytes);
        expect(answers.dropped + frames).toBeLessThanOrEqual(bytes.length);
      }),
    );
  });
});
