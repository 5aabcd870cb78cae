import * as z from 'zod';
import { namespaceSchema } from './metrics.ts';

/**
 * The environment variables of the search handler. The construct that sets them and the handler that reads them share
 * this file, so that both use the same names.
 */
export const searchEnvironmentSchema = z.object({
  TABLE_NAME: z.string().min(1),
  /** URL of the website: links in answers begin with it. For example `https://locator.example.org`. */
  PUBLIC_URL: z.url(),
  /** CloudWatch namespace for the metrics in log lines: the stack's name. */
  METRIC_NAMESPACE: namespaceSchema,
  /** Where visitors report a wrong fact: an email address or an https page. If undefined, pages have no such link. */
  REPORT_TO: z.union([z.email(), z.url({ protocol: /^https$/ })]).optional(),
});
export type SearchEnvironment = z.infer<typeof searchEnvironmentSchema>;

/** Reads the variables. Throws an error that names every missing or wrong one. */
export function readSearchEnvironment(environment: Record<string, string | undefined>): SearchEnvironment {
  const parsed = searchEnvironmentSchema.safeParse(environment);
  if (!parsed.success) throw new Error(`the handler's environment is incomplete:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
