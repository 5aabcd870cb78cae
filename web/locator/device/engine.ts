import type { Place } from '../read/answer.ts';
import type { ApiCenter, ApiContinuum } from '../read/details.ts';
import type { AnyAnswer } from '../read/with-origin.ts';

/** The search engine in memory, built by functions/device. It gives the same answers as the API. */
export interface Engine {
  search(body: object): AnyAnswer;
  places(text: string, limit: number): readonly Pick<Place, 'label'>[];
  center(id: string): ApiCenter;
  continuum(id: string): ApiContinuum;
}

/** Texts of all downloaded files, in the order of the list of files. */
interface Downloaded {
  /** The answer of `GET /v1/dataset`. */
  readonly dataset: unknown;
  readonly parts: string[];
  readonly places: string;
}

/**
 * Builds an engine from downloaded files.
 * @param now Milliseconds since 1970: decides which confirmations are stale.
 * @throws DamagedError if a file is damaged, because an engine must not search an incomplete set of listings
 */
export type MakeEngine = (files: Downloaded, now: () => number) => Engine;
