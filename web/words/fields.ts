/** The fields of a search that hold lists of values. */
export const listFields = [
  'level',
  'payer',
  'population',
  'condition',
  'therapy',
  'modality',
  'schedule',
  'language',
] as const;
export type ListField = (typeof listFields)[number];
