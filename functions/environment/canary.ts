import * as z from 'zod';
import { namespaceSchema } from './metrics.ts';

/** The environment variables of the canary, shared by the construct that sets them and the handler that reads them. */
const canaryEnvironmentSchema = z.object({
  /** The website that the canary visits, without a closing slash. */
  PUBLIC_URL: z.url(),
  METRIC_NAMESPACE: namespaceSchema,
});
export type CanaryEnvironment = z.infer<typeof canaryEnvironmentSchema>;

/** Reads the variables. Throws an error that names every missing or wrong one. */
export function readCanaryEnvironment(environment: Record<string, string | undefined>): CanaryEnvironment {
  const parsed = canaryEnvironmentSchema.safeParse(environment);
  if (!parsed.success) throw new Error(`the canary's environment is incomplete:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
