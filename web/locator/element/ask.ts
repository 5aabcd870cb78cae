import { LocatorClient, NoAnswerError, ProblemError } from '../../client/index.ts';
import type { Answer } from '../read/answer.ts';
import { detailsOf } from '../read/details.ts';
import { readProblem } from '../read/problem.ts';
import { problemWithout } from '../read/problem-without.ts';
import { readVocabulary } from '../read/read-vocabulary.ts';
import { SearchProblem } from '../read/search-problem.ts';
import type { Vocabulary } from '../read/vocabulary.ts';
import { withOrigin } from '../read/with-origin.ts';
import type { Details, Problem, SearchFields } from '../state/state.ts';

/** The API functions that the finder uses. */
export interface Ask {
  search(fields: SearchFields, signal: AbortSignal): Promise<Answer>;
  places(text: string, signal: AbortSignal): Promise<readonly string[]>;
  /**
   * Reads what an opened card shows.
   * @param level The requested level; null for the center's first.
   */
  details(id: string, level: string | null): Promise<Details>;
  vocabulary(): Promise<Vocabulary>;
}

/**
 * @param api URL of the API without a closing slash; empty for the page's own origin.
 * @param send Function that sends requests.
 */
export function askApi(api: string, send: typeof fetch): Ask {
  const client = new LocatorClient({ baseUrl: api, fetch: send });
  return {
    async search(fields, signal) {
      // The cast is needed because filter values come from the API's taxonomy, which may be newer than these types.
      return withOrigin(await client.search(fields as Parameters<LocatorClient['search']>[0], { signal }));
    },
    async places(text, signal) {
      const { places } = await client.places(text, { limit: 8, signal });
      return places.map(({ label }) => label);
    },
    async details(id, level) {
      const [center, continuum] = await Promise.all([client.center(id), client.continuum(id)]);
      return detailsOf(center, continuum, level);
    },
    async vocabulary() {
      return readVocabulary(await client.taxonomy());
    },
  };
}

/**
 * Converts an error to a problem that the finder can show. Null if the request was aborted because something newer
 * began.
 */
export function problemOf(error: unknown, signal: AbortSignal): Problem | null {
  if (signal.aborted) return null;
  if (error instanceof SearchProblem) return error.problem;
  if (error instanceof NoAnswerError) return problemWithout(0, 'no-answer');
  if (error instanceof ProblemError)
    return readProblem(error.status, error.kind === 'unknown' ? null : error.problem, error.retryAfter ?? null);
  // An error in our code: the visitor sees a readable message, and developers find the error in the console.
  console.error(error);
  return problemWithout(0, 'broken');
}
