import { createHash } from 'node:crypto';

/** 64 zeros: what the first event of a hall follows. */
const genesis = '0'.repeat(64);
const pageCount = 10_000;

export interface ChainReading {
  readonly events: number;
  readonly head: string;
}

/**
 * Reads a hub's journal by its public door and checks the chain of hashes as an outsider would
 * (docs/journal.md): hash = SHA-256(previous hash, newline, the event's own text).
 *
 * @throws Error naming the first sequence number that is not as the chain says
 */
export async function verifyOverHttp(
  hub: string,
  token: string,
  onLine: (line: string) => void = () => {},
): Promise<ChainReading> {
  let previous = genesis;
  let seq = 0;
  for (;;) {
    const url = new URL('/api/journal', hub);
    url.searchParams.set('from', String(seq + 1));
    url.searchParams.set('limit', String(pageCount));
    const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
    if (!response.ok) throw new Error(`the journal's door answered ${String(response.status)}`);
    const lines = (await response.text()).split('\n').filter((line) => line !== '');
    for (const line of lines) {
      seq += 1;
      previous = checked(line, seq, previous);
      onLine(line);
    }
    if (lines.length < pageCount) return { events: seq, head: previous };
  }
}

function checked(line: string, seq: number, previous: string): string {
  const event = JSON.parse(line) as {
    readonly seq: number;
    readonly prevHash: string;
    readonly hash: string;
  };
  const { prevHash, hash } = event;
  // The event's own text stands before the fields that the door adds.
  const body = `${line.slice(0, line.lastIndexOf(',"prevHash":'))}}`;
  const computed = createHash('sha256').update(`${previous}\n${body}`).digest('hex');
  if (event.seq !== seq || prevHash !== previous || hash !== computed) {
    throw new Error(`the journal's chain breaks at event ${String(seq)}`);
  }
  return hash;
}
