import { describe, expect, it } from 'vitest';
import { monday, openHall } from './given.ts';
import { livedDay } from './lived-day.ts';
import { alertsOf, board, desk, record } from './see.ts';

describe('console', () => {
  it('[vip-first] [special-needs-first] the next ten and why, by the code that picks them', () => {
    const hall = openHall();
    hall.run('open', { counter: '2' }, '1002');
    hall.take('payment');
    hall.take('enquiry', 'special');
    hall.take('payment', 'vip');
    for (let count = 0; count < 10; count += 1) hall.take('payment');
    hall.pass(60);
    const view = desk(hall, '2');
    expect(view.next).toHaveLength(10);
    expect(view.next.slice(0, 3).map(({ number }) => number)).toEqual(['V001', 'B001', 'A001']);
    expect(view.next[1]?.why.zh).toBe('爱心优先');
    expect(view.next[2]).toMatchObject({ waitedSeconds: 60, promiseLeftSeconds: 540 });
    expect(view).toMatchObject({ waitingCount: 13, hallWaitingCount: 13, canCall: true });
  });

  it('[no-pause-while-waiting] a key says why it would be refused before it is pressed', () => {
    const hall = openHall();
    hall.run('open', { counter: '3' }, '1001');
    hall.take('payment');
    const { keys } = desk(hall, '3');
    expect(keys.call).toMatchObject({ allowed: true, short: null });
    expect(keys.pause).toMatchObject({
      allowed: false,
      rule: 'no-pause-while-waiting',
      short: { zh: '1 人在等' },
      detail: { zh: '现在还不能停：有 1 位能在您这儿办。' },
    });
    expect(keys.absence.allowed).toBe(true);
    expect(keys.finish.short?.zh).toBe('还没叫号');
    hall.run('call', { counter: '3' }, '1001');
    hall.run('start', { counter: '3' }, '1001');
    const serving = desk(hall, '3').keys;
    expect(serving.finish.allowed).toBe(true);
    expect(serving.transfer.allowed).toBe(true);
    expect(serving.park.allowed).toBe(true);
    expect(serving.recall.short?.zh).toBe('人已到');
    expect(serving.start.short?.zh).toBe('已开始');
    expect(serving.handover).toMatchObject({
      rule: 'finish-before-handover',
      short: { zh: '先办完这位' },
    });
  });

  it('[one-customer-at-a-time] every key answers as the core would, on every lived day', () => {
    let allowed = 0;
    for (let seed = 20; seed < 50; seed += 1) {
      const hall = livedDay(seed, 60 + seed);
      for (const counter of ['1', '2', '3', '4']) {
        const clerk = hall.state.counters[counter]?.clerk;
        if (clerk == null || hall.state.counters[counter]?.handover?.relieved === true) continue;
        const { keys } = desk(hall, counter);
        const asked = {
          call: hall.ask('call', { counter }, clerk),
          recall: hall.ask('recall', { counter }, clerk),
          start: hall.ask('start', { counter }, clerk),
          finish: hall.ask('finish', { counter }, clerk),
          'no-show': hall.ask('no-show', { counter }, clerk),
          park: hall.ask('park', { counter, missing: ['id'] }, clerk),
          pause: hall.ask('pause', { counter, kind: 'routine', reason: 'x' }, clerk),
          absence: hall.ask('pause', { counter, kind: 'absence', reason: 'x' }, clerk),
          resume: hall.ask('resume', { counter }, clerk),
          close: hall.ask('close', { counter }, clerk),
        };
        for (const [key, decision] of Object.entries(asked)) {
          const shown = keys[key as keyof typeof keys];
          const does = decision.kind === 'accepted' && decision.events.length > 0;
          expect(shown.allowed, `${key} at ${counter}, seed ${String(seed)}`).toBe(does);
          if (decision.kind === 'refused') expect(shown.rule).toBe(decision.rule);
          if (!does) expect(shown.short?.zh ?? '').not.toBe('');
          allowed += does ? 1 : 0;
        }
      }
    }
    expect(allowed).toBeGreaterThan(50);
  });

  it('time alone lifts a recall’s gap: the key says from when', () => {
    const hall = openHall();
    hall.run('open', { counter: '3' }, '1001');
    hall.take('payment');
    hall.run('call', { counter: '3' }, '1001');
    expect(desk(hall, '3').keys.recall).toMatchObject({
      allowed: false,
      rule: 'recall-gap',
      short: { zh: '再等 5 秒', en: 'Wait 5 s' },
      allowedFrom: '2026-03-02T00:30:05.000Z',
    });
    hall.pass(5);
    expect(desk(hall, '3').keys.recall.allowed).toBe(true);
  });

  it('nobody waits: the call key rests, and the sentence is a welcome', () => {
    const hall = openHall();
    hall.run('open', { counter: '3' }, '1001');
    const view = desk(hall, '3');
    expect(view.canCall).toBe(false);
    expect(view.keys.call).toMatchObject({ allowed: false, rule: null, short: { zh: '没人在等' } });
    expect(view.say.zh).toBe('“您好，需要办什么，请到这边来。”');
    expect(desk(hall, '4').keys.call.short?.zh).toBe('还没开窗');
  });

  it('[special-needs-first] the console shows the need, so that the clerk can stand up and help', () => {
    const hall = openHall();
    hall.run('open', { counter: '3' }, '1001');
    hall.run(
      'issue-ticket',
      { service: 'payment', class: 'special', need: '老人' },
      { kind: 'device', device: 'k' },
    );
    hall.run('call', { counter: '3' }, '1001');
    const view = desk(hall, '3');
    expect(view.ticket).toMatchObject({
      need: '老人',
      class: 'special',
      className: { zh: '爱心' },
    });
    expect(view.reminders[0]).toMatchObject({
      kind: 'special-needs',
      text: { zh: 'A001 需要照顾（老人），请起身帮一把。' },
    });
    hall.run('start', { counter: '3' }, '1001');
    expect(desk(hall, '3').say.zh).toContain('字小的话我念给您听');
  });

  it('[vip-first] an arrival is announced to the designated clerk and the supervisor, for five minutes', () => {
    const hall = openHall();
    hall.run('open', { counter: '2' }, '1002');
    hall.run('open', { counter: '3' }, '1001');
    hall.take('payment', 'vip');
    const reminded = (counter: string) =>
      desk(hall, counter).reminders.some(({ kind }) => kind === 'vip-arrival');
    expect(reminded('2')).toBe(true);
    expect(reminded('3')).toBe(false);
    expect(alertsOf(hall, 'vip-arrival')[0]?.title.zh).toBe('V001 到了，贵宾');
    hall.run('pause', { counter: '2', kind: 'absence', reason: 'x' }, '1002');
    expect(reminded('3')).toBe(true);
    hall.pass(301);
    expect(reminded('3')).toBe(false);
    expect(alertsOf(hall, 'vip-arrival')).toEqual([]);
  });

  it('[ten-minute-promise] wait and service together are held against the promise', () => {
    const hall = openHall();
    hall.run('open', { counter: '3' }, '1001');
    hall.take('payment');
    hall.pass(500);
    expect(desk(hall, '3').reminders[0]).toMatchObject({
      kind: 'promise',
      text: { zh: 'A001 再等 1 分 40 秒就到承诺。' },
    });
    hall.run('call', { counter: '3' }, '1001');
    hall.run('start', { counter: '3' }, '1001');
    hall.pass(130);
    expect(desk(hall, '3').ticket).toMatchObject({
      waitedSeconds: 500,
      serviceSeconds: 130,
      promiseSeconds: 600,
    });
    expect(desk(hall, '3').say.zh).toContain('让您久等了，对不起。');
  });

  it('[closing-reminder] consoles are reminded, then told how many are left, then thanked', () => {
    const hall = openHall();
    hall.run('open', { counter: '3' }, '1001');
    hall.take('payment');
    const kinds = () => desk(hall, '3').reminders.map(({ kind }) => kind);
    hall.pass((monday('18:20') - hall.nowMs) / 1000);
    expect(desk(hall, '3').reminders.at(-1)?.text.zh).toBe(
      '18:30 停止取号，还有 10 分钟。取了号的都会办完。',
    );
    hall.pass(600);
    expect(kinds()).toContain('serving-out');
    hall.run('call', { counter: '3' }, '1001');
    hall.run('start', { counter: '3' }, '1001');
    hall.run('finish', { counter: '3' }, '1001');
    hall.pass(0);
    expect(hall.state.hallState).toBe('closed');
    expect(kinds()).toEqual(['sign-off']);
    expect(alertsOf(hall, 'seat-open-after-closing')[0]?.acts).toMatchObject([
      { command: 'release-counter', args: { counter: '3' } },
    ]);
  });

  it('[handover-record] facts of the shift stand ready for the record', () => {
    const hall = openHall();
    hall.run('open', { counter: '2' }, '1002');
    for (let count = 0; count < 3; count += 1) hall.take('payment');
    const next = (then: () => void) => {
      hall.run('call', { counter: '2' }, '1002');
      hall.run('start', { counter: '2' }, '1002');
      hall.pass(100);
      then();
    };
    next(() => hall.run('finish', { counter: '2' }, '1002'));
    next(() => hall.run('park', { counter: '2', missing: ['户主身份证'] }, '1002'));
    next(() =>
      hall.run('transfer', { counter: '2', to: { service: 'enquiry' }, reason: 'x' }, '1002'),
    );
    expect(desk(hall, '2').shift).toEqual({
      openedAt: '2026-03-02T00:30:00.000Z',
      served: 1,
      missed: 0,
      transferred: 1,
      meanServiceSeconds: 100,
      promiseBroken: 0,
      parked: [{ ticket: hall.ticket('A002').id, number: 'A002', missing: ['户主身份证'] }],
      followUps: [],
    });
    const followUps = [{ text: '回电', ticket: null, owner: '1002' }];
    hall.run(
      'handover',
      { counter: '2', to: '1004', record: { ...record, followUps } },
      '1002',
      'shift ends',
    );
    hall.run('complete-handover', { counter: '2' }, '1004');
    const { clerk, shift } = desk(hall, '2');
    expect(clerk?.name).toBe('陈刚');
    expect(shift).toMatchObject({ served: 0, followUps: [{ text: '回电', owner: '1004' }] });
  });

  it('[one-handover-at-a-time] who queues is told who is before, who relieves is asked to come', () => {
    const hall = openHall();
    hall.run('open', { counter: '1' }, '1001');
    hall.run('open', { counter: '3' }, '1003');
    hall.run('open', { counter: '4' }, '1004');
    hall.run('handover', { counter: '1', to: '1004', record }, '1001');
    expect(desk(hall, '3').keys.handover).toMatchObject({
      allowed: false,
      rule: 'one-handover-at-a-time',
      short: { zh: '1 号在交接' },
      detail: { zh: '1 号正在交接，轮到您时会接着开始。要排上吗？' },
    });
    hall.run('handover', { counter: '3', to: '1005', record, queue: true }, '1003');
    const view = desk(hall, '3');
    expect(view.handoverQueued).toBe(true);
    expect(view.reminders[0]?.text.zh).toBe('交接已排上，1 号好了就轮到您。');
    expect(desk(hall, '4').reminders[0]?.text.zh).toBe('李敏在 1 号等您接班，请过去签名。');
    expect(desk(hall, '1').handover).toMatchObject({
      from: { name: '李敏' },
      to: { name: '陈刚' },
    });
    hall.pass(11 * 60);
    expect(desk(hall, '1').reminders[0]).toMatchObject({ kind: 'handover-long' });
    expect(alertsOf(hall, 'handover-long')[0]).toMatchObject({
      title: { zh: '1 号交接了 11 分钟' },
      acts: [{ command: 'cancel-handover', args: { counter: '1' } }],
    });
    expect(board(hall).handoverQueue).toEqual([{ counter: '3', to: '1005' }]);
  });

  it('a handover that may begin says who takes the customers meanwhile', () => {
    const hall = openHall();
    hall.run('open', { counter: '2' }, '1002');
    hall.run('open', { counter: '3' }, '1003');
    hall.take('payment');
    expect(desk(hall, '3').keys.handover).toMatchObject({
      allowed: true,
      short: { zh: '2 号能接' },
    });
    expect(desk(hall, '3').relief.map(({ badge }) => badge)).toEqual(['1001', '1004', '1005']);
  });
});
