import * as z from 'zod';

/** The publisher's environment, shared by the construct that sets it and the handler that reads it. */
const publisherEnvironmentSchema = z.object({ TABLE_NAME: z.string().min(1) });
export type PublisherEnvironment = z.infer<typeof publisherEnvironmentSchema>;

/** Fails loudly, naming every variable that is missing or wrong. */
export function readPublisherEnvironment(environment: Record<string, string | undefined>): PublisherEnvironment {
  const parsed = publisherEnvironmentSchema.safeParse(environment);
  if (!parsed.success) throw new Error(`the publisher's environment is incomplete:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
