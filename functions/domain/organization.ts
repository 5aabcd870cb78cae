import * as z from 'zod';
import { slugSchema } from './slug.ts';

/** An organization that operates centers. */
export const organizationSchema = z.strictObject({
  slug: slugSchema,
  name: z.string().trim().min(1).max(200),
});
export type Organization = z.infer<typeof organizationSchema>;
