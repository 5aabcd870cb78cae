import type { Answer, Start } from './answer.ts';

/** An answer as it comes: a search by name alone starts nowhere, and a cell has a range of distances. */
export interface AnyAnswer {
  readonly origin: Start | null;
}

/** The finder always searches from somewhere, and ranks a cell's centers by itself. @throws if an answer starts nowhere */
export function withOrigin(answer: AnyAnswer): Answer {
  if (answer.origin === null) throw new Error('a search of the finder names a place');
  return answer as Answer;
}
