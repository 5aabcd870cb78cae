import type { Handler } from '../../functions/api/app.ts';
import type { DatasetNote, DeviceFiles } from '../../functions/device/device-locator.ts';
import { call } from '../support/gateway-call.ts';

/** The files that a device downloads from an API. */
export async function downloaded(handler: Handler): Promise<DeviceFiles> {
  const read = async (target: string): Promise<string> => {
    const { status, body } = await call(handler, target);
    if (status !== 200) throw new Error(`${target} answered ${status}`);
    return body;
  };
  const dataset = JSON.parse(await read('/v1/dataset')) as DatasetNote;
  const pathOf = (url: string): string => new URL(url).pathname;
  const parts: string[] = [];
  for (const { url } of dataset.parts) parts.push(await read(pathOf(url)));
  return { dataset, parts, places: await read(pathOf(dataset.places.url)) };
}
