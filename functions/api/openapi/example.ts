import { fhirExamples } from '../../faces/fhir/examples.ts';
import { hsdsExamples } from '../../faces/hsds/examples.ts';
import { mcpExamples } from '../../faces/mcp/examples.ts';
import { v1Examples } from '../../faces/v1/examples.ts';
import type { ExampleOf } from '../../http/openapi/example.ts';
import type { ProblemKind } from '../../http/problem-kinds.ts';
import type { RouteName } from '../routes.ts';
import { serviceExamples } from '../service/examples.ts';

/**
 * The example requests of every face. Each is sent to the handler over the sample data, to show its real answer in the
 * OpenAPI document.
 */
export const exampleRequests: readonly ExampleOf<RouteName>[] = [
  ...v1Examples,
  ...serviceExamples,
  ...fhirExamples,
  ...hsdsExamples,
  ...mcpExamples,
];

/** A request with the handler's real answer. */
export interface Example extends ExampleOf<RouteName> {
  readonly response: {
    readonly status: number;
    /** Media type, without parameters. */
    readonly type: string;
    readonly problem: ProblemKind | null;
    /** Parsed JSON, or other text unchanged. */
    readonly body: unknown;
  };
}
