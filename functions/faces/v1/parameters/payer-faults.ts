import { insurerLabel, isListedPayer, payers } from '../../../domain/payer.ts';
import { faultAt, notAccepted, type Synonym } from '../../../http/faults.ts';
import type { Fault } from '../../../http/problem.ts';
import { insurerSayings, payerSlips } from '../../../query/sayings/insurers.ts';
import { synonymsOf } from './field-forms.ts';

// Devices read payers too: nothing here may import zod.

/**
 * One fault for each value that names no payer. It suggests the payer that the same word would mean in `q`.
 * @param insurers Slugs that the dataset names.
 */
export const faultsOfPayers = (
  given: readonly string[],
  insurers: readonly string[],
  place: 'parameter' | 'pointer',
): Fault[] =>
  [...given.entries()]
    .filter(([, payer]) => !isListedPayer(payer, insurers))
    .map(([index, payer]) => faultAt(['payer', index], notAPayer(payer, insurers), place));

function notAPayer(payer: string, insurers: readonly string[]): string {
  const labels = insurers.map((value) => ({ word: insurerLabel(value).toLowerCase(), value }));
  // For an insurer that no center names, suggest `private`, because its members have private insurance.
  const called = [...insurerSayings].flatMap(([slug, said]) =>
    wordsIn(said).map((word) => ({ word, value: insurers.includes(slug) ? slug : 'private' })),
  );
  const slips = Object.entries(payerSlips).flatMap(([value, said]) => wordsIn(said).map((word) => ({ word, value })));
  const synonyms = [...synonymsOf(payers), ...labels, ...called, ...slips];
  return notAccepted(payer, 'a payer in the data', [...payers.codes, ...insurers], synonyms.flatMap(alsoAsSlug));
}

const wordsIn = (said: string): string[] => said.split(',').map((word) => word.trim().replaceAll(/\s+/g, ' '));

/** Adds the synonym in a slug's spelling: `blue-cross` for `blue cross`, since other values are slugs. */
function alsoAsSlug({ word, value }: Synonym): Synonym[] {
  return word.includes(' ')
    ? [
        { word, value },
        { word: word.replaceAll(' ', '-'), value },
      ]
    : [{ word, value }];
}
