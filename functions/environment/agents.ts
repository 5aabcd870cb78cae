import * as z from 'zod';
import { namespaceSchema } from './metrics.ts';

/**
 * The environment variables of the agents' functions, shared by the construct that sets them and the handlers that read
 * them.
 */
const agentsEnvironmentSchema = z.object({
  TABLE_NAME: z.string().min(1),
  /** URL of the website: links in answers begin with it. */
  PUBLIC_URL: z.url(),
  /**
   * Issuer of access tokens: a Cognito user pool, such as `https://cognito-idp.us-west-2.amazonaws.com/us-west-2_abc`.
   */
  TOKEN_ISSUER: z.url(),
  /** Id of the app whose access tokens are accepted. */
  TOKEN_CLIENT: z.string().min(1),
  /** CloudWatch namespace for the metrics in log lines: the stack's name. */
  METRIC_NAMESPACE: namespaceSchema,
});
export type AgentsEnvironment = z.infer<typeof agentsEnvironmentSchema>;

/** Reads the variables. Throws an error that names every missing or wrong one. */
export function readAgentsEnvironment(environment: Record<string, string | undefined>): AgentsEnvironment {
  const parsed = agentsEnvironmentSchema.safeParse(environment);
  if (!parsed.success) throw new Error(`the agents' environment is incomplete:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
