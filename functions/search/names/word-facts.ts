import type { Roots } from '../../dataset/lookup/lookup-index.ts';
import { wordsBeginning, wordsEnding } from '../../dataset/lookup/spellings.ts';
import { countIn, rangeOfBeginning, rangeOfWord } from '../../dataset/lookup/words.ts';
import type { ContentReader } from '../../dataset/read/content-reader.ts';
import { mayHaveSlip } from '../../dataset/words.ts';
import { lookedUp, type WordFacts } from './readings.ts';
import { cutsOf, FORM_QUALITY, LEAST_PART, likeliest, nearest, otherForms, sharedLetters, slipsIn } from './repairs.ts';
import type { Counts } from './typed-word.ts';

/**
 * Looks up in the dataset what is known about each typed word. All lookups run in parallel and share a few round trips.
 */
export async function wordFacts(
  text: string,
  dataset: Roots,
  reader: ContentReader,
): Promise<ReadonlyMap<string, WordFacts>> {
  const { words, joined } = lookedUp(text);
  const count = (word: string): Promise<number> => countIn(rangeOfWord(word), dataset, reader);
  const counts = async (word: string): Promise<Counts> => {
    const [whole, begun] = await Promise.all([count(word), countIn(rangeOfBeginning(word), dataset, reader)]);
    return { whole, begun };
  };
  const together = joined.map(async ({ text: both }): Promise<[string, WordFacts]> => {
    return [both, { ...(await counts(both)), alike: [], splits: [] }];
  });
  const single = words.map(async (word): Promise<[string, WordFacts]> => {
    const forms = otherForms(word).map((form) => ({ word: form, quality: FORM_QUALITY }));
    const [known, formCounts] = await Promise.all([counts(word), Promise.all(forms.map((form) => count(form.word)))]);
    const { slips, cuts } = known.begun > 0 ? noRepairs : await repairs(word, dataset, reader);
    const [slipCounts, splits] = await Promise.all([
      Promise.all(slips.map((slip) => count(slip.word))),
      Promise.all(
        cuts.map((parts) => Promise.all(parts.map(async (part) => ({ text: part, count: await count(part) })))),
      ),
    ]);
    const alike = [...forms, ...slips]
      .map((one, at) => ({ ...one, count: [...formCounts, ...slipCounts][at] ?? 0 }))
      .filter((one) => one.count > 0);
    return [word, { ...known, alike, splits: likeliest(splits) }];
  });
  // If two neighbors joined make a word that was also typed, the later entry replaces the earlier: the typed word's
  // facts are kept.
  return new Map(await Promise.all([...together, ...single]));
}

const noRepairs = { slips: [], cuts: [] } as const;

/** For a word that the dataset does not have: similar words, and ways to split it into two words. */
async function repairs(word: string, dataset: Roots, reader: ContentReader) {
  if (!mayHaveSlip(word) || word.length <= LEAST_PART) return noRepairs;
  const letters = slipsIn(word) > 0 ? sharedLetters(word) : LEAST_PART;
  const [beginning, ending] = await Promise.all([
    wordsBeginning(word.slice(0, letters), dataset, reader),
    wordsEnding(word.slice(-letters), dataset, reader),
  ]);
  const known = new Set([...beginning, ...ending]);
  return { slips: nearest(word, known), cuts: cutsOf(word, (part) => known.has(part)) };
}
