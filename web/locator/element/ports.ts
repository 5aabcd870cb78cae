import type { Sight } from '../device/watch.ts';
import type { DevicePoint } from '../state/state.ts';

/** What the element needs from the browser. Tests replace it. */
export interface Ports {
  locate(): Promise<DevicePoint>;
  share(link: { readonly title: string; readonly url: string }): Promise<'shared' | 'copied'>;
  copy(text: string): Promise<void>;
  print(): void;
}

/** Facts about the browser and connection that decide when files are downloaded. */
export interface Surroundings extends Sight {
  /** True if the visitor's browser asks websites to save data. */
  savesData(): boolean;
  /** True if the connection is too slow for downloads in advance. */
  isSlow(): boolean;
}

/** Requests the device's location once. Rejects with the code of a GeolocationPositionError. */
function locate(): Promise<DevicePoint> {
  return new Promise((resolve, reject) => {
    if (!('geolocation' in navigator)) return reject({ code: 2 });
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lat: coords.latitude, lng: coords.longitude, accuracyMeters: coords.accuracy }),
      reject,
      // No satellite fix is needed, because distances are shown in tenths of a mile. The position may be a minute old.
      { enableHighAccuracy: false, timeout: 10_000, maximumAge: 60_000 },
    );
  });
}

/** Chromium's information about the connection; other browsers have none. */
interface NetworkInformation {
  readonly saveData?: boolean;
  readonly effectiveType?: string;
}

const connection = (): NetworkInformation | undefined =>
  (navigator as { readonly connection?: NetworkInformation }).connection;

export const browser: Ports & Surroundings = {
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
  savesData: () => connection()?.saveData === true,
  isSlow: () => /^(?:slow-2g|2g|3g)$/.test(connection()?.effectiveType ?? ''),
  isVisible: () => document.visibilityState === 'visible',
  onVisible(seen) {
    const changed = () => browser.isVisible() && seen();
    document.addEventListener('visibilitychange', changed);
    return () => document.removeEventListener('visibilitychange', changed);
  },
};
