/** The texts on the map. The finder passes them to the map, which has no texts of its own. */
export const mapWords = {
  /** Label of the picture, for people who do not see it. */
  label: (centers: number): string =>
    centers === 1
      ? 'Map of 1 center. It is in the list, too.'
      : `Map of ${centers.toLocaleString('en-US')} centers. Every one on the map is in the list, too.`,
  empty: 'Map without centers.',
  where: (center: string): string => `Map of where ${center} is`,
  controls: 'Map controls',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  whole: 'Show all of it',
  start: 'Start',
  numbered: 'on the list',
  farther: 'farther down',
  ask: 'may offer it: ask',
  count: 'centers close together',
  single: 'one center',
  // Carson City, in Nevada, is equivalent to a county, so its name stands alone.
  county: (name: string): string => (name.endsWith(' City') ? name : `${name} County`),
  distance: (distance: number, units: 'mi' | 'km'): string => `${distance.toLocaleString('en-US')} ${units}`,
  together: (count: number): string => `${count} centers close together. Zoom in.`,
  noOutlines: 'The outlines did not load. The markers are right.',
};

export type MapWords = typeof mapWords;
