import { systems } from '../shapes/systems.ts';

/** Value of `_summary`: return the total and no results. */
export const NOTHING_BUT_THE_COUNT = 'count';

/** For parameters with a fixed set of supported values: those values. */
export const fixedValues: Readonly<Record<string, readonly string[]>> = {
  active: ['true'],
  status: ['active'],
  type: ['prov', `${systems.organizationType}|prov`],
  'service-category': ['behav', `${systems.category}|behav`],
  _summary: ['false', NOTHING_BUT_THE_COUNT],
  _total: ['none', 'estimate', 'accurate'],
  _format: ['json', 'application/fhir+json', 'application/json'],
};
