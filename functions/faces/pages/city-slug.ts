import { slugOf } from '../../domain/slug.ts';

/** A city as a part of a URL: `st-louis`. Names with the same letters get the same slug. */
export const citySlug = (city: string): string => slugOf(city);
