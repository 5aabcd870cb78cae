// This file is separate from from-provider.ts because devices download that one, and they do not have zod.
import * as z from 'zod';
import { providerFacts } from './from-provider.ts';
import { listOf } from './list.ts';

/** A public host name; on this machine (localhost or 127.0.0.1) it may have a port. */
export const hostSchema = z
  .string()
  .max(253)
  .regex(
    /^(?:[a-z0-9-]+(?:\.[a-z0-9-]+)*|(?:localhost|127\.0\.0\.1):\d{1,5})$/,
    'must be a lower-case host name such as "provider.example"',
  );

/** Which facts of an offering its provider states on its own site, and how old they are. */
export const fromProviderSchema = z.strictObject({
  /** The site that hosts the file. */
  host: hostSchema,
  /** The day on which somebody at the center last checked these facts. */
  asOf: z.iso.date(),
  /** The day on which the file was last read. */
  readOn: z.iso.date(),
  /** The day from which the facts are too old to rely on. */
  staleOn: z.iso.date(),
  /** The day since which the file could not be read, or was not accepted. Absent if all is well. */
  failingSince: z.iso.date().optional(),
  /** Names of the facts, in the order of {@link providerFacts}. */
  facts: listOf(z.enum(providerFacts)).min(1, 'must be left out if it is empty'),
});
