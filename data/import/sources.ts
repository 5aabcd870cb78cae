import type { Kind } from './workbook.ts';

/** The directories' names as sources, without the year that follows them. */
export const directories: Readonly<Record<Kind, string>> = {
  'substance-use': 'SAMHSA National Directory of Drug and Alcohol Use Treatment Facilities',
  'mental-health': 'SAMHSA National Directory of Mental Health Treatment Facilities',
};

/** The official locator's export, which holds rows of both. */
export const findTreatment = 'SAMHSA FindTreatment.gov';
