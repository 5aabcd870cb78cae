import { conditionSayings } from './conditions.ts';
import { languageSayings } from './languages.ts';
import { levelSayings } from './levels.ts';
import { payerSayings } from './payers.ts';
import { peopleSayings } from './people.ts';
import { practicalSayings } from './practical.ts';
import type { Saying } from './saying.ts';
import { therapySayings } from './therapies.ts';

/**
 * What people say beyond the labels and synonyms of the vocabularies: words that mean several values or only imply one,
 * slang, and misspellings that lie nearer to another word than to their own ("medicade"). A saying here goes before a
 * synonym of the same words. What is said in Spanish is in spanish.ts.
 */
export const sayings: readonly Saying[] = [
  ...languageSayings,
  ...levelSayings,
  ...conditionSayings,
  ...peopleSayings,
  ...therapySayings,
  ...payerSayings,
  ...practicalSayings,
];
