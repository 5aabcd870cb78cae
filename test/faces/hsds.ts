import { z } from 'zod';
import { type TaxonomyName, taxonomyNames } from '../../functions/faces/hsds/shapes/taxonomies.ts';
import { uuidOfTerm } from '../../functions/faces/hsds/shapes/uuid.ts';
import { KM_PER_MILE } from '../../functions/geo/distance.ts';
import { call } from '../support/gateway-call.ts';
import { answered, centersOfPages, type Face, programFilter } from './face.ts';

const pageSchema = z.object({
  last_page: z.boolean(),
  contents: z.array(z.object({ location: z.object({ external_identifier: z.string() }) })),
});
const isTaxonomy = (field: string): field is TaxonomyName => taxonomyNames.includes(field as TaxonomyName);

/** Searches services at locations within a distance of a ZIP, with at most one taxonomy term as a filter. */
export const serviceAtLocations: Face = async (question, handler) => {
  const { near, within, limit, state, name, include } = question.search;
  if (include !== undefined) return { cannot: 'a level in doubt is no service' };
  if (question.point !== null) return { cannot: 'takes ZIPs, not points' };
  if ((state ?? question.search.in) !== undefined) return { cannot: 'does not narrow by state' };
  if (near !== undefined && within === undefined) return { cannot: 'takes a ZIP with a distance only' };
  if (name !== undefined) return { cannot: 'reads a text, not a name' };
  const filter = programFilter(question);
  if (filter === null) return { cannot: 'centers without a service' };
  const terms = Object.entries(filter).flatMap(([field, codes]) => codes.map((code) => [field, code] as const));
  const [term] = terms;
  if (terms.length > 1) return { cannot: 'takes one term of one taxonomy' };
  const query = new URLSearchParams({ per_page: '100' });
  if (near !== undefined) {
    query.set('postcode', `${near}`);
    query.set('proximity', `${Number.parseFloat(`${within}`) * KM_PER_MILE * 1_000}`);
  }
  if (term !== undefined) {
    const [field, code] = term;
    if (!isTaxonomy(field)) return { cannot: `has no taxonomy of ${field}s` };
    query.set('taxonomy_term_id', uuidOfTerm(field, code));
  }
  return centersOfPages(Number(limit), pages());

  async function* pages(): AsyncGenerator<readonly string[]> {
    for (let page = 1, last = false; !last; page += 1) {
      query.set('page', `${page}`);
      const body = await answered(call(handler, `/hsds/service_at_locations?${query}`));
      const { contents, last_page } = pageSchema.parse(JSON.parse(body));
      yield contents.map(({ location }) => location.external_identifier);
      last = last_page;
    }
  }
};
