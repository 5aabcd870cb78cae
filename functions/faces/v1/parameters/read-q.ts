import type { QueryContext } from '../../../query/read-query.ts';
import { type QReading, qReadingOf } from './q-reading.ts';

/** Reads `q` into the other fields. */
export async function readQ(text: string, surroundings: QueryContext): Promise<QReading> {
  // Loaded on demand, when somebody types a text: most searches do not need the word lists, and a new container starts
  // sooner.
  const { readQuery } = await import('../../../query/read-query.ts');
  return qReadingOf(readQuery(text, surroundings));
}
