import type { Answer, Start } from './answer.ts';

/**
 * An answer as the API sends it. A search by name alone has no origin, and a search from a cell has ranges instead of
 * distances.
 */
export interface AnyAnswer {
  readonly origin: Start | null;
}

/**
 * The finder always searches from an origin, and ranks a cell's centers itself.
 * @throws if an answer has no origin
 */
export function withOrigin(answer: AnyAnswer): Answer {
  if (answer.origin === null) throw new Error('a search of the finder names a place');
  return answer as Answer;
}
