/**
 * One day of the sample hall, told so that every page comes by in its main states. Pictures are
 * taken of it (`npm run screens`), and it is checked for accessibility (test/e2e). Nothing in it
 * is left to chance: the clock stands still between two sentences.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import type { TicketView } from '#protocol/views.ts';
import { testDay } from '../support/hall-hands.ts';
import { tellBoard } from './story-board.ts';
import { tellConsoles } from './story-consoles.ts';
import { tellDevices } from './story-devices.ts';
import { tellManager } from './story-manager.ts';
import { tellVoice } from './story-voice.ts';
import { lookAt, openPair, passTime, signedIn, stands, type Studio } from './studio.ts';

const sampleFile = fileURLToPath(
  new URL('../../server/hall-file/sample-hall.yaml', import.meta.url),
);

/** The sample hall, in which complaints run out of numbers. */
export function storyHall(): string {
  const customers = fileURLToPath(
    new URL('../../server/hall-file/sample-customers.csv', import.meta.url),
  );
  return readFileSync(sampleFile, 'utf8')
    .replace('customers: sample-customers.csv', `customers: '${customers}'`)
    .replace('    prefix: T\n', '    prefix: T\n    quotaPerDay: 2\n');
}

/** Before the doors open. */
export const storyStart = `${testDay}T08:20:00+08:00`;

const services = ['payment', 'new-line', 'broadband', 'move', 'enquiry', 'fault', 'terminal'];
const hubIsAway = [/./];

export async function tellStory(studio: Studio): Promise<void> {
  await beforeOpening(studio);
  const tickets = await aBusyMorning(studio);
  await atTheKiosk(studio);
  await callsAndScreens(studio);
  await overseen(studio);
  await tellConsoles(studio);
  await tellVoice(studio);
  // Its scenes hold the printer's answers still: they need pages whose time stands still as well.
  if (studio.still) await tellDevices(studio);
  await onThePhone(studio, tickets);
  await signsAtTheWindow(studio);
  const last = await theLastHour(studio);
  await tellManager(studio);
  await withoutTheHub(studio, last);
}

async function beforeOpening(studio: Studio): Promise<void> {
  await lookAt(studio, 'lobby', 'before-opening', 'section.first');
  await lookAt(studio, 'door', 'closed', 'h1');
  await lookAt(studio, 'kiosk', 'closed', 'ph-kiosk-note', { prepare: chooseLanguage });
  await lookAt(studio, 'window', 'closed', '.welcome');
  await lookAt(studio, 'console', 'sign-in', '#badge');
}

/** Some twenty customers came; five counters serve, one is away. Answers the tickets, in order. */
async function aBusyMorning({ hands }: Studio): Promise<readonly TicketView[]> {
  await hands.until('08:31');
  for (const counter of [1, 2, 3, 4, 5, 6]) {
    await hands.seat(String(counter), `100${String(counter)}`);
  }
  const tickets: TicketView[] = [];
  for (let each = 0; each < 22; each += 1) {
    const service = services[(each * 3) % services.length] ?? 'payment';
    const isSpecial = each % 9 === 4;
    tickets.push(await hands.ticket({ service, class: isSpecial ? 'special' : 'ordinary' }));
    await hands.later(14);
  }
  for (let each = 0; each < 2; each += 1) await hands.ticket({ service: 'complaint' });
  for (const counter of ['1', '2', '3']) await hands.serve(counter, 24);
  await hands.at('6', 'pause', { kind: 'absence', reason: '家里急事', minutes: 12 });
  for (const counter of ['1', '2', '3']) {
    await hands.call(counter);
    await hands.at(counter, 'start');
    await hands.later(20);
  }
  return tickets;
}

async function atTheKiosk(studio: Studio): Promise<void> {
  const kiosk = await openPair(studio, 'kiosk', { prepare: chooseLanguage });
  await kiosk.look('home', 'ph-service-tile .dots');
  await kiosk.each(async (page) => {
    await page.getByRole('button', { name: /投诉|Complaints/ }).click();
  });
  await kiosk.look('unavailable', 'ph-kiosk-reason');
  await kiosk.each((page) => page.getByRole('button', { name: /返回|Back/ }).click());
  await kiosk.each((page) => page.getByRole('radio', { name: /贵宾|VIP/ }).click());
  await kiosk.look('number', 'ph-kiosk-number');
  await kiosk.each((page) => page.getByRole('button', { name: /^返回$|^Back$/ }).click());
  await kiosk.each((page) => page.getByRole('button', { name: /大字版|Large text/ }).click());
  await kiosk.look('large', 'ph-service-tile');
  await kiosk.each((page) => page.getByRole('button', { name: /缴费|Payments/ }).click());
  await kiosk.look('large-who', 'ph-kiosk-who');
  await kiosk.each((page) => page.locator('ph-kiosk-who button').first().click());
  await kiosk.look('large-confirm', 'ph-kiosk-confirm');
  await kiosk.close();

  const taken = await openPair(studio, 'kiosk', { prepare: chooseLanguage });
  await taken.each(async (page) => {
    await page.getByRole('button', { name: /咨询|Enquiries/ }).click();
    await stands(studio, page, 'ph-kiosk-ticket ph-qr');
    // Ticket ids are drawn by lot; the code on the picture is not.
    await page.locator('ph-qr').evaluate((code) => {
      Reflect.set(code, 'value', 'http://192.168.1.20:8080/t/k3Qw9ZtB7nVx2LmPc5RsYd');
    });
  });
  await taken.look('ticket', 'ph-kiosk-ticket ph-qr');
  await taken.close();
}

