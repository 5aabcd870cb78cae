import type { Point } from './geohash.ts';

/** Where the device is: held in memory while the search starts from it, and never sent. */
export interface DevicePoint extends Point {
  /** How far off the device itself thinks it may be. */
  readonly accuracyMeters: number;
}

/** What went wrong, in words that say what to do instead. */
const refusals: Readonly<Record<number, string>> = {
  1: 'Your browser did not share a location. Type a ZIP code or city instead.',
  2: 'Your device could not find where it is. Type a ZIP code or city instead.',
  3: 'Finding your location took too long. Type a ZIP code or city instead.',
};

/** Asks the device once. Rejects with an Error whose message can be shown. */
export function locate(): Promise<DevicePoint> {
  return new Promise((resolve, reject) => {
    if (!('geolocation' in navigator)) return reject(new Error(refusals[2]));
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lat: coords.latitude, lng: coords.longitude, accuracyMeters: coords.accuracy }),
      ({ code }) => reject(new Error(refusals[code] ?? refusals[2])),
      // Distances are told in tenths of a mile: no satellite fix is needed, nor one of this very second.
      { enableHighAccuracy: false, timeout: 10_000, maximumAge: 60_000 },
    );
  });
}
