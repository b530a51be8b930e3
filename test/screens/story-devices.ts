/** The story's part of paper and devices: an agent speaks for them, as one beside a kiosk does. */
import type { Page } from 'playwright-core';
import { io } from 'socket.io-client';
import type { AgentView } from '#protocol/agent-view.ts';
import type { AttachedState } from '#core/vocabulary.ts';
import { ticketPictures } from './tickets.ts';
import { openPair, passTime, signedIn, stands, type SceneLanguage, type Studio } from './studio.ts';

const patienceMs = 15_000;

export async function tellDevices(studio: Studio): Promise<void> {
  const agent = await startAgent(studio);
  try {
    await agent.report('paper-out');
    await takeNumbers(studio, 'paper-out');
    await agent.report('ready');
    await agent.print('printed');
    await takeNumbers(studio, 'not-printed', () => agent.print('uncertain'));
    await agent.report('paper-out');
    await atTheDesk(studio);
  } finally {
    await agent.leave();
  }
  await emulated(studio);
}

/** A kiosk in each language takes a number; `then` is what becomes of the slips. */
async function takeNumbers(
  studio: Studio,
  state: string,
  then?: () => Promise<void>,
): Promise<void> {
  const kiosk = await openPair(studio, 'kiosk', {
    prepare: async (page, language) => {
      await page.locator('ph-kiosk-foot button').first().waitFor();
      if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
    },
  });
  await kiosk.each(async (page) => {
    await page.getByRole('button', { name: /咨询|Enquiries/ }).click();
    await stands(studio, page, 'ph-kiosk-ticket ph-qr');
    await page.locator('ph-qr').evaluate((code) => {
      Reflect.set(code, 'value', 'http://192.168.1.20:8080/t/k3Qw9ZtB7nVx2LmPc5RsYd');
    });
  });
  await then?.();
  await kiosk.look(state, 'ph-kiosk-ticket .photograph');
  await kiosk.close();
}

async function atTheDesk(studio: Studio): Promise<void> {
  const sign = 'ph-equipment .paper';
  const desk = await openPair(studio, 'supervisor', { prepare: signedIn(studio, '9001') });
  await desk.each(async (page) => {
    await stands(studio, page, sign);
    await equipmentInSight(page);
  });
  await desk.look('devices', sign);
  await desk.each(async (page) => {
    await page.evaluate(() => {
      location.hash = '#/paper';
    });
    await stands(studio, page, 'ph-paper');
  });
  await desk.look('paper', 'ph-paper');
  await desk.close();
  const phone = await openPair(studio, 'supervisor', {
    size: { width: 390, height: 844 },
    prepare: signedIn(studio, '9001'),
  });
  await phone.each(async (page) => {
    await stands(studio, page, sign);
    await equipmentInSight(page);
  });
  await phone.look('devices-phone', sign);
  await phone.close();
}

async function equipmentInSight(page: Page): Promise<void> {
  await page.locator('ph-equipment section').evaluate((section) => {
    section.scrollIntoView({ block: 'start' });
  });
}

/** The start page's own ticket and boards. Ids are drawn by lot: the paper on the picture is not. */
async function emulated(studio: Studio): Promise<void> {
  const papers = new Map(
    (await ticketPictures()).map(({ file, png }) => [file, png.toString('base64')]),
  );
  const start = await openPair(studio, 'start', {
    prepare: async (page: Page, language: SceneLanguage) => {
      const picture = `data:image/png;base64,${papers.get(`ticket-80-${language}.png`) ?? ''}`;
      await page.route('**/api/training/paper', async (route) => {
        const { paper } = (await (await route.fetch()).json()) as { paper: object };
        await route.fulfill({ json: { paper: { ...paper, picture } } });
      });
      await stands(studio, page, '.to-shelf');
      await page.locator('.to-shelf').click();
      await stands(studio, page, 'ph-device-shelf .paper img');
      await passTime(studio, page, 250);
      // It has grown since.
      await page.locator('ph-device-shelf').evaluate((shelf) => {
        shelf.scrollIntoView({ block: 'start' });
      });
    },
  });
  await start.look('devices', 'ph-device-shelf li img');
  await start.close();
}

async function startAgent({ hub, languages }: Studio) {
  const { token } = await hub.post<{ readonly token: string }>('/api/devices', {
    kind: 'hardware',
    name: '门口的电脑',
  });
  const socket = io(hub.origin, { auth: { token, protocol: 1 }, transports: ['websocket'] });
  let view: AgentView | null = null;
  const done = new Set<string>();
  socket.on('view', ({ data }: { data: AgentView }) => {
    view = data;
  });
  // Emitted once it is connected.
  await socket.timeout(patienceMs).emitWithAck('watch', { view: 'agent' });

  const report = (printer: AttachedState): Promise<unknown> =>
    hub.post(
      '/api/devices/attached',
      {
        devices: [
          { id: '门口打印机', kind: 'printer', state: printer },
          { id: '1 号显示牌', kind: 'board', state: 'ready', counter: '1' },
          {
            id: '2 号显示牌',
            kind: 'board',
            state: 'offline',
            counter: '2',
            detail: 'connect ECONNREFUSED 192.168.1.62:5200',
          },
          { id: '3 号评价器', kind: 'pad', state: 'ready', counter: '3' },
          { id: '门口读卡器', kind: 'reader', state: 'ready' },
        ],
      },
      token,
    );

  return {
    report,
    /** The paper of every kiosk, to this end. */
    async print(outcome: 'printed' | 'uncertain'): Promise<void> {
      const untilMs = performance.now() + patienceMs;
      const fresh = () => (view?.prints ?? []).filter(({ job }) => !done.has(job));
      while (fresh().length < languages.length) {
        if (performance.now() > untilMs) throw new Error('no paper is asked for');
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      for (const { job } of fresh()) {
        done.add(job);
        await hub.post('/api/prints', { job, outcome: 'sending' }, token);
        await hub.post('/api/prints', { job, outcome }, token);
      }
    },
    async leave(): Promise<void> {
      await hub.post('/api/devices/attached', { devices: [] }, token);
      socket.disconnect();
    },
  };
}
