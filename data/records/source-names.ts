/** Names of SAMHSA's National Directories, without the year at the end of a source's name. */
export const directories = {
  'substance-use': 'SAMHSA National Directory of Drug and Alcohol Use Treatment Facilities',
  'mental-health': 'SAMHSA National Directory of Mental Health Treatment Facilities',
} as const;

/** Source name of the official locator's export, which has rows of both directories. */
export const findTreatment = 'SAMHSA FindTreatment.gov';
