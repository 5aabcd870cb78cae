import { faultAt } from './faults.ts';
import { badRequest } from './problem.ts';
import type { Request } from './request.ts';

/** @throws Problem when a route that takes no parameters is given some. */
export function noParameters(request: Request): void {
  const faults = [...request.query.keys()].map((name) =>
    faultAt([name], 'is not a parameter of this address', 'parameter'),
  );
  if (faults.length > 0) throw badRequest(faults);
}
