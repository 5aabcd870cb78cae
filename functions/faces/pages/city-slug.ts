import { slugOf } from '../../domain/slug.ts';

/** A city as a part of a URL: `st-louis`. Two names with the same letters are one place. */
export const citySlug = (city: string): string => slugOf(city);
