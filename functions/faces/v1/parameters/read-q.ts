import type { QueryContext } from '../../../query/read-query.ts';
import { type QReading, qReadingOf } from './q-reading.ts';

/** Reads `q` into the other fields. */
export async function readQ(text: string, surroundings: QueryContext): Promise<QReading> {
  // Its word lists are loaded when somebody types: most searches never need them, and a new container starts sooner.
  const { readQuery } = await import('../../../query/read-query.ts');
  return qReadingOf(readQuery(text, surroundings));
}
