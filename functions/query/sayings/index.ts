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
 * slang, and misspellings that are closer to another word than to the right one ("medicade"). A saying takes precedence
 * over a synonym with the same words. Spanish sayings are in spanish.ts.
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