/** The kiosk begins in the hall's first language, whatever the browser's. */
async function chooseLanguage(page: Page, language: 'zh' | 'en'): Promise<void> {
  await page.locator('ph-kiosk-foot button').first().waitFor();
  if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
}

async function callsAndScreens(studio: Studio): Promise<void> {
  const { hands } = studio;
  const window = await openPair(studio, 'window', { path: '/display/window/5' });
  await window.look('welcome', '.welcome');
  const lobby = await openPair(studio, 'lobby');
  await lobby.each((page) => stands(studio, page, 'ph-lobby-counters'));
  await hands.call('5');
  await lobby.look('call', 'section.takeover');
  await window.look('called', '.lit');
  await lobby.close();
  await lookAt(studio, 'lobby', 'calm', '.newest');
  await lookAt(studio, 'lobby', 'portrait', '.newest', {
    size: { width: 1080, height: 1920 },
    languages: ['zh'],
  });
  await hands.later(35);
  await hands.at('5', 'start');
  await window.look('serving', 'main.serving');
  await window.close();
  await lookAt(studio, 'window', 'away', 'ph-sign', { path: '/display/window/6' });
  await lookAt(studio, 'door', 'open', '.disc.lit');
}

async function onThePhone(studio: Studio, tickets: readonly TicketView[]): Promise<void> {
  const { hub, hands } = studio;
  const states = await Promise.all(
    tickets.map(({ id }) => hub.get<TicketView>(`/api/tickets/${id}`)),
  );
  const waiting = states.filter(({ state }) => state === 'waiting').toSorted(byAhead);
  const mine = waiting.find(({ ahead }) => ahead >= 4) ?? waiting.at(-1);
  const leaving = waiting.at(-1);
  const serving = states.find(({ state }) => state === 'serving');
  if (mine === undefined || leaving === undefined || serving === undefined) {
    throw new Error('the story has nobody left to tell of');
  }
  await lookAt(studio, 'phone', 'waiting', 'ph-queue-line', { path: `/t/${mine.id}` });

  // Somebody who is called, does not come, and comes back.
  const called = await hub.post<{ ticket: TicketView }>(
    '/api/counters/1/call',
    {},
    await hands.token('1007'),
  );
  const path = `/t/${called.ticket.id}`;
  await lookAt(studio, 'phone', 'called', '.called', { path });
  for (let again = 0; again < 2; again += 1) {
    await hands.later(31);
    await hands.at('1', 'recall');
  }
  await hands.later(31);
  await hands.at('1', 'no-show');
  await lookAt(studio, 'phone', 'missed', 'h1', { path });

  await lookAt(studio, 'phone', 'serving', 'h1', { path: `/t/${serving.id}` });
  const at = serving.counter ?? '';
  await hands.at(at, 'park', { missing: ['户主身份证', '委托书'] });
  await lookAt(studio, 'phone', 'papers-missing', 'h1', { path: `/t/${serving.id}` });

  const next = await hub.post<{ ticket: TicketView }>(
    `/api/counters/${at}/call`,
    {},
    await hands.token(`100${at}`),
  );
  await hands.at(at, 'start');
  await hands.later(95);
  await hands.at(at, 'finish');
  await lookAt(studio, 'phone', 'done', 'ph-rating', { path: `/t/${next.ticket.id}` });
  const rating = await openPair(studio, 'window', { path: `/display/window/${at}` });
  await rating.look('rating', 'ph-rating');
  await rating.close();

  await hub.post(`/api/tickets/${leaving.id}/cancel`);
  await lookAt(studio, 'phone', 'cancelled', 'h1', { path: `/t/${leaving.id}` });
  await lookAt(studio, 'phone', 'unknown', 'h1', {
    path: '/t/nobodys-0000000000000000',
    tolerate: [/404 .*nobodys/],
  });
}

function byAhead(one: TicketView, other: TicketView): number {
  return one.ahead - other.ahead;
}

