import { type CorrectionRequest, RefusedError } from '../faces/agent/services.ts';
import { UnknownOfferingError } from '../publish/confirm.ts';
import { OverrideRefusedError, type OverrideRequest, UnknownCenterError } from '../publish/override.ts';
import { HeadMovedError } from '../store/store.ts';
import { FactsChangedError } from '../store/stored-facts.ts';
import { OverrideChangedError } from '../store/stored-override.ts';
import { PrivateChangedError } from '../store/stored-private.ts';

const changed = [OverrideChangedError, PrivateChangedError];
const notThere = [UnknownOfferingError, UnknownCenterError];

/** Converts the publisher's errors to those that the API's routes answer. */
export function asRefused(error: unknown): never {
  if (error instanceof FactsChangedError) throw new RefusedError({ kind: 'changed', target: error.offering }, error);
  if (changed.some((kind) => error instanceof kind)) throw new RefusedError({ kind: 'changed' }, error);
  if (notThere.some((kind) => error instanceof kind)) throw new RefusedError({ kind: 'not-there' }, error);
  if (error instanceof HeadMovedError) throw new RefusedError({ kind: 'busy' }, error);
  if (error instanceof OverrideRefusedError) throw new RefusedError({ kind: 'faults', faults: error.faults }, error);
  throw error;
}

/** Converts a correction request to the publisher's form. */
export function overrideOf({ set, clear, ...request }: CorrectionRequest): OverrideRequest {
  return {
    ...request,
    set: set.map(({ path, value }) => ({ path, value: value as never })),
    clear: clear === 'all' ? clear : [...clear],
  };
}
