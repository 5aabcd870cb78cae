import type { DevicePoint } from '../state/state.ts';

/** What the element needs of the browser, so that tests can stand in for it. */
export interface Ports {
  locate(): Promise<DevicePoint>;
  share(link: { readonly title: string; readonly url: string }): Promise<'shared' | 'copied'>;
  copy(text: string): Promise<void>;
  print(): void;
}

/** Asks the device once. Rejects with the browser's own code of a GeolocationPositionError. */
function locate(): Promise<DevicePoint> {
  return new Promise((resolve, reject) => {
    if (!('geolocation' in navigator)) return reject({ code: 2 });
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lat: coords.latitude, lng: coords.longitude, accuracyMeters: coords.accuracy }),
      reject,
      // Distances are told in tenths of a mile: no satellite fix is needed, nor one of this very second.
      { enableHighAccuracy: false, timeout: 10_000, maximumAge: 60_000 },
    );
  });
}

export const browser: Ports = {
  locate,
  async share(link) {
    if (typeof navigator.share === 'function') {
      await navigator.share(link);
      return 'shared';
    }
    await navigator.clipboard.writeText(link.url);
    return 'copied';
  },
  copy: (text) => navigator.clipboard.writeText(text),
  print: () => window.print(),
};
