import type { Answer, Start } from './answer.ts';

/** An answer as received: a search by name alone has no origin, and a cell has a range of distances. */
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
