import { beforeEach, describe, expect, it } from 'vitest';
import { headOf } from '#kiosk/heads.ts';
import { printingOf } from '#kiosk/printing.ts';
import { freshVisit, ticketTaken } from '#kiosk/visit.ts';
import type { KioskPrinterView } from '#protocol/views.ts';
import { language } from '#ui/locale/index.ts';
import { kioskView, ticket } from './sample-view.ts';

beforeEach(() => {
  language.set('zh');
});

const here = { device: 'd-1', name: '取号机' };
const printer = (
  state: KioskPrinterView['state'],
  kiosk: string | null = null,
): KioskPrinterView => ({ printer: `a/${state}`, kiosk, state });

describe('what becomes of the slip', () => {
  it.each([
    ['none', []],
    ['on-paper', [printer('ready')]],
    ['on-paper', [printer('paper-low')]],
    ['no-paper', [printer('paper-out')]],
    ['not-printed', [printer('cover-open')]],
    ['not-printed', [printer('offline')]],
    ['not-printed', [printer('uncertain')]],
    // Another kiosk's printer is none of ours; our own goes before one for all.
    ['none', [printer('ready', 'd-2')]],
    ['no-paper', [printer('ready'), printer('paper-out', 'd-1')]],
    ['on-paper', [printer('paper-out'), printer('ready', '取号机')]],
    // Of two for all, one that works prints.
    ['on-paper', [printer('paper-out'), printer('ready')]],
  ] as const)('%s: %o', (printing, printers) => {
    expect(printingOf({ printers, unprinted: [] }, 'A001', here)).toBe(printing);
  });

  it('a slip in doubt is not printed, though the printer is well again', () => {
    const view = { printers: [printer('ready')], unprinted: ['A001'] };
    expect(printingOf(view, 'A001', here)).toBe('not-printed');
    expect(printingOf(view, 'A002', here)).toBe('on-paper');
  });

  it.each([
    ['none', '取好了，请拍下这个号'],
    ['on-paper', '取好了，请拿好小票'],
    ['no-paper', '小票纸用完了，请拍下这个号'],
    ['not-printed', '小票没打好，请拍下这个号'],
  ] as const)('%s: the head says %s', (printing, heading) => {
    const visit = ticketTaken(freshVisit, ticket);
    expect(headOf(visit, kioskView, Date.parse(kioskView.now), printing).heading).toBe(heading);
  });

  it('a number found again was printed earlier: nothing is said of a slip', () => {
    const visit = ticketTaken(freshVisit, ticket, true);
    expect(headOf(visit, kioskView, Date.parse(kioskView.now), 'no-paper').heading).toBe(
      '这是您的号',
    );
  });
});
