import { stat } from 'node:fs/promises';
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { escapeFormula, unescapeFormula } from '../files/formulas.ts';
import { readCsv } from '../files/read-csv.ts';
import { keyText } from './profile.ts';

/** A reviewer's decision about a pair: one center, or two. */
export type Decision = 'same' | 'different';

/** A pair that a person should review, or has reviewed. */
export interface ReviewRow {
  readonly decision: Decision | '';
  readonly points: number;
  /** How the points add up, and why a person must decide the pair. */
  readonly why: string;
  readonly one: string;
  readonly onePhones: string;
  readonly other: string;
  readonly otherPhones: string;
}

/**
 * Name of the review file in the folder of an import's records. It does not end in .json, because every .json file
 * there holds records.
 */
export const reviewFile = 'review.csv';
const columns = ['decision', 'points', 'why', 'one', 'one_phones', 'other', 'other_phones'] as const;

/** The reviewers' decisions by pair; the order within a pair does not matter. */
export class Decisions {
  readonly #rows = new Map<string, ReviewRow>();

  get rows(): ReviewRow[] {
    return [...this.#rows.values()];
  }

  add(row: ReviewRow): void {
    this.#rows.set(pairKey(row.one, row.other), row);
  }

  of(one: string, other: string): Decision | null {
    return this.#rows.get(pairKey(one, other))?.decision || null;
  }
}

function pairKey(one: string, other: string): string {
  return [keyText(one), keyText(other)].sort().join('\n');
}

const rowSchema = z
  .strictObject({
    decision: z
      .string()
      .trim()
      .toLowerCase()
      .pipe(z.enum(['same', 'different', ''], 'the decision is same, different or empty')),
    points: z.coerce.number('points are a number'),
    why: z.string(),
    one: z.string().min(1, 'the first of the pair is missing'),
    one_phones: z.string(),
    other: z.string().min(1, 'the second of the pair is missing'),
    other_phones: z.string(),
  })
  .transform(({ one_phones, other_phones, ...row }) => ({ ...row, onePhones: one_phones, otherPhones: other_phones }));

/**
 * Reads the decided rows of a review file.
 * @param path Null returns no decisions.
 * @throws naming the line and the fix, also if one pair has two different decisions.
 */
export async function readDecisions(path: string | null): Promise<Decisions> {
  const decisions = new Decisions();
  if (path === null) return decisions;
  let header: string[] | null = null;
  for await (const { line, cells } of readCsv(path)) {
    if (header === null) {
      header = cells.map((cell) => cell.trim());
      const missing = columns.filter((column) => !header?.includes(column));
      if (missing.length > 0) throw new Error(`"${path}" lacks the columns ${missing.join(', ')}`);
      continue;
    }
    const raw = Object.fromEntries(
      columns.map((column) => [column, unescapeFormula(cells[header?.indexOf(column) ?? -1] ?? '')]),
    );
    const result = rowSchema.safeParse(raw);
    if (!result.success) {
      throw new Error(`"${path}" line ${line}: ${result.error.issues.map(({ message }) => message).join('; ')}`);
    }
    const row = result.data;
    if (row.decision === '') continue;
    const before = decisions.of(row.one, row.other);
    if (before !== null && before !== row.decision) {
      throw new Error(`"${path}" line ${line}: this pair is said to be both same and different: keep one row`);
    }
    decisions.add(row);
  }
  return decisions;
}

/** Finds the file to read decisions from: the named one, else the one that an earlier import left in the folder. */
export async function decisionsPath(named: string | undefined, folder: string): Promise<string | null> {
  if (named !== undefined) return named;
  const left = `${folder}/${reviewFile}`;
  return stat(left).then(
    () => left,
    () => null,
  );
}

/** Writes the text of a review file: undecided pairs first, and within each part those with the most points first. */
export function reviewText(rows: readonly ReviewRow[]): string {
  const sorted = [...rows].sort(
    (one, other) =>
      Number(one.decision !== '') - Number(other.decision !== '') ||
      other.points - one.points ||
      (`${one.one}\n${one.other}` < `${other.one}\n${other.other}` ? -1 : 1),
  );
  const cells = sorted.map((row) =>
    [row.decision, String(row.points), row.why, row.one, row.onePhones, row.other, row.otherPhones].map(escapeFormula),
  );
  return stringify([[...columns], ...cells], { bom: true, record_delimiter: 'windows' });
}
