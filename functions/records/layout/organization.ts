import type { Organization } from '../../domain/organization.ts';
import { slugOf } from '../../domain/slug.ts';

/**
 * The organization that is given by its name alone. If the name has nothing for a slug, the slug is empty, which is
 * reported as a fault.
 */
export const organizationOf = (name: string): Organization => ({ slug: slugOrNone(name), name });

/** The slug of a name; empty if the name has no letter or digit that can be in a slug. */
export function slugOrNone(name: string): string {
  // `slugOf` throws if the name has nothing for a slug. With a letter in front, it never throws.
  return slugOf(`x ${name}`) === 'x' ? '' : slugOf(name);
}
