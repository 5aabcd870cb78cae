import { RefusedError, type CorrectionRequest as Requested } from '../faces/agent/services.ts';
import { UnknownOfferingError } from '../publish/confirm.ts';
import { CorrectionRefusedError, type CorrectionRequest, UnknownCenterError } from '../publish/correct.ts';
import { HeadMovedError } from '../store/store.ts';
import { CorrectionsChangedError } from '../store/stored-corrections.ts';
import { FactsChangedError } from '../store/stored-facts.ts';
import { PrivateChangedError } from '../store/stored-private.ts';

const changed = [CorrectionsChangedError, PrivateChangedError];
const notThere = [UnknownOfferingError, UnknownCenterError];

/** Converts the publisher's errors to the errors that the API's routes return. */
export function asRefused(error: unknown): never {
  if (error instanceof FactsChangedError) throw new RefusedError({ kind: 'changed', target: error.offering }, error);
  if (changed.some((kind) => error instanceof kind)) throw new RefusedError({ kind: 'changed' }, error);
  if (notThere.some((kind) => error instanceof kind)) throw new RefusedError({ kind: 'not-there' }, error);
  if (error instanceof HeadMovedError) throw new RefusedError({ kind: 'busy' }, error);
  if (error instanceof CorrectionRefusedError) throw new RefusedError({ kind: 'faults', faults: error.faults }, error);
  throw error;
}

/** Converts a correction request to the publisher's form. */
export function correctionRequestOf({ set, clear, ...request }: Requested): CorrectionRequest {
  return {
    ...request,
    set: set.map(({ path, value }) => ({ path, value: value as never })),
    clear: clear === 'all' ? clear : [...clear],
  };
}
