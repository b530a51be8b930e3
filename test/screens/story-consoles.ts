/** The story's part at the consoles: a customer is called and served, and a counter changes hands. */
import { lookAt, openPair, signedIn, stands, type Studio } from './studio.ts';

export async function tellConsoles(studio: Studio): Promise<void> {
  await lookAt(studio, 'console', 'floor', 'ph-floor .place', {
    prepare: signedIn(studio, '1008'),
  });
  await atTheDesk(studio);
  await changingHands(studio);
}

async function atTheDesk(studio: Studio): Promise<void> {
  const { hands } = studio;
  const console = await openPair(studio, 'console', { prepare: signedIn(studio, '1004') });
  await console.look('idle', 'ph-pad button.lit');
  await console.each((page) => page.keyboard.press('1'));
  await console.look('refused', 'ph-console ph-refusal');
  await console.each((page) => page.keyboard.press('Escape'));
  await hands.call('4');
  await hands.later(12);
  await console.look('called', 'ph-pad button[data-key=start]:not([aria-disabled])');
  await hands.at('4', 'start');
  await hands.later(75);
  await console.look('serving', 'ph-pad button[data-key=finish]:not([aria-disabled])');
  await console.each((page) => page.locator('ph-pad button[data-key=transfer]').click());
  await console.look('transfer', 'ph-transfer-dialog h2');
  await console.each((page) => page.keyboard.press('Escape'));
  await console.each((page) => page.locator('ph-pad button[data-key=park]').click());
  await console.look('park', 'ph-park-dialog h2');
  await console.close();
  await lookAt(studio, 'console', 'serving-dark', 'ph-pad button.lit', {
    prepare: signedIn(studio, '1004'),
    dark: true,
    languages: ['zh'],
  });
  await hands.at('4', 'finish');
}

async function changingHands(studio: Studio): Promise<void> {
  const { hub, hands } = studio;
  const console = await openPair(studio, 'console', { prepare: signedIn(studio, '1001') });
  await console.each((page) => stands(studio, page, 'ph-pad'));
  await hands.at('1', 'finish');
  await console.each(async (page) => {
    await stands(studio, page, 'ph-pad button[data-key=handover]:not([aria-disabled])');
    await page.locator('ph-pad button[data-key=handover]').click();
  });
  await console.look('handover-ask', 'ph-handover-dialog h2');
  await console.each((page) => page.keyboard.press('Escape'));
  const record = {
    equipment: '打印机缺纸，已报修',
    hardCases: '宽带投诉一件，明天回电',
    staffChanges: '没有',
    followUps: ['王先生，宽带移机，明天上午回电'],
  };
  await hands.at('1', 'handover', { to: '1007', record });
  await hands.later(80);
  await console.each(async (page) => {
    await stands(studio, page, 'ph-pad button[data-key=next]:not([aria-disabled])');
    if (await page.locator('ph-handover-sheet h2').filter({ visible: true }).count()) return;
    await page.locator('ph-pad button[data-key=next]').click();
  });
  await console.look('handover', 'ph-handover-sheet h2');
  await console.close();
  await lookAt(studio, 'window', 'handover', 'ph-sign', { path: '/display/window/1' });
  const incoming = await hands.token('1007');
  await hub.post('/api/counters/1/handover/complete', { record }, incoming);
  hands.sits('1', '1007');
}
