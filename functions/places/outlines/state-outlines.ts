import { feature } from 'topojson-client';
import topology from 'us-atlas/states-10m.json' with { type: 'json' };

/** One outline: rings of `[lng, lat]`, the first around it, the others holes. */
export type Polygon = readonly (readonly (readonly [lng: number, lat: number])[])[];

/** The outline of every state and territory, by the name that the Census Bureau gives it. Bundled where checks are. */
export function readOutlines(): ReadonlyMap<string, readonly Polygon[]> {
  return new Map(
    feature(topology, topology.objects.states).features.map(({ properties, geometry }) => [
      properties.name,
      geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
    ]),
  );
}
