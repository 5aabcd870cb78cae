/** A request as routes see it, whatever brought it. Types alone: code for devices is checked with it. */
export interface Request {
  readonly id: string;
  /** As it came: methods are case-sensitive, so `get` is no GET and gets past no key that GET requires. */
  readonly method: string;
  readonly path: string;
  /** Every value of every query parameter: API Gateway shows repeated ones only here. */
  readonly query: ReadonlyMap<string, readonly string[]>;
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}
