/** A request as routes see it, whatever the transport. Types only: code for devices is type-checked with it. */
export interface Request {
  readonly id: string;
  /** As received: methods are case-sensitive, so `get` is not GET and cannot bypass the key that GET requires. */
  readonly method: string;
  readonly path: string;
  /** All values of all query parameters: API Gateway gives repeated ones only in this field. */
  readonly query: ReadonlyMap<string, readonly string[]>;
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}
