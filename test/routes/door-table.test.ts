import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandDoors } from '#protocol/doors/doors.ts';
import { startHub, fieldsOf, type TestHub } from '#test/support/hub.ts';

/** Names and addresses of the contract (sections 3 and 4), and the doors added to them. */
const published: Readonly<Record<string, string>> = {
  'issue-ticket': 'POST /api/tickets',
  'lease-numbers': 'POST /api/tickets/lease',
  'hand-in-ticket': 'POST /api/tickets/hand-in',
  'cancel-ticket': 'POST /api/tickets/:ticket/cancel',
  'rejoin-ticket': 'POST /api/tickets/:ticket/rejoin',
  'return-ticket': 'POST /api/tickets/:ticket/return',
  'rate-ticket': 'POST /api/tickets/:ticket/rate',
  'put-back-ticket': 'POST /api/tickets/:ticket/put-back',
  'move-ticket': 'POST /api/tickets/:ticket/move',
  'report-devices': 'POST /api/devices/attached',
  'report-print': 'POST /api/prints',
  'reprint-ticket': 'POST /api/tickets/:ticket/reprint',
  'settle-print': 'POST /api/tickets/:ticket/settle-print',
  open: 'POST /api/counters/:counter/open',
  call: 'POST /api/counters/:counter/call',
  recall: 'POST /api/counters/:counter/recall',
  start: 'POST /api/counters/:counter/start',
  finish: 'POST /api/counters/:counter/finish',
  'no-show': 'POST /api/counters/:counter/no-show',
  transfer: 'POST /api/counters/:counter/transfer',
  park: 'POST /api/counters/:counter/park',
  pause: 'POST /api/counters/:counter/pause',
  resume: 'POST /api/counters/:counter/resume',
  handover: 'POST /api/counters/:counter/handover',
  'relieve-handover': 'POST /api/counters/:counter/handover/relieve',
  'complete-handover': 'POST /api/counters/:counter/handover/complete',
  'cancel-handover': 'POST /api/counters/:counter/handover/cancel',
  close: 'POST /api/counters/:counter/close',
  'release-counter': 'POST /api/counters/:counter/release',
  'set-counter-services': 'POST /api/counters/:counter/services',
  'set-shift-kinds': 'POST /api/roster/kinds',
  'plan-shifts': 'POST /api/roster/shifts',
  'publish-roster': 'POST /api/roster/publish',
  'ask-swap': 'POST /api/roster/swaps',
  'agree-swap': 'POST /api/roster/swaps/:swap/agree',
  'refuse-swap': 'POST /api/roster/swaps/:swap/refuse',
  'withdraw-swap': 'POST /api/roster/swaps/:swap/withdraw',
  'approve-swap': 'POST /api/roster/swaps/:swap/approve',
  'reject-swap': 'POST /api/roster/swaps/:swap/reject',
  'name-answerable': 'POST /api/roster/answerable',
  'ask-leave': 'POST /api/roster/leave',
  'withdraw-leave': 'POST /api/roster/leave/:leave/withdraw',
  'approve-leave': 'POST /api/roster/leave/:leave/approve',
  'reject-leave': 'POST /api/roster/leave/:leave/reject',
  'set-intake': 'POST /api/hall/intake',
  'open-follow-up': 'POST /api/follow-ups',
  'pass-follow-up': 'POST /api/follow-ups/:followUp/pass',
  'answer-follow-up': 'POST /api/follow-ups/:followUp/answer',
  'record-meeting': 'POST /api/meetings',
  'sign-meeting': 'POST /api/meetings/:meeting/sign',
  'note-quality': 'POST /api/quality/:month/remarks',
  'post-notice': 'POST /api/notices',
  'order-notices': 'POST /api/notices/order',
  'withdraw-notice': 'DELETE /api/notices/:notice',
};

let hub: TestHub;
let supervisor: string;

beforeAll(async () => {
  hub = await startHub();
  supervisor = await hub.signIn('9001');
});

afterAll(() => hub.close());

it('the table of doors is what the contract publishes', () => {
  const table = commandDoors.map(({ name, method, path }) => [name, `${method} ${path}`]);
  expect(Object.fromEntries(table)).toEqual(published);
});

/** A door for devices only is opened by the one that it is for. */
function deviceFor(who: readonly string[]): 'kiosk' | 'hardware' {
  return who.includes('hardware') ? 'hardware' : 'kiosk';
}

describe('every command door', () => {
  it.each(commandDoors.map((door) => [`${door.method} ${door.path}`, door] as const))(
    '%s names every bad field and lets in whom the table says',
    async (_, door) => {
      const path = door.path.replace(/:\w+/, 'nothing');
      const method = door.method;
      if (!door.who.includes('anyone')) {
        const nobody = await hub.request(method, path, { body: {} });
        expect(nobody.body).toMatchObject({ status: 401, code: 'not-signed-in' });
        expect(nobody.headers['www-authenticate']).toBe('Bearer');
        const display = (await hub.device('display')).token;
        const wrong = await hub.request(method, path, { token: display, body: {} });
        expect(wrong.body).toMatchObject({ status: 403, code: 'forbidden' });
      }
      const staffMay = door.who.some(
        (who) => who === 'staff' || who === 'supervisor' || who === 'anyone',
      );
      const bad = await hub.request(method, path, {
        token: staffMay ? supervisor : (await hub.device(deviceFor(door.who))).token,
        body: { nonsense: 1, override: { reason: 5, more: true } },
      });
      expect(bad.status).toBe(400);
      expect(bad.headers['content-type']).toContain('application/problem+json');
      const named = fieldsOf(bad);
      expect(named).toEqual(
        expect.arrayContaining(['nonsense', 'override.reason', 'override.more']),
      );
      for (const needed of door.body.required ?? []) expect(named).toContain(needed);
      expect(hub.hall.dispatch.state().figures.issued).toBe(0);
    },
  );
});
