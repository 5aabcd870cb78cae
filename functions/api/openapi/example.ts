import type { ProblemKind } from '../../http/problem-kinds.ts';
import type { RouteName } from '../routes.ts';

export interface ExampleRequest {
  readonly method: 'GET' | 'POST';
  /** Path and query as they stand in a URL. */
  readonly target: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
}

/** A request and the answer that the handler really gave to it. */
export interface Example {
  readonly route: RouteName;
  /** Its name in the document. */
  readonly name: string;
  readonly summary: string;
  readonly request: ExampleRequest;
  readonly response: {
    readonly status: number;
    /** Media type, without parameters. */
    readonly type: string;
    readonly problem: ProblemKind | null;
    /** JSON read, other text as it is. */
    readonly body: unknown;
  };
}
