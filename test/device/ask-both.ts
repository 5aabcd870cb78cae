import type { Handler } from '../../functions/api/app.ts';
import { type DeviceLocator, DeviceProblem } from '../../functions/device/device-locator.ts';
import { post } from '../support/gateway-call.ts';
import { type Answered, type Difference, differencesOf } from './compare.ts';

export interface Both {
  readonly api: Answered;
  readonly device: Answered;
  /** Milliseconds of the device's search. */
  readonly ms: number;
  readonly differences: readonly Difference[];
}

/** Asks the API and the device the same question. */
export async function askBoth(body: unknown, handler: Handler, locator: DeviceLocator): Promise<Both> {
  const { status, body: text } = await post(handler, body);
  const api = { status, body: JSON.parse(text) };
  const before = performance.now();
  const device = asked(body, locator);
  const ms = performance.now() - before;
  return { api, device, ms, differences: differencesOf(api, device) };
}

/** The device's answer, or its problem, as JSON. */
export function asked(body: unknown, locator: DeviceLocator): Answered {
  try {
    return { status: 200, body: JSON.parse(JSON.stringify(locator.search(body as object))) };
  } catch (error) {
    if (error instanceof DeviceProblem) return { status: error.status, body: { ...error.problem } };
    throw error;
  }
}
