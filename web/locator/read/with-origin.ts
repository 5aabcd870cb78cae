import type { Answer, Start } from './answer.ts';

/**
 * An answer as the API sends it. A search by name alone has no origin, and a search from a cell has ranges instead of
 * distances.
 */
export interface AnyAnswer {
  readonly origin: Start | null;
}

/**
 * Checks that an answer has an origin, which is so for all of the finder's searches.
 * @throws if it has none
 */
export function withOrigin(answer: AnyAnswer): Answer {
  if (answer.origin === null) throw new Error('a search of the finder names a place');
  return answer as Answer;
}
