import { deviceLocator, PartError, PlacesError } from '../../../functions/device/device-locator.ts';
import type { ApiContinuum } from '../read/details.ts';
import type { Engine, MakeEngine } from './engine.ts';
import { DamagedError } from './files.ts';

/** Everything that searches on the device: a separate bundle, loaded when a search first needs it. */
export { Device } from './device.ts';
export { Watch } from './watch.ts';

/** Builds the same search engine that the API uses, over downloaded files. */
export const makeEngine: MakeEngine = (files, now) => {
  try {
    return asEngine(deviceLocator(files as Parameters<typeof deviceLocator>[0], now));
  } catch (cause) {
    if (!(cause instanceof PartError || cause instanceof PlacesError)) throw cause;
    throw new DamagedError(cause.message, { cause });
  }
};

/**
 * Adapts the engine's types: a step up or down always has its distance in miles, although the type makes it optional.
 */
function asEngine(locator: ReturnType<typeof deviceLocator>): Engine {
  return { ...locator, continuum: (id) => locator.continuum(id) as unknown as ApiContinuum };
}
