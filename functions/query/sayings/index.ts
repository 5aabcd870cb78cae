import { careSayings } from './care.ts';
import { conditionSayings } from './conditions.ts';
import { languageSayings } from './languages.ts';
import { levelSayings } from './levels.ts';
import { meansSayings } from './means.ts';
import { mindSayings } from './mind.ts';
import { payerSayings } from './payers.ts';
import { peopleSayings } from './people.ts';
import { practicalSayings } from './practical.ts';
import { inOrdinaryWords, type Saying } from './saying.ts';
import { substanceSayings } from './substances.ts';
import { therapySayings } from './therapies.ts';
import { whomSayings } from './whom.ts';

/**
 * Phrases that people use in addition to the labels and synonyms of the vocabularies: words that mean several values or
 * only imply one, slang, and misspellings that the spelling check would correct to a wrong word ("medicade"). A saying
 * takes precedence over a synonym with the same words. Spanish sayings are in spanish.ts.
 */
export const sayings: readonly Saying[] = [
  ...languageSayings,
  ...levelSayings,
  ...conditionSayings,
  ...peopleSayings,
  ...therapySayings,
  ...payerSayings,
  ...practicalSayings,
  ...[...substanceSayings, ...mindSayings, ...whomSayings, ...careSayings, ...meansSayings].map(inOrdinaryWords),
];
