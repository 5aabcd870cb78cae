import { type Fields, fieldNames, fields } from '../domain/fields.ts';
import type { Mask } from './masks.ts';

/** Bit of the one question that is not a field: which substances the program treats (domain/silence/rules.ts). */
export const SUBSTANCES = 2048;

/** All questions that an offering may leave unanswered, sorted. */
export const questions: readonly string[] = [
  ...fieldNames.filter((name) => 'unsaid' in fields[name]),
  'substances',
].sort();

/** The bit of a question in the mask of unanswered questions. @throws RangeError for an unknown question */
export function unsaidBit(question: string): Mask {
  if (question === 'substances') return SUBSTANCES;
  const row: object | undefined = fields[question as keyof Fields];
  if (row === undefined || !('unsaid' in row) || typeof row.unsaid !== 'number')
    throw new RangeError(`"${question}" is not a question that an offering can answer`);
  return row.unsaid;
}
