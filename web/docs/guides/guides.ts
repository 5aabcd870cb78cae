import { browsersGuide, keysGuide, limitsGuide } from './access.ts';
import { deviceGuide, errorsGuide, pagingGuide, versionsGuide } from './answers.ts';
import { clientGuide, formatsGuide, pathsGuide } from './asking.ts';
import type { Facts, Guide } from './facts.ts';

/** All guides, in the order in which they should be read. */
export const guidesOf = (facts: Facts): readonly Guide[] => [
  keysGuide(facts),
  limitsGuide(facts),
  browsersGuide(facts),
  clientGuide(),
  pathsGuide(),
  formatsGuide(),
  pagingGuide(facts),
  errorsGuide(facts),
  versionsGuide(),
  deviceGuide(),
];
