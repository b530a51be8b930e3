import { text } from '#protocol/words/text.ts';

/** What the agent says on the terminal, and writes beside a key's command. */
export const agentWords = {
  unreadable: (code: string) => text(`读不了这个文件（${code}）`, `cannot be read (${code})`),
  pending: (code: string) =>
    text(`等主管认可，核对码 ${code}`, `Waits for a supervisor's approval. Code: ${code}`),
  approved: text('已认可', 'Approved'),
  revoked: text('主管停用了这个代理', 'A supervisor has put this agent out of use'),
  started: (count: number) =>
    text(`代理已启动：${String(count)} 台设备`, `Agent started: ${String(count)} devices`),
};

/** The reason of a pause by key, as it stands in the journal. */
export const pausedByKey = '按键 pad';

/** How staff see the agent inside the hub: one name in both languages. */
export const thisMachine = '本机 this machine';
