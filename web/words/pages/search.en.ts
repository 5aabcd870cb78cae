/** Texts of the search without a script, in addition to the finder's. */
export const searchPageWords = {
  title: 'Search results',
  start: 'Find a treatment program',
  about: 'Search for a treatment program by ZIP, city or your own words.',
  filters: 'Filters',
  apply: 'Search with these',
  next: 'Next centers',
  first: 'Back to the first centers',
  showUnknown: 'Show them in the list',
  page: 'More centers, in the same order',
  whole: (state: string) => `Search all of ${state}`,
  again: 'Search again',
  faults: 'Please check this',
};
