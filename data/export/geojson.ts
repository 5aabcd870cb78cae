import type { CenterRecord } from '../../functions/domain/record.ts';

/** Each center as a point (RFC 7946), with all its other facts as properties. */
export function toGeoJson(records: readonly CenterRecord[]) {
  return {
    type: 'FeatureCollection',
    features: records.map(({ center, ...rest }) => ({
      type: 'Feature',
      id: center.id,
      geometry: { type: 'Point', coordinates: [center.location.lng, center.location.lat] },
      properties: { ...center, ...rest },
    })),
  };
}
