import * as z from 'zod';
import { namespaceSchema } from './metrics.ts';

/**
 * The search handler's environment: the construct that sets these variables and the handler that reads them
 * share this file, so a misnamed variable cannot be deployed.
 */
export const searchEnvironmentSchema = z.object({
  TABLE_NAME: z.string().min(1),
  /** Links in answers begin with this, such as `https://locator.example.org`. */
  PUBLIC_URL: z.url(),
  /** CloudWatch namespace of the counts in log lines: the stack's name. */
  METRIC_NAMESPACE: namespaceSchema,
  /** Where visitors report a wrong fact: an email address or an https page. Without it, pages have no such link. */
  REPORT_TO: z.union([z.email(), z.url({ protocol: /^https$/ })]).optional(),
});
export type SearchEnvironment = z.infer<typeof searchEnvironmentSchema>;

/** Fails loudly, naming every variable that is missing or wrong. */
export function readSearchEnvironment(environment: Record<string, string | undefined>): SearchEnvironment {
  const parsed = searchEnvironmentSchema.safeParse(environment);
  if (!parsed.success) throw new Error(`the handler's environment is incomplete:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
