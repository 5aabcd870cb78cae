import type { Organization } from '../../domain/organization.ts';
import { slugOf } from '../../domain/slug.ts';

/** The organization for a name alone. If no slug can be made of the name, the slug is empty, which is a fault. */
export const organizationOf = (name: string): Organization => ({ slug: slugOrNone(name), name });

/** The slug of a name; empty if the name has no letter or digit that a slug can have. */
export function slugOrNone(name: string): string {
  // slugOf only throws for such names; with a letter in front any name gets a slug.
  return slugOf(`x ${name}`) === 'x' ? '' : slugOf(name);
}
