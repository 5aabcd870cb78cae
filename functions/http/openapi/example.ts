export interface ExampleRequest {
  readonly method: 'GET' | 'POST';
  /** Path and query string of the request's URL. */
  readonly target: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The body, sent as JSON. */
  readonly body?: unknown;
}

/** A request whose answer is an example in the OpenAPI document. */
export interface ExampleOf<Name extends string> {
  readonly route: Name;
  /** Name of the example in the document. */
  readonly name: string;
  readonly summary: string;
  readonly request: ExampleRequest;
}
