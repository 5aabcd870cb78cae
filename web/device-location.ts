import { coarsePoint } from './coarse-point.ts';

/** What went wrong, in words that say what to do instead. */
const refusals: Readonly<Record<number, string>> = {
  1: 'Your browser did not share a location. Type a ZIP code or city instead.',
  2: 'Your device could not find where it is. Type a ZIP code or city instead.',
  3: 'Finding your location took too long. Type a ZIP code or city instead.',
};

/** Asks the device once, coarsely. Rejects with an Error whose message can be shown. */
export function locate(): Promise<string> {
  return new Promise((resolve, reject) => {
    if (!('geolocation' in navigator)) return reject(new Error(refusals[2]));
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve(coarsePoint(coords)),
      ({ code }) => reject(new Error(refusals[code] ?? refusals[2])),
      // A rounded point needs no satellite fix; one that is ten minutes old is as good.
      { enableHighAccuracy: false, timeout: 10_000, maximumAge: 600_000 },
    );
  });
}
