import { describe, expect, it } from 'vitest';
import { hallDay } from '#test/support/hall-day.ts';

const text = (said: string) => ({ zh: said, en: said });
const plain = { kind: 'notice', untilMs: null } as const;

function threeNotices() {
  const hall = hallDay();
  for (const said of ['a', 'b', 'c']) hall.do('post-notice', { text: text(said), ...plain });
  const ids = hall.state.notices.map(({ notice }) => notice);
  const said = () => hall.state.notices.map((each) => each.text.en);
  return { hall, ids, said };
}

describe('[posted-notices]', () => {
  it('one may take the place of another, with its times', () => {
    const { hall, ids, said } = threeNotices();
    const times = { fromMs: hall.atMs + 1_000, untilMs: hall.atMs + 2_000 };
    hall.do('post-notice', { notice: ids[1]!, text: text('B'), kind: 'fault', ...times });
    expect(said()).toEqual(['a', 'B', 'c']);
    expect(hall.state.notices[1]).toEqual({
      notice: ids[1],
      text: text('B'),
      kind: 'fault',
      ...times,
    });
  });

  it('none takes the place of one that does not stand', () => {
    const { hall } = threeNotices();
    const args = { notice: 'gone', text: text('x'), ...plain };
    expect(hall.ask('post-notice', args)).toEqual({ kind: 'unknown', what: 'notice', id: 'gone' });
  });

  it('are put in order, the first on the screen last in the list; others stay before them', () => {
    const { hall, ids, said } = threeNotices();
    hall.do('order-notices', { notices: [ids[0]!, ids[1]!, ids[2]!, ids[0]!] });
    expect(said()).toEqual(['c', 'b', 'a']);
    hall.do('order-notices', { notices: [ids[1]!, ids[0]!] });
    expect(said()).toEqual(['a', 'b', 'c']);
    expect(hall.ask('order-notices', { notices: [ids[0]!, 'gone'] })).toEqual({
      kind: 'unknown',
      what: 'notice',
      id: 'gone',
    });
  });
});
