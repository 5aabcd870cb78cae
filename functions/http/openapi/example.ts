export interface ExampleRequest {
  readonly method: 'GET' | 'POST';
  /** Path and query as written in a URL. */
  readonly target: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON if given. */
  readonly body?: unknown;
}

/** A request whose answer the document shows. */
export interface ExampleOf<Name extends string> {
  readonly route: Name;
  /** Its name in the document. */
  readonly name: string;
  readonly summary: string;
  readonly request: ExampleRequest;
}
