import { faultAt } from '../../../http/faults.ts';
import { badRequest, type Fault, Problem } from '../../../http/problem.ts';
import type { Request } from '../../../http/request.ts';

/** Formats a version for `ETag` and `If-Match`. */
export const tagOf = (version: number): string => `"${version}"`;

/**
 * The version that the caller saw: a number, 0 if nothing existed, or null for `*`.
 * @param at Receives faults.
 * @throws Problem 428 if the header is missing.
 */
export function readIfMatch({ headers }: Pick<Request, 'headers'>, at: (fault: Fault) => void): number | null {
  const given = headers.get('if-match')?.trim();
  if (given === undefined || given === '') throw versionNeeded();
  if (given === '*') return null;
  const [, digits] = /^"(\d{1,9})"$/.exec(given) ?? [];
  if (digits === undefined) at(faultAt(['If-Match'], 'must be one version in quotes, such as "3", or *', 'parameter'));
  return Number(digits ?? 0);
}

/**
 * Reads `If-Match` and requires a version. Refuses `*`, because it would overwrite a value that the caller never saw.
 * @returns 0 if nothing existed, or after a fault
 */
export function readVersion(request: Pick<Request, 'headers'>, at: (fault: Fault) => void): number {
  const version = readIfMatch(request, at);
  if (version === null) at(faultAt(['If-Match'], 'must name the version that you saw, such as "3"', 'parameter'));
  return version ?? 0;
}

function versionNeeded(): Problem {
  const detail = 'Send the version that you read as If-Match, such as "3"; "0" where there was none.';
  return new Problem(428, 'version-needed', 'Say which version you saw', detail);
}

/**
 * The 412 answer if somebody else changed the value first.
 * @param sent The version in the request.
 * @param current The current value, with its version.
 */
export function changedMeanwhile(sent: number, current: { readonly version: number }): Problem {
  return new Problem(
    412,
    'changed-meanwhile',
    'Somebody else was first',
    `The current version is ${current.version}, and you sent ${sent}. Nothing was written. Read the current version, and send your change again if it is still right.`,
    { headers: { etag: tagOf(current.version) }, members: { sent: { version: sent }, current } },
  );
}

/**
 * Refuses a request with faults.
 * @throws Problem if there are any.
 */
export function refuse(faults: readonly Fault[]): void {
  if (faults.length > 0) throw badRequest(faults);
}
