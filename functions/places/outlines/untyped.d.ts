/** Types for packages that have none, as far as we use them. */
declare module 'us-atlas/states-10m.json' {
  const topology: {
    /** Lines as steps from corner to corner, in units of `scale`. */
    readonly arcs: readonly (readonly (readonly [lng: number, lat: number])[])[];
    readonly transform: { readonly scale: readonly [number, number]; readonly translate: readonly [number, number] };
    readonly objects: {
      readonly states: {
        readonly geometries: readonly {
          readonly properties: { readonly name: string };
          readonly arcs: readonly unknown[];
        }[];
      };
    };
  };
  export default topology;
}

declare module 'topojson-client' {
  type Polygon = readonly (readonly (readonly [lng: number, lat: number])[])[];
  export function feature(
    topology: unknown,
    object: unknown,
  ): {
    readonly features: readonly {
      readonly properties: { readonly name: string };
      readonly geometry:
        | { readonly type: 'Polygon'; readonly coordinates: Polygon }
        | { readonly type: 'MultiPolygon'; readonly coordinates: readonly Polygon[] };
    }[];
  };
}
