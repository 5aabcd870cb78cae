import { LocatorClient, NoAnswerError, ProblemError } from '../../client/index.ts';
import type { Answer } from '../read/answer.ts';
import { readProblem } from '../read/problem.ts';
import { problemWithout } from '../read/problem-without.ts';
import { readVocabulary } from '../read/read-vocabulary.ts';
import type { Vocabulary } from '../read/vocabulary.ts';
import type { Details, Problem, SearchFields, Step } from '../state/state.ts';

/** The API as the finder asks it. */
export interface Ask {
  search(fields: SearchFields, signal: AbortSignal): Promise<Answer>;
  places(text: string, signal: AbortSignal): Promise<readonly string[]>;
  /** @param level The level that was asked for; the first of the center otherwise. */
  details(id: string, level: string | null): Promise<Details>;
  vocabulary(): Promise<Vocabulary>;
}

/** @param api Address of the API without a closing slash; empty for the page's own. */
export function askApi(api: string): Ask {
  const client = new LocatorClient({ baseUrl: api });
  return {
    async search(fields, signal) {
      // Values come from the API's own taxonomy, not from what was known when this was compiled.
      const { origin, ...answer } = await client.search(fields as Parameters<LocatorClient['search']>[0], { signal });
      if (origin === null) throw new Error('a search of the finder names a place');
      return { ...answer, origin } as Answer;
    },
    async places(text, signal) {
      const { places } = await client.places(text, { limit: 8, signal });
      return places.map(({ label }) => label);
    },
    async details(id, level) {
      const [{ offerings }, { steps }] = await Promise.all([client.center(id), client.continuum(id)]);
      const own = steps.find((step) => step.level === level) ?? steps[0];
      return { offerings, up: stepOf(own?.stepUp ?? null), down: stepOf(own?.stepDown ?? null) };
    },
    async vocabulary() {
      return readVocabulary(await client.taxonomy());
    },
  };
}

interface ApiStep {
  readonly level: string;
  readonly center: { readonly id: string; readonly name: string };
  readonly distance: { readonly miles: number; readonly approximate?: boolean };
}

function stepOf(step: ApiStep | null): Step | null {
  if (step === null) return null;
  const { miles, approximate = false } = step.distance;
  return { level: step.level, center: { id: step.center.id, name: step.center.name }, miles, approximate };
}

/** Null for what was given up because something else began. */
export function problemOf(error: unknown, signal: AbortSignal): Problem | null {
  if (signal.aborted) return null;
  if (error instanceof NoAnswerError) return problemWithout(0, 'no-answer');
  if (error instanceof ProblemError)
    return readProblem(error.status, error.kind === 'unknown' ? null : error.problem, error.retryAfter ?? null);
  // A fault of ours: the visitor gets a readable message, and developers find the error in the console.
  console.error(error);
  return problemWithout(0, 'broken');
}
