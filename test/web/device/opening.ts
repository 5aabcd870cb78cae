import { Device, type DevicePorts } from '../../../web/locator/device/device.ts';
import { makeEngine } from '../../../web/locator/device/index.ts';
import { MOST_BYTES } from '../../../web/locator/read/most-bytes.ts';
import type { OnDevice, SearchFields } from '../../../web/locator/state/state.ts';
import { post } from '../../support/gateway-call.ts';
import { listings } from './listings.ts';

/** A device with real listings and the real search code. */
export async function opening(given: Partial<DevicePorts> = {}) {
  const from = await listings();
  const told: Partial<OnDevice>[] = [];
  const device = new Device({
    site: '',
    fetch: from.fetch,
    makeEngine,
    mostBytes: MOST_BYTES,
    now: from.now,
    wait: async (ms) => from.pass(ms),
    savesData: () => false,
    tell: (one) => told.push(one),
    ...given,
  });
  const api = async (fields: SearchFields) => JSON.parse((await post(from.handler, fields)).body);
  return { ...from, device, told, api, last: () => Object.assign({}, ...told) as Partial<OnDevice> };
}

/** The kind of problem that a promise rejects with; `answered` if it resolves. */
export const kindOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'answered',
    (error) => error.problem?.kind ?? String(error),
  );

export const ids = ({ results }: { readonly results: readonly { readonly center: { readonly id: string } }[] }) =>
  results.map(({ center }) => center.id);
