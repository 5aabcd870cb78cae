import type { Organization } from '../../domain/organization.ts';
import { slugOf } from '../../domain/slug.ts';

/** The organization that a name alone stands for; where no slug can be made of it, an empty one, which is a fault. */
export const organizationOf = (name: string): Organization => ({ slug: slugOrNone(name), name });

/** The slug of a name, or an empty text where it has no letter or digit that a slug could keep. */
export function slugOrNone(name: string): string {
  // slugOf throws for such names alone; a leading letter makes one of any name.
  return slugOf(`x ${name}`) === 'x' ? '' : slugOf(name);
}
