import { afterEach, expect, it, vi } from 'vitest';
import { webModule } from './tiny-dom.ts';

type Located = (position: { coords: { latitude: number; longitude: number; accuracy: number } }) => void;
type Refused = (error: { code: number }) => void;

afterEach(() => {
  vi.unstubAllGlobals();
});

const locate = async () => (await webModule<{ locate(): Promise<object> }>('device-location.ts')).locate();

it('asks for a rough place, once, and does not wait for long', async () => {
  const asked: Record<string, unknown>[] = [];
  const getCurrentPosition = (done: Located, _: Refused, options: Record<string, unknown>) => {
    asked.push(options);
    done({ coords: { latitude: 33.4, longitude: -112, accuracy: 900 } });
  };
  vi.stubGlobal('navigator', { geolocation: { getCurrentPosition } });
  expect(await locate()).toEqual({ lat: 33.4, lng: -112, accuracyMeters: 900 });
  expect(asked).toEqual([{ enableHighAccuracy: false, timeout: 10_000, maximumAge: 60_000 }]);
});

it.each([
  [1, 'did not share'],
  [2, 'could not find'],
  [3, 'took too long'],
  [9, 'could not find'],
])('a refusal of code %i says so, and what to do instead', async (code, words) => {
  vi.stubGlobal('navigator', {
    geolocation: { getCurrentPosition: (_: Located, refused: Refused) => refused({ code }) },
  });
  await expect(locate()).rejects.toThrow(new RegExp(`${words}.*Type a ZIP code or city instead`));
});

it('a browser that cannot locate says what to do instead', async () => {
  vi.stubGlobal('navigator', {});
  await expect(locate()).rejects.toThrow(/Type a ZIP code or city instead/);
});
