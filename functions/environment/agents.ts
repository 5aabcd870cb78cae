import * as z from 'zod';
import { namespaceSchema } from './metrics.ts';

/** The agents' functions' environment, shared by the construct that sets it and the handlers that read it. */
const agentsEnvironmentSchema = z.object({
  TABLE_NAME: z.string().min(1),
  /** Base URL of links in answers. */
  PUBLIC_URL: z.url(),
  /**
   * Issuer of access tokens: a Cognito user pool, such as `https://cognito-idp.us-west-2.amazonaws.com/us-west-2_abc`.
   */
  TOKEN_ISSUER: z.url(),
  /** The app that tokens are issued to. */
  TOKEN_CLIENT: z.string().min(1),
  /** CloudWatch namespace of the counts in log lines: the stack's name. */
  METRIC_NAMESPACE: namespaceSchema,
});
export type AgentsEnvironment = z.infer<typeof agentsEnvironmentSchema>;

/** Fails loudly, naming every variable that is missing or wrong. */
export function readAgentsEnvironment(environment: Record<string, string | undefined>): AgentsEnvironment {
  const parsed = agentsEnvironmentSchema.safeParse(environment);
  if (!parsed.success) throw new Error(`the agents' environment is incomplete:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
