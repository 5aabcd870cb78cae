import type { ResultAnswer } from '../v1/shapes/center.ts';

/** The date of a center's newest fact, from its sources or from admissions. */
export function newestFact({ center, offerings }: Pick<ResultAnswer, 'center' | 'offerings'>): string {
  const days = [
    ...center.sources.map(({ asOf }) => asOf),
    ...offerings.flatMap(({ confirmation, intake }) => [confirmation.confirmedAt, intake.asOf]),
  ].flatMap((at) => (at === null ? [] : [at.slice(0, 10)]));
  return days.sort().at(-1) ?? '';
}
