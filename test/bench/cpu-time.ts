import { readdirSync, readFileSync } from 'node:fs';

/** CPU milliseconds that the threads of a process have used, by their name; Linux only, else null. */
export type CpuTime = Readonly<Record<string, number>> | null;

const tickMs = 10;

export function cpuTimeOf(pid: number): CpuTime {
  const folder = `/proc/${String(pid)}/task`;
  const used: Record<string, number> = {};
  try {
    for (const thread of readdirSync(folder)) {
      const text = readFileSync(`${folder}/${thread}/stat`, 'latin1');
      const name = text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'));
      // Fields 14 and 15 of proc_pid_stat(5), in clock ticks: user and system.
      const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
      const ms = (Number(fields[11]) + Number(fields[12])) * tickMs;
      const key = thread === String(pid) ? 'main' : name === 'journal' ? 'journal' : 'others';
      used[key] = (used[key] ?? 0) + ms;
    }
  } catch {
    return null;
  }
  return used;
}

/** Microseconds of CPU for each of `count` acts, by thread. */
export function cpuPerAct(before: CpuTime, after: CpuTime, count: number): CpuTime {
  if (before === null || after === null || count === 0) return null;
  const each = Object.entries(after).map(([name, ms]) => {
    return [name, ((ms - (before[name] ?? 0)) * 1_000) / count] as const;
  });
  return Object.fromEntries(each);
}

/** Resident memory of a process in MiB; null where the system does not tell. */
export function residentMib(pid: number): number | null {
  try {
    const text = readFileSync(`/proc/${String(pid)}/status`, 'latin1');
    const found = /^VmRSS:\s+(\d+) kB/m.exec(text)?.[1];
    return found === undefined ? null : Number(found) / 1_024;
  } catch {
    return null;
  }
}
