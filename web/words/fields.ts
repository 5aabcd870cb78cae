import type { ListField } from '../../functions/domain/fields.ts';

export type { ListField } from '../../functions/domain/fields.ts';

/**
 * The fields of a search that hold lists of values, as the table of fields has them: the types and a test hold this to
 * it. The table itself, with what the API's documents say of each field, is too long for a script that a phone loads.
 */
export const listFields = [
  'level',
  'condition',
  'population',
  'age',
  'gender',
  'families',
  'therapy',
  'payer',
  'modality',
  'schedule',
  'language',
] as const satisfies readonly ListField[];
