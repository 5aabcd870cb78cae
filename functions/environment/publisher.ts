import * as z from 'zod';

/**
 * The environment variables of the publisher, shared by the construct that sets them and the handler that reads them.
 */
const publisherEnvironmentSchema = z.object({ TABLE_NAME: z.string().min(1) });
export type PublisherEnvironment = z.infer<typeof publisherEnvironmentSchema>;

/** Reads the variables. Throws an error that names every missing or wrong one. */
export function readPublisherEnvironment(environment: Record<string, string | undefined>): PublisherEnvironment {
  const parsed = publisherEnvironmentSchema.safeParse(environment);
  if (!parsed.success) throw new Error(`the publisher's environment is incomplete:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
