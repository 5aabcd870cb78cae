/** SAMHSA's National Directories by what they list, without the year that a source's name ends in. */
export const directories = {
  'substance-use': 'SAMHSA National Directory of Drug and Alcohol Use Treatment Facilities',
  'mental-health': 'SAMHSA National Directory of Mental Health Treatment Facilities',
} as const;

/** The official locator's export as a source. It holds rows of both directories. */
export const findTreatment = 'SAMHSA FindTreatment.gov';
