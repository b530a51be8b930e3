import { describe, expect, it } from 'vitest';
import {
  asOrdinary,
  chooseClass,
  chooseService,
  customerFound,
  freshVisit,
  goBack,
  isFresh,
  isLongWait,
  otherService,
  servicesPage,
  ticketTaken,
  type Visit,
} from '#kiosk/visit.ts';
import { kioskView, quotaReached, service, ticket } from './sample-view.ts';

const large: Visit = { ...freshVisit, large: true };
const found = { reference: 'r1', masked: '138****8000', class: 'vip' };

describe('usual text', () => {
  it('one touch on a service takes its number', () => {
    expect(chooseService(freshVisit, kioskView, 'payment')).toEqual({
      visit: freshVisit,
      take: 'payment',
    });
  });

  it('a long wait is told before a number is taken', () => {
    const step = chooseService(freshVisit, kioskView, 'broadband');
    expect(step.take).toBeNull();
    expect(step.visit.screen).toEqual({ at: 'confirm', service: 'broadband' });
  });

  it('a service without numbers leads to its reason and takes none', () => {
    const step = chooseService(freshVisit, kioskView, 'terminal');
    expect(step).toMatchObject({ take: null, visit: { screen: { at: 'reason' } } });
  });

  it('a service that has just gone from the view leads home', () => {
    const step = chooseService(freshVisit, kioskView, 'gone');
    expect(step).toEqual({ take: null, visit: freshVisit });
  });

  it('a class is chosen at one touch, and the default one is no choice', () => {
    const special = chooseClass(freshVisit, kioskView, 'special').visit;
    expect(special).toMatchObject({ class: 'special', screen: { at: 'home' } });
    expect(chooseClass(special, kioskView, 'ordinary').visit).toEqual(freshVisit);
  });

  it('a class that needs a number asks for it and is not chosen before', () => {
    const asked = chooseClass(freshVisit, kioskView, 'vip').visit;
    expect(asked).toMatchObject({ class: '', screen: { at: 'number', class: 'vip' } });
    const known = customerFound(asked, kioskView, found).visit;
    expect(known).toMatchObject({ class: 'vip', screen: { at: 'home' } });
    expect(known.customer).toEqual({ reference: 'r1', masked: '138****8000' });
    expect(chooseService(known, kioskView, 'payment').take).toBe('payment');
  });

  it('the list’s class counts, not the one that was touched', () => {
    const asked = chooseClass(freshVisit, kioskView, 'vip').visit;
    const known = customerFound(asked, kioskView, { ...found, class: 'special' }).visit;
    expect(known.class).toBe('special');
  });

  it('choosing another class forgets the customer', () => {
    const asked = chooseClass(freshVisit, kioskView, 'vip').visit;
    const known = customerFound(asked, kioskView, found).visit;
    expect(chooseClass(known, kioskView, 'special').visit.customer).toBeNull();
    expect(chooseClass(known, kioskView, 'vip').visit).toEqual(known);
  });

  it('an answer that comes when the customer has gone back changes nothing', () => {
    expect(customerFound(freshVisit, kioskView, found)).toEqual({ visit: freshVisit, take: null });
  });
});

describe('large text', () => {
  it('asks one question a screen: service, class, number, confirmation', () => {
    const who = chooseService(large, kioskView, 'payment').visit;
    expect(who.screen).toEqual({ at: 'who', service: 'payment' });
    const number = chooseClass(who, kioskView, 'vip').visit;
    expect(number.screen).toEqual({ at: 'number', class: 'vip', service: 'payment' });
    const step = customerFound(number, kioskView, found);
    expect(step.take).toBeNull();
    expect(step.visit.screen).toEqual({ at: 'confirm', service: 'payment' });
  });

  it('goes on with the ordinary class where a number is not on the list', () => {
    const who = chooseService(large, kioskView, 'payment').visit;
    const number = chooseClass(who, kioskView, 'vip').visit;
    const { visit } = asOrdinary(number, kioskView);
    expect(visit).toMatchObject({ class: '', screen: { at: 'confirm', service: 'payment' } });
  });

  it('goes back from the number to the class, and from there home', () => {
    const who = chooseService(large, kioskView, 'payment').visit;
    const number = chooseClass(who, kioskView, 'vip').visit;
    expect(goBack(number).screen).toEqual({ at: 'who', service: 'payment' });
    expect(goBack(goBack(number)).screen).toEqual({ at: 'home' });
  });

  it('asks for no class where the hall has one', () => {
    const single = { ...kioskView, classes: kioskView.classes.slice(0, 1) };
    const { visit } = chooseService(large, single, 'payment');
    expect(visit.screen).toEqual({ at: 'confirm', service: 'payment' });
  });
});

describe('what is worth a reset', () => {
  it('is anything that was touched', () => {
    expect(isFresh(freshVisit)).toBe(true);
    for (const touched of [
      large,
      { ...freshVisit, class: 'special' },
      { ...freshVisit, page: 1 },
      { ...freshVisit, customer: { reference: 'r1', masked: '' } },
      ticketTaken(freshVisit, ticket),
    ]) {
      expect(isFresh(touched)).toBe(false);
    }
  });
});

describe('long waits', () => {
  it.each([
    [{ waiting: 3, estimate: { p50Seconds: 1199, p90Seconds: 4000 } }, false],
    [{ waiting: 3, estimate: { p50Seconds: 1200, p90Seconds: 1300 } }, true],
    [{ waiting: 14, estimate: null }, false],
    [{ waiting: 15, estimate: null }, true],
  ])('%j: %s', (facts, expected) => {
    expect(isLongWait(facts)).toBe(expected);
  });
});

describe('pages of services', () => {
  const services = Array.from({ length: 8 }, (_, index) => service(`s${index}`));

  it('five rows and the others, and back to the first', () => {
    const first = servicesPage(services, 0, 5);
    expect(first).toMatchObject({ others: 3, isFirst: true });
    expect(first.shown.map(({ id }) => id)).toEqual(['s0', 's1', 's2', 's3', 's4']);
    const second = servicesPage(services, 1, 5);
    expect(second).toMatchObject({ others: 5, isFirst: false });
    expect(second.shown.map(({ id }) => id)).toEqual(['s5', 's6', 's7']);
    expect(servicesPage(services, 2, 5)).toEqual(first);
  });

  it('one more than a page takes the place of the way to it', () => {
    expect(servicesPage(services.slice(0, 6), 0, 5)).toMatchObject({ others: 0, isFirst: true });
    expect(servicesPage([], 0, 5)).toMatchObject({ shown: [], others: 0 });
  });

  it('no service is on two pages, none on no page', () => {
    for (let count = 0; count < 40; count++) {
      const all = Array.from({ length: count }, (_, index) => service(`s${index}`));
      const pages = servicesPage(all, 0, 5).others === 0 ? 1 : Math.ceil(count / 5);
      const seen = Array.from({ length: pages }, (_, page) => servicesPage(all, page, 5).shown);
      expect(seen.flat()).toEqual(all);
    }
  });
});

describe('another way', () => {
  it('is advice where the hall gives some', () => {
    expect(otherService(kioskView, 'terminal')?.id).toBe('enquiry');
  });

  it('else the shortest line that is open, never the same service', () => {
    const view = {
      services: [service('a', { waiting: 3 }), service('b', { waiting: 1 }), service('c')],
    };
    expect(otherService({ ...kioskView, ...view }, 'c')?.id).toBe('b');
    const shut = { services: [service('a', quotaReached), service('b')] };
    expect(otherService({ ...kioskView, ...shut }, 'b')).toBeNull();
  });
});
