import { existsSync, readdirSync, readFileSync } from 'node:fs';

// Linux counts the time of processes in hundredths of a second.
const TICK_MS = 10;

/**
 * Milliseconds of processor that a process and everything it started have used; null where the system does not tell.
 * Unlike times of requests it hardly depends on what else the machine does.
 */
export function processorMs(root: number): number | null {
  if (!existsSync('/proc/self/stat')) return null;
  const processes = readdirSync('/proc').flatMap((name) =>
    /^\d+$/.test(name) ? (readStat(name) ?? []) : [],
  );
  const family = new Set([root]);
  for (let size = 0; size !== family.size;) {
    size = family.size;
    for (const { pid, parent } of processes) if (family.has(parent)) family.add(pid);
  }
  return processes.reduce((sum, { pid, ticks }) => sum + (family.has(pid) ? ticks * TICK_MS : 0), 0);
}

function readStat(pid: string): { pid: number; parent: number; ticks: number } | null {
  try {
    // The name of the program, between brackets, may hold anything.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    const [user, system, userOfEnded, systemOfEnded] = fields.slice(11, 15).map(Number);
    return {
      pid: Number(pid),
      parent: Number(fields[1]),
      ticks: user! + system! + userOfEnded! + systemOfEnded!,
    };
  } catch {
    // It ended in the meantime.
    return null;
  }
}
