import { describe, expect, it } from 'vitest';
import type { CommandAnswer, HubClient } from '#ui/hub/hub-client.ts';
import { ActsController, type Act } from '#counter/supervisor/acts.ts';
import { host, settled } from './open-questions.ts';

const act = (command: string): Act => ({ command, args: {}, label: command });
const refusal = { type: '', title: 'no', status: 409, code: 'refused' } as const;

/** A page whose commands are answered by the test, the oldest first. */
function page() {
  const sent: { readonly command: string; answer(ok: boolean): Promise<void> }[] = [];
  const hub = {
    command(command: string) {
      const { promise, resolve } = Promise.withResolvers<CommandAnswer>();
      sent.push({
        command,
        async answer(ok) {
          resolve(ok ? { ok, revision: 1, result: null } : { ok, problem: refusal });
          await settled();
        },
      });
      return promise;
    },
  } as unknown as HubClient;
  const acts = new ActsController(host, { hub: () => hub, token: () => 'token' });
  acts.hostConnected();
  return { acts, sent, names: () => sent.map(({ command }) => command) };
}

describe('acts of the supervisor', () => {
  it('what is pressed while another act is under way is done after it', async () => {
    const { acts, sent, names } = page();
    const first = acts.run(act('post-notice'));
    const second = acts.run(act('close-counter'));
    await settled();
    expect(names()).toEqual(['post-notice']);
    await sent[0]?.answer(true);
    expect(await first).toBe(true);
    expect(names()).toEqual(['post-notice', 'close-counter']);
    expect(acts.working?.command).toBe('close-counter');
    await sent[1]?.answer(true);
    expect(await second).toBe(true);
    expect(acts.done?.command).toBe('close-counter');
  });

  it('the same press twice is one wish; once it is done it may be wished again', async () => {
    const { acts, sent, names } = page();
    const both = [acts.run(act('close-counter')), acts.run(act('close-counter'))];
    await settled();
    await sent[0]?.answer(true);
    expect(await Promise.all(both)).toEqual([true, true]);
    void acts.run(act('close-counter'));
    await settled();
    expect(names()).toHaveLength(2);
  });

  it('a refusal stays until it is answered, whatever succeeds after it', async () => {
    const { acts, sent } = page();
    void acts.run(act('close-counter'));
    void acts.run(act('post-notice'));
    void acts.run(act('close-intake'));
    await settled();
    await sent[0]?.answer(false);
    await sent[1]?.answer(true);
    expect(acts.refused?.act.command).toBe('close-counter');
    await sent[2]?.answer(false);
    void acts.run(act('reopen-counter'));
    await settled();
    await sent[3]?.answer(true);
    expect(acts.refused?.act.command).toBe('close-counter');
    acts.dismiss();
    expect(acts.refused).toBeNull();
  });

  it('what waits when the page is left is not done in the name of who comes next', async () => {
    const { acts, sent, names } = page();
    void acts.run(act('post-notice'));
    const waiting = acts.run(act('close-counter'));
    await settled();
    acts.hostDisconnected();
    acts.hostConnected();
    await sent[0]?.answer(true);
    expect(await waiting).toBe(false);
    expect(names()).toEqual(['post-notice']);
    void acts.run(act('close-intake'));
    await settled();
    expect(names()).toEqual(['post-notice', 'close-intake']);
  });
});
