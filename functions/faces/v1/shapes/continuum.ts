import type { VersionKey } from '../../../dataset/head.ts';
import type { PackedCenter } from '../../../dataset/packed-center.ts';
import { help } from '../../../http/help.ts';
import type { Step, StepTo } from '../../../search/steps.ts';
import { type CenterAnswer, datasetAnswer, resultAnswer, wholeCenterAnswer } from './center.ts';

/**
 * A center, and where somebody can continue from each of its levels.
 * @param now Milliseconds since 1970.
 */
export function continuumAnswer(
  { row, steps }: { readonly row: PackedCenter; readonly steps: readonly Step[] },
  head: VersionKey,
  now: number,
) {
  const { center } = wholeCenterAnswer(row, now);
  return {
    center,
    steps: steps.map(({ level, stepUp, stepDown }) => ({
      level,
      stepUp: stepAnswer(stepUp, center, now),
      stepDown: stepAnswer(stepDown, center, now),
    })),
    dataset: datasetAnswer(head),
    help,
  };
}

/**
 * Where to continue from a level; null if there is no center.
 * @param from The center that distances are measured from. If only its ZIP is known, all distances are approximate.
 */
function stepAnswer(step: StepTo | null, from: CenterAnswer, now: number) {
  if (step === null) return null;
  const { center, offerings, distance } = resultAnswer(step.match, now);
  const { approximate: _, ...exact } = distance ?? {};
  const isApproximate = center.id !== from.id && [center, from].some(({ location }) => location.accuracy === 'zip');
  return { level: step.level, center, offerings, distance: isApproximate ? { ...exact, approximate: true } : exact };
}
