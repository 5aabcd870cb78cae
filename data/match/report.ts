import Table from 'cli-table3';
import { z } from 'zod';
import { readCsv } from '../files/read-csv.ts';
import { type Compared, profileOfListing } from './profile.ts';
import { type Outcome, outcomes, score } from './score.ts';

const judgements = ['same', 'different', 'unclear'] as const;
type Judgement = (typeof judgements)[number];

const fields = 'name1 name2 street1 street2 city state zip phone intake1 intake2'.split(' ');
const kinds = z.enum(['substance-use', 'mental-health']);
const rowSchema = z.looseObject({
  pair: z.coerce.number().int(),
  draw: z.coerce.number().int(),
  stands_for: z.coerce.number().positive(),
  judgement: z.enum(judgements),
  reason: z.string().min(1),
  one_directory: kinds,
  other_directory: kinds,
});

/** A pair of listings that a person compared by hand. */
export interface Judged {
  readonly pair: number;
  /**
   * Number of the sample that the pair was drawn in. The first sample was used to choose the weights; later ones were
   * drawn afterward, from other states.
   */
  readonly draw: number;
  /** How many pairs of its kind this sampled pair represents. */
  readonly standsFor: number;
  readonly judgement: Judgement;
  readonly reason: string;
  readonly one: Compared;
  readonly other: Compared;
}

/** Reads the hand-checked sample. @throws naming the line that is faulty */
export async function readSample(path: string): Promise<Judged[]> {
  const judged: Judged[] = [];
  let header: string[] | null = null;
  for await (const { line, cells } of readCsv(path)) {
    if (header === null) {
      header = cells;
      continue;
    }
    const raw = Object.fromEntries(header.map((name, index) => [name, cells[index] ?? '']));
    const result = rowSchema.safeParse(raw);
    if (!result.success) {
      const reasons = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
      throw new Error(`"${path}" line ${line}: ${reasons}`);
    }
    const { pair, draw, stands_for, judgement, reason, one_directory, other_directory } = result.data;
    const side = (name: string, kind: z.infer<typeof kinds>): Compared =>
      ({ kind, ...Object.fromEntries(fields.map((field) => [field, raw[`${name}_${field}`] ?? ''])) }) as Compared;
    const [one, other] = [side('one', one_directory), side('other', other_directory)];
    judged.push({ pair, draw, standsFor: stands_for, judgement, reason, one, other });
  }
  return judged;
}

/**
 * How many pairs of a sample (or their total weight) have each combination of human judgment and outcome of the score.
 */
export type Counts = Readonly<Record<Judgement, Readonly<Record<Outcome, number>>>>;

export function countOutcomes(judged: readonly Judged[], weigh: (each: Judged) => number = () => 1): Counts {
  const none = (): Record<Outcome, number> => ({ merged: 0, doubtful: 0, distinct: 0 });
  const counts = { same: none(), different: none(), unclear: none() };
  for (const each of judged) counts[each.judgement][outcomeOf(each)] += weigh(each);
  return counts;
}

function outcomeOf({ one, other }: Judged): Outcome {
  return score(profileOfListing(one), profileOfListing(other)).outcome;
}

export interface Quality {
  /** Of the pairs that were merged automatically, the share that is one center. Unclear pairs count as wrong. */
  readonly precision: number;
  /** Of the pairs that are one center, the share that was merged automatically. */
  readonly recall: number;
  /** Of the pairs that are one center, the share that was merged automatically or sent to a reviewer. */
  readonly recallWithReview: number;
  /** Of the pairs that were sent to a reviewer, the share that is one center. */
  readonly doubtfulSame: number;
}

export function qualityOf({ same, different, unclear }: Counts): Quality {
  const all = same.merged + same.doubtful + same.distinct;
  return {
    precision: same.merged / (same.merged + different.merged + unclear.merged),
    recall: same.merged / all,
    recallWithReview: (same.merged + same.doubtful) / all,
    doubtfulSame: same.doubtful / (same.doubtful + different.doubtful + unclear.doubtful),
  };
}

/** Describes the score's precision and recall on a hand-checked sample, by draw and overall, and every wrong pair. */
export function describeSample(judged: readonly Judged[]): string {
  const table = new Table({
    head: ['draw', 'judged', ...outcomes, 'precision', 'recall', 'with review'],
    colAligns: ['left', 'left', 'right', 'right', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [] },
  });
  const draws = [...new Set(judged.map(({ draw }) => draw))].sort();
  const sets = [
    ...draws.map((draw) => [`${draw}`, judged.filter((each) => each.draw === draw)] as const),
    ['all', judged] as const,
  ];
  for (const [name, pairs] of sets) {
    const counts = countOutcomes(pairs);
    const { precision, recall, recallWithReview } = qualityOf(counts);
    const quality = [precision, recall, recallWithReview].map(percent);
    for (const judgement of judgements) {
      const cells = outcomes.map((outcome) => counts[judgement][outcome]);
      table.push([
        judgement === 'same' ? name : '',
        judgement,
        ...cells,
        ...(judgement === 'same' ? quality : ['', '', '']),
      ]);
    }
  }
  const weighed = qualityOf(countOutcomes(judged, ({ standsFor }) => standsFor));
  const { doubtfulSame } = qualityOf(countOutcomes(judged));
  const lines = [
    `${judged.length} pairs from near the threshold, judged by hand`,
    table.toString(),
    `each pair weighted by the number of pairs it represents: precision ${percent(weighed.precision)}, recall ${percent(weighed.recall)}, ` +
      `with review ${percent(weighed.recallWithReview)}`,
    `of the doubtful pairs ${percent(doubtfulSame)} are one center`,
  ];
  const wrong = judged.filter((each) => {
    const outcome = outcomeOf(each);
    return outcome === 'merged' ? each.judgement !== 'same' : outcome === 'distinct' && each.judgement === 'same';
  });
  lines.push(`decided without asking, but differently than judged: ${wrong.length}`);
  for (const each of wrong) {
    const name = ({ name1, name2 }: Compared): string => [name1, name2].filter(Boolean).join(' / ');
    lines.push(
      `  pair ${each.pair}: ${outcomeOf(each)}, judged ${each.judgement} (${each.reason}): ${name(each.one)} | ${name(each.other)}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
