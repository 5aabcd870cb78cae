/** A center of the examples, which every test dataset has. */
export const center = '/v1/centers/lantern-bridge-phoenix-example';

/** One request of each kind of GET of the JSON API. */
export const reads = [
  '/v1/centers?near=85004',
  center,
  `${center}/continuum?within=50`,
  '/v1/paths?near=85004&levels=residential,iop',
  '/v1/places?q=a',
  '/v1/taxonomy',
  '/v1/states',
  '/v1/health',
];
