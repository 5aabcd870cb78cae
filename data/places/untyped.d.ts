/** Packages without types of their own, as far as they are used. */
declare module 'us-atlas/states-10m.json' {
  const topology: { readonly objects: { readonly states: unknown } };
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
