import type { ResultAnswer } from '../shapes/center.ts';

/** The results as a FeatureCollection (RFC 7946). The answer's other properties are included, as section 6.1 allows. */
export function toGeoJson({ results, ...rest }: { readonly results: readonly ResultAnswer[] }) {
  return {
    type: 'FeatureCollection',
    features: results.map((result) => {
      const { lng, lat } = result.center.location;
      return {
        type: 'Feature',
        id: result.center.id,
        geometry: { type: 'Point', coordinates: [lng, lat] },
        properties: result,
      };
    }),
    ...rest,
  };
}
