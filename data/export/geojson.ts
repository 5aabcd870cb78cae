import type { CenterRecord } from '../../functions/domain/record.ts';

/** Writes GeoJSON (RFC 7946): each center as a point, with all its other facts as properties. */
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
