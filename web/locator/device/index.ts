import { deviceLocator, PartError, PlacesError } from '../../../functions/device/device-locator.ts';
import type { ApiContinuum } from '../read/details.ts';
import type { Engine, MakeEngine } from './engine.ts';
import { DamagedError } from './files.ts';

// The start is loaded long before. Importing it keeps the crisis code, which the search needs too, in the start's own file:
// a file of its own would add 280 bytes to the first load.
export { app } from '../parts/app.ts';
export { early } from '../state/early.ts';
export { css } from '../style/css.ts';

/** Everything that searches on the device: a bundle of its own, loaded when a search first needs it. */
export { Device } from './device.ts';
export { Watch } from './watch.ts';

/** The product's own search, over downloaded files. */
export const makeEngine: MakeEngine = (files, now) => {
  try {
    return asEngine(deviceLocator(files as Parameters<typeof deviceLocator>[0], now));
  } catch (cause) {
    if (!(cause instanceof PartError || cause instanceof PlacesError)) throw cause;
    throw new DamagedError(cause.message, { cause });
  }
};

/** A step always has its distance in miles, which its type leaves open. */
function asEngine(locator: ReturnType<typeof deviceLocator>): Engine {
  return { ...locator, continuum: (id) => locator.continuum(id) as unknown as ApiContinuum };
}
