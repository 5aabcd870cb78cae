import { mayHaveTypo } from '../../dataset/words.ts';
import { editDistance } from '../../domain/edit-distance.ts';
import type { Part } from './readings.ts';

/** A word of so many letters may have one slip, a longer one two. */
const LEAST_ONE_SLIP = 4;
const LEAST_TWO_SLIPS = 8;
const SLIP_QUALITY = [1, 0.85, 0.7] as const;
export const FORM_QUALITY = 0.95;
const MOST_ALIKE = 8;
const LEAST_PLURAL = 4;
const MOST_SPLITS = 4;

/** Short forms of words in names, either of which people type. */
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

/** Other forms of a word that are looked up beside it: what it is short for, or its singular. */
export function otherForms(word: string): string[] {
  const forms = formsOf.get(word) ?? [];
  return word.length > LEAST_PLURAL && word.endsWith('s') ? [...forms, word.slice(0, -1)] : forms;
}

/** How many slips a word may have. */
export function slipsIn(word: string): number {
  if (!mayHaveTypo(word) || word.length < LEAST_ONE_SLIP) return 0;
  return word.length < LEAST_TWO_SLIPS ? 1 : 2;
}

/** Letters that a word meant has in common with a misspelled one, at its beginning or at its end. */
export const sharedLetters = (word: string): number => (word.length < LEAST_TWO_SLIPS ? 2 : 3);

/** The known words that are the fewest slips away and begin or end alike. */
export function nearest(word: string, known: Iterable<string>): { readonly word: string; readonly quality: number }[] {
  const most = slipsIn(word);
  if (most === 0) return [];
  const letters = sharedLetters(word);
  const [head, tail] = [word.slice(0, letters), word.slice(-letters)];
  let [least, found]: [number, string[]] = [most, []];
  for (const one of new Set(known)) {
    if (!mayHaveTypo(one) || !(one.startsWith(head) || one.endsWith(tail))) continue;
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

/** Letters of a word's parts by which they are looked up. */
export const LEAST_PART = 3;

/** The ways to cut a word into two known ones. */
export function cutsOf(word: string, isKnown: (part: string) => boolean): (readonly [string, string])[] {
  const cuts: (readonly [string, string])[] = [];
  for (let at = LEAST_PART; at <= word.length - LEAST_PART; at += 1) {
    const parts = [word.slice(0, at), word.slice(at)] as const;
    if (parts.every((part) => mayHaveTypo(part) && isKnown(part))) cuts.push(parts);
  }
  return cuts;
}

/** The splits whose rarest part is the most common, those first. */
export function likeliest(splits: readonly (readonly Part[])[]): (readonly Part[])[] {
  const least = (parts: readonly Part[]) => Math.min(...parts.map(({ count }) => count));
  return splits.toSorted((a, b) => least(b) - least(a)).slice(0, MOST_SPLITS);
}
