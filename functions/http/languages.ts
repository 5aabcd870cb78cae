import { knownLanguages, unlistedLanguages } from '../domain/language.ts';
import { ENGLISH, lookUpLanguage } from '../domain/language-lookup.ts';
import { nearestWord } from '../domain/nearest-word.ts';
import { notAccepted, type Synonym } from './faults.ts';

const named: readonly Synonym[] = [
  { word: 'english', value: ENGLISH },
  ...[...knownLanguages].map(([value, { label }]) => ({ word: label.toLowerCase(), value })),
  ...[...unlistedLanguages].map(([value, label]) => ({ word: label.toLowerCase(), value })),
];

/**
 * The listed language that a caller asks for, or why it is not accepted.
 * @param listed Languages in the data, in addition to the known ones.
 */
export function readLanguage(text: string, listed: readonly string[]): { readonly code: string } | string {
  // In ISO 639, `asl` is a language of Indonesia, but people who write it mean American Sign Language.
  if (text.toLowerCase() === 'asl') return 'American Sign Language is "ase"';
  const code = lookUpLanguage(text, listed);
  if (code !== null) return { code };
  const accepted = [...new Set([ENGLISH, ...knownLanguages.keys(), ...unlistedLanguages.keys(), ...listed])];
  const word = text.trim().toLowerCase();
  const nearest = nearestWord(word, [...accepted, ...named.map((one) => one.word)]);
  const meant = named.find((one) => one.word === nearest)?.value ?? nearest;
  const synonyms = meant === null ? [] : [{ word, value: meant }];
  return notAccepted(text, 'a language in the listings, as BCP 47 writes it', accepted, synonyms);
}
