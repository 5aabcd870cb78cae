import * as z from 'zod';
import { namespaceSchema } from './metrics.ts';

/** The canary's environment, shared by the construct that sets it and the handler that reads it. */
const canaryEnvironmentSchema = z.object({
  /** The website that it visits, without a closing slash. */
  PUBLIC_URL: z.url(),
  METRIC_NAMESPACE: namespaceSchema,
});
export type CanaryEnvironment = z.infer<typeof canaryEnvironmentSchema>;

/** Fails loudly, naming every variable that is missing or wrong. */
export function readCanaryEnvironment(environment: Record<string, string | undefined>): CanaryEnvironment {
  const parsed = canaryEnvironmentSchema.safeParse(environment);
  if (!parsed.success) throw new Error(`the canary's environment is incomplete:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
