/**
 * A point as the search takes it, rounded to one decimal of a degree: some seven miles across, which cannot
 * tell a home or a clinic (anything within 1,750 feet counts as precise location in health-privacy law).
 */
export function coarsePoint({ latitude, longitude }: { latitude: number; longitude: number }): string {
  return `${oneDecimal(latitude)},${oneDecimal(longitude)}`;
}

function oneDecimal(degrees: number): string {
  // Adding zero makes -0 plain 0.
  return String(Math.round(degrees * 10) / 10 + 0);
}

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