async function signsAtTheWindow(studio: Studio): Promise<void> {
  const { hands } = studio;
  const override = { reason: '设备检修', badge: '9001', pin: hands.pin('9001') };
  await hands.at('1', 'pause', { kind: 'routine', reason: '设备要看一下', minutes: 15, override });
  await lookAt(studio, 'window', 'paused', 'ph-sign');
  await hands.at('1', 'resume');
}

async function overseen(studio: Studio): Promise<void> {
  const { hub, hands } = studio;
  const supervisor = await openPair(studio, 'supervisor', { prepare: signedIn(studio, '9001') });
  await supervisor.look('board', 'ph-alerts');
  await supervisor.each((page) =>
    page
      .getByRole('button', { name: /取号开着|Numbers are given/ })
      .first()
      .click(),
  );
  await supervisor.look('intake', 'ph-intake-sheet h2');
  await supervisor.close();
  await lookAt(studio, 'supervisor', 'phone', 'ph-alerts', {
    size: { width: 390, height: 844 },
    prepare: signedIn(studio, '9001'),
  });
  await lookAt(studio, 'start', 'training', '.side tbody td');
  await tellBoard(studio);

  const token = await hands.token('9001');
  const reason = '系统切换，约 10 分钟';
  const override = { reason: '系统切换' };
  await hub.post('/api/hall/intake', { state: 'closed', reason, override }, token);
  await lookAt(studio, 'kiosk', 'held', 'ph-kiosk-note', { prepare: chooseLanguage });
  await hub.post('/api/hall/intake', { state: 'open', reason: '切换好了' }, token);
}

/** Everybody is served; a few come late. Answers the last one's ticket. */
async function theLastHour(studio: Studio): Promise<TicketView> {
  const { hands } = studio;
  await hands.at('6', 'resume');
  for (const { counter, state } of (await hands.lobby()).counters) {
    if (state === 'serving') await hands.at(counter, 'finish');
  }
  for (const counter of ['1', '2', '4', '6', '5', '3']) {
    while ((await hands.serve(counter, 30)) !== null);
  }
  await hands.until('18:02');
  let last = await hands.ticket({ service: 'move' });
  for (let each = 0; each < 8; each += 1) {
    await hands.later(40);
    last = await hands.ticket({ service: services[each % services.length] ?? 'payment' });
  }
  for (const counter of ['1', '4']) {
    await hands.call(counter);
    await hands.at(counter, 'start');
  }
  await hands.until('18:16');
  await lookAt(studio, 'lobby', 'closing', '.newest');
  await lookAt(studio, 'kiosk', 'closing', 'ph-service-tile', { prepare: chooseLanguage });
  await lookAt(studio, 'door', 'closing', '.disc.lit');
  await hands.until('18:31');
  await lookAt(studio, 'lobby', 'serving-out', '.newest');
  await lookAt(studio, 'kiosk', 'serving-out', 'ph-kiosk-note', { prepare: chooseLanguage });
  return last;
}

async function withoutTheHub(studio: Studio, ticket: TicketView): Promise<void> {
  const { hub } = studio;
  const pairs = {
    lobby: await openPair(studio, 'lobby'),
    window: await openPair(studio, 'window'),
    door: await openPair(studio, 'door'),
    kiosk: await openPair(studio, 'kiosk', { prepare: chooseLanguage }),
    phone: await openPair(studio, 'phone', { path: `/t/${ticket.id}` }),
    console: await openPair(studio, 'console', { prepare: signedIn(studio, '1007') }),
    supervisor: await openPair(studio, 'supervisor', { prepare: signedIn(studio, '9001') }),
    start: await openPair(studio, 'start'),
  };
  await pairs.lobby.each((page) => stands(studio, page, '.newest'));
  await pairs.window.each((page) => stands(studio, page, 'main.serving'));
  await pairs.door.each((page) => stands(studio, page, 'h1'));
  await pairs.kiosk.each((page) => stands(studio, page, 'ph-kiosk-note'));
  await pairs.phone.each((page) => stands(studio, page, 'ph-ticket-number'));
  await pairs.console.each((page) => stands(studio, page, 'ph-pad'));
  await pairs.supervisor.each((page) => stands(studio, page, 'ph-alerts'));
  await pairs.start.each((page) => stands(studio, page, '.side tbody td'));
  for (const pair of Object.values(pairs)) pair.tolerate(...hubIsAway);
  await hub.kill();
  await pairs.kiosk.each((page) => passTime(studio, page, 3_000));
  await pairs.lobby.look('offline', 'main.not-live');
  await pairs.window.look('offline', 'ph-message-band');
  await pairs.door.look('offline', 'ph-message-band');
  await pairs.kiosk.look('offline', 'ph-kiosk-note');
  await pairs.phone.look('offline', '.page');
  await pairs.console.look('offline', 'ph-message-band');
  await pairs.supervisor.look('offline', 'ph-message-band');
  await pairs.start.look('offline', '.note');
  for (const pair of Object.values(pairs)) await pair.close();
}
