import type { PathQuery } from '../../../search/paths/path.ts';
import type { Origin } from './origin.ts';

/** A request for paths after parsing. */
export interface PathsRequest {
  readonly origin: Origin;
  readonly query: PathQuery;
  /** The fields as they were read, for the answer's `query`. */
  readonly echo: Readonly<Record<string, unknown>>;
}
