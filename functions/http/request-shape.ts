/**
 * A request as routes see it, whatever the transport. This file only has types, because code for devices imports it.
 */
export interface Request {
  readonly id: string;
  /** As received: methods are case-sensitive, so `get` is not GET and cannot bypass the key that GET requires. */
  readonly method: string;
  readonly path: string;
  /** Every parameter with all its values. API Gateway gives repeated parameters only in this field. */
  readonly query: ReadonlyMap<string, readonly string[]>;
  /** Headers by their name in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}
