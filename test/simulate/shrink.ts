import type { Step } from './plan.ts';
import { type Outcome, run } from './run.ts';

const MOST_RUNS = 400;

/**
 * Finds the fewest steps that still violate a guarantee, each with as few injected faults as possible. Leaves out steps
 * first, then faults and process ends, as long as the run still fails.
 */
export async function shrink(
  plan: readonly Step[],
  seed: number,
): Promise<{ plan: readonly Step[]; outcome: Outcome }> {
  let runs = 0;
  const fails = async (some: readonly Step[]): Promise<boolean> => {
    runs += 1;
    return (await run(some, seed)).violation !== null;
  };
  let least = plan;
  for (let size = Math.ceil(plan.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < least.length && runs < MOST_RUNS; ) {
      const fewer = least.toSpliced(from, size);
      if (fewer.length > 0 && (await fails(fewer))) least = fewer;
      else from += size;
    }
  }
  for (const [at, step] of least.entries()) {
    const { slowness } = step.fate;
    const lived = { endsAt: null, faults: 0 };
    for (const fate of [
      { ...lived, slowness: 1 },
      { ...lived, slowness },
      { ...step.fate, faults: 0 },
      { ...step.fate, endsAt: null },
    ]) {
      if (runs >= MOST_RUNS) break;
      const calmer = least.with(at, { ...step, fate });
      if (JSON.stringify(fate) !== JSON.stringify(step.fate) && (await fails(calmer))) {
        least = calmer;
        break;
      }
    }
  }
  return { plan: least, outcome: await run(least, seed, true) };
}
