import { afterEach, expect, it, vi } from 'vitest';
import type { Event } from '../../web/locator/state/events.ts';
import { en } from '../../web/words/en.ts';

type Located = (position: { coords: { latitude: number; longitude: number; accuracy: number } }) => void;
type Refused = (error: { code: number }) => void;

afterEach(() => {
  vi.unstubAllGlobals();
});

// The imports use computed names, because TypeScript checks these modules with the browser's library and the tests
// without it.
const element = (name: string) => import(`${new URL(`../../web/locator/element/${name}`, import.meta.url).href}`);

/** The event that the finder gets after it asked the device for its location. */
async function heard(): Promise<Event> {
  const [{ Runner }, { browser }] = await Promise.all([element('runner.ts'), element('ports.ts')]);
  return new Promise((resolve) => {
    new Runner(
      browser,
      () => undefined,
      () => '',
      resolve,
    ).run({ do: 'locate', turn: 7 });
  });
}

it('asks for a rough place, once, and does not wait for long', async () => {
  const asked: Record<string, unknown>[] = [];
  const getCurrentPosition = (done: Located, _: Refused, options: Record<string, unknown>) => {
    asked.push(options);
    done({ coords: { latitude: 33.4, longitude: -112, accuracy: 900 } });
  };
  vi.stubGlobal('navigator', { geolocation: { getCurrentPosition } });
  expect(await heard()).toEqual({
    type: 'located',
    turn: 7,
    point: { lat: 33.4, lng: -112, accuracyMeters: 900 },
  });
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
  const event = await heard();
  expect(event).toMatchObject({ type: 'unlocated', turn: 7 });
  if (event.type === 'unlocated')
    expect(en.refused[event.why as 'denied']).toMatch(new RegExp(`${words}.*Type a ZIP code or city instead`));
});

it('a browser that cannot locate says what to do instead', async () => {
  vi.stubGlobal('navigator', {});
  expect(await heard()).toMatchObject({ type: 'unlocated', why: 'unfound' });
});
