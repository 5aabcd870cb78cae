import { mayHaveSlip } from '../../dataset/words.ts';
import { editDistance } from '../../domain/edit-distance.ts';
import type { Part } from './readings.ts';

/**
 * A word of at least this many letters may have one spelling mistake. From {@link LEAST_TWO_SLIPS} letters on, it may
 * have two.
 */
const LEAST_ONE_SLIP = 4;
const LEAST_TWO_SLIPS = 8;
const SLIP_QUALITY = [1, 0.85, 0.7] as const;
export const FORM_QUALITY = 0.95;
const MOST_ALIKE = 8;
const LEAST_PLURAL = 4;
const MOST_SPLITS = 4;

/** Pairs of forms of a word in names, such as short and long. People type either. */
const SHORT_FORMS =
  'mtn mountain,mtns mountains,ctr center,cntr center,centre center,svc service,svcs services,hosp hospital,dept department,' +
  'assoc associates,assn association,univ university,natl national,intl international,pt point,hts heights,vly valley,' +
  'spgs springs,county co,cnty county,hlth health,tx treatment,dr doctor,n north,s south,e east,w west,nw northwest,' +
  'ne northeast,sw southwest,se southeast,va veterans,vets veterans,behavioural behavioral,counselling counseling,' +
  'grp group,mgmt management,jct junction';
const formsOf = new Map<string, string[]>();
for (const pair of SHORT_FORMS.split(',')) {
  const [short = '', full = ''] = pair.split(' ');
  formsOf.set(short, [...(formsOf.get(short) ?? []), full]);
  formsOf.set(full, [...(formsOf.get(full) ?? []), short]);
}

/** Other forms of a word to look up, such as its long form or its singular. */
export function otherForms(word: string): string[] {
  const forms = formsOf.get(word) ?? [];
  return word.length > LEAST_PLURAL && word.endsWith('s') ? [...forms, word.slice(0, -1)] : forms;
}

/** Number of spelling mistakes that are allowed in a word. */
export function slipsIn(word: string): number {
  if (!mayHaveSlip(word) || word.length < LEAST_ONE_SLIP) return 0;
  return word.length < LEAST_TWO_SLIPS ? 1 : 2;
}

/** Number of letters that a misspelled word must have in common with the right word, at the beginning or at the end. */
export const sharedLetters = (word: string): number => (word.length < LEAST_TWO_SLIPS ? 2 : 3);

/** Known words with the same beginning or end as the typed word, and the fewest spelling mistakes between them. */
export function nearest(word: string, known: Iterable<string>): { readonly word: string; readonly quality: number }[] {
  const most = slipsIn(word);
  if (most === 0) return [];
  const letters = sharedLetters(word);
  const [head, tail] = [word.slice(0, letters), word.slice(-letters)];
  let [least, found]: [number, string[]] = [most, []];
  for (const one of new Set(known)) {
    if (!mayHaveSlip(one) || !(one.startsWith(head) || one.endsWith(tail))) continue;
    const slips = editDistance(word, one, least);
    if (slips > least || slips === 0) continue;
    if (slips < least) [least, found] = [slips, []];
    found.push(one);
  }
  return found
    .sort()
    .slice(0, MOST_ALIKE)
    .map((one) => ({ word: one, quality: SLIP_QUALITY[least as 1 | 2] }));
}

/** Shortest part that a word may be split into, in letters. */
export const LEAST_PART = 3;

/** The ways to split a word into two known words. */
export function cutsOf(word: string, isKnown: (part: string) => boolean): (readonly [string, string])[] {
  const cuts: (readonly [string, string])[] = [];
  for (let at = LEAST_PART; at <= word.length - LEAST_PART; at += 1) {
    const parts = [word.slice(0, at), word.slice(at)] as const;
    if (parts.every((part) => mayHaveSlip(part) && isKnown(part))) cuts.push(parts);
  }
  return cuts;
}

/** Keeps the likeliest splits: those whose rarer part is the most common. */
export function likeliest(splits: readonly (readonly Part[])[]): (readonly Part[])[] {
  const least = (parts: readonly Part[]) => Math.min(...parts.map(({ count }) => count));
  return splits.toSorted((a, b) => least(b) - least(a)).slice(0, MOST_SPLITS);
}
