import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

let ticks: number | undefined;
/** Milliseconds per tick, the unit in which Linux counts processor time: usually 10. */
const msPerTick = (): number => {
  ticks ??= Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
  return 1000 / ticks;
};

interface ProcessStat {
  readonly parent: number;
  /** Processor time of all threads of the process. */
  readonly ticks: number;
}

/** Reads a line of `/proc/<pid>/stat`. The program's name is in parentheses and may have spaces and parentheses. */
export function readStat(line: string): ProcessStat {
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const [parent, user, system] = [fields[1], fields[11], fields[12]].map(Number);
  if (parent === undefined || !Number.isInteger(user) || !Number.isInteger(system)) {
    throw new Error(`not a process's line: ${line}`);
  }
  return { parent, ticks: Number(user) + Number(system) };
}

/** Milliseconds of processor time that these processes and their child processes have used. */
export function processorMs(pids: readonly number[]): number {
  let sum = 0;
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = statOf(name);
    if (stat !== null && (pids.includes(Number(name)) || pids.includes(stat.parent))) sum += stat.ticks;
  }
  return sum * msPerTick();
}

/** Processor time of the whole machine since it started, in ticks. */
export interface MachineTicks {
  readonly busy: number;
  readonly all: number;
}

/** Reads the first line of `/proc/stat`. Time that other virtual machines took counts as busy. */
export function readMachine(text: string): MachineTicks {
  const times = /^cpu +([\d ]+)/.exec(text)?.[1]?.split(' ').map(Number) ?? [];
  const [user = 0, nice = 0, system = 0, idle = 0, waiting = 0, irq = 0, softIrq = 0, stolen = 0] = times;
  if (times.length < 8) throw new Error('not the times of a machine');
  const busy = user + nice + system + irq + softIrq + stolen;
  return { busy, all: busy + idle + waiting };
}

/**
 * Starts to watch the load of the machine.
 * @param pids Processes that belong to the measurement. Their children and this process belong to it too.
 * @returns a function that returns the share of all processors, 0 to 1, that other programs have used since the start
 */
export function watchOthers(pids: readonly number[]): () => number {
  const state = () => {
    const machine = readMachine(readFileSync('/proc/stat', 'utf8'));
    return { ...machine, own: processorMs([...pids, process.pid]) / msPerTick() };
  };
  const before = state();
  return () => {
    const after = state();
    const others = after.busy - before.busy - (after.own - before.own);
    return Math.max(0, others / Math.max(1, after.all - before.all));
  };
}

/** Reads a process's state. Null if the process has ended. */
function statOf(pid: string): ProcessStat | null {
  try {
    return readStat(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}
