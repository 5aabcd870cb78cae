import { feature } from 'topojson-client';
import topology from 'us-atlas/states-10m.json' with { type: 'json' };

/** One outline as rings of `[lng, lat]`: first the outer ring, then holes. */
export type Polygon = readonly (readonly (readonly [lng: number, lat: number])[])[];

/** The outline of every state and territory, by the Census Bureau's name. Bundled with the code that checks records. */
export function readOutlines(): ReadonlyMap<string, readonly Polygon[]> {
  return new Map(
    feature(topology, topology.objects.states).features.map(({ properties, geometry }) => [
      properties.name,
      geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
    ]),
  );
}
