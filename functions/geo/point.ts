/** Degrees, WGS 84. Arrays `[lng, lat]` appear only in GeoJSON. */
export interface Point {
  readonly lat: number;
  readonly lng: number;
}

/** Throws RangeError unless latitude and longitude are finite degrees in range. Never clamps or wraps a value. */
export function assertPoint({ lat, lng }: Point): void {
  if (!(lat >= -90 && lat <= 90)) throw new RangeError(`latitude ${lat} is not between -90 and 90`);
  if (!(lng >= -180 && lng <= 180)) throw new RangeError(`longitude ${lng} is not between -180 and 180`);
}
