import type { Place, Places } from '../places/places.ts';
import { isListed } from '../places/prior.ts';
import type { Lexicon } from './lexicon.ts';
import { certain, isKnown, isLedTo, isNameLike, isOrdinary, isWordsOnly, rawText, unsure } from './names.ts';
import { rank, type Span } from './span.ts';
import { isConnector } from './stop-words.ts';
import type { Token } from './tokenize.ts';
import { wordsOf } from './word-set.ts';

/** Most words in a county's name, including "County": "San Luis Obispo County". */
const LONGEST_NAME = 4;
/** Least population of a county that "co" can mean. In most texts "co" means Colorado. */
const LEAST_PEOPLE = 10_000;

const countyWords: ReadonlySet<string> = wordsOf('county cnty cty parish');

/** True for "county", "parish" and their abbreviations. */
export const isCountyWord = (word: string): boolean => countyWords.has(word) || word === 'co';

/**
 * Finds counties without a state: "Alameda County", "County of Kern", "Co. of Santa Clara", "DuPage Co", "condado de
 * Cook", and "Contra Costa" alone where no city has the name.
 */
export function countySpans(tokens: readonly Token[], lexicon: Lexicon, places: Places): readonly Span[] {
  return [
    ...named(tokens, places),
    ...countyOf(tokens, places),
    ...shortened(tokens, places),
    ...alone(tokens, lexicon, places),
  ];
}

/**
 * Finds a name and "county": "Alameda County". A name that begins or ends with a joining word ("Will county") is
 * accepted only at the beginning or the end of the text.
 */
function named(tokens: readonly Token[], places: Places): readonly Span[] {
  const spans: Span[] = [];
  for (const [last, { plain }] of tokens.entries()) {
    if (!countyWords.has(plain)) continue;
    for (let from = Math.max(0, last - LONGEST_NAME + 1); from < last; from++) {
      const isAtEdge = (from === 0 || last === tokens.length - 1) && isWordsOnly(tokens, from, last);
      if (!isNameLike(tokens, from, last) && !isAtEdge) continue;
      const found = countiesOf(rawText(tokens, from, last), places);
      if (found !== null) spans.push(spanOf(tokens, from, last + 1, found));
    }
  }
  return spans;
}

/** Finds "county" before the name: "County of Kern", "co. of Santa Clara", "condado de Cook", "condado Kern". */
function countyOf(tokens: readonly Token[], places: Places): readonly Span[] {
  const spans: Span[] = [];
  for (const [from, { plain }] of tokens.entries()) {
    const isOf = ['of', 'de'].includes(tokens[from + 1]?.plain ?? '');
    if (!(plain === 'condado' || (isOf && isCountyWord(plain)))) continue;
    const begins = from + (isOf ? 2 : 1);
    for (let to = begins + 1; to <= Math.min(begins + LONGEST_NAME, tokens.length); to++) {
      if (!isWordsOnly(tokens, begins, to)) break;
      const found = countiesOf(rawText(tokens, begins, to), places);
      if (found !== null) spans.push({ from, to, rank: rank.sure, meanings: [], place: unsure(found, 1) });
    }
  }
  return spans;
}

/**
 * Finds names before "co". In "Adams Co" it is the county in Colorado. Colorado has no DuPage, so "DuPage Co" is in
 * Illinois.
 */
function shortened(tokens: readonly Token[], places: Places): readonly Span[] {
  const spans: Span[] = [];
  for (const [last, { plain }] of tokens.entries()) {
    if (plain !== 'co') continue;
    for (let from = Math.max(0, last - LONGEST_NAME + 1); from < last; from++) {
      const name = rawText(tokens, from, last);
      if (!isNameLike(tokens, from, last) || places.named(name, 'CO').some(({ kind }) => kind !== 'county')) continue;
      const listed = (countiesOf(name, places) ?? []).filter(isListed);
      const county = listed.find(({ state }) => state === 'CO') ?? (listed.length === 1 ? listed[0] : undefined);
      if (county === undefined || county.population < LEAST_PEOPLE) continue;
      spans.push({ from, to: last + 1, rank: rank.sure, meanings: [], place: certain(county, 1) });
    }
  }
  return spans;
}

/**
 * Finds a county by its name alone, if no city has the name: "Contra Costa", "iop washoe". Considers only states with
 * centers.
 */
function alone(tokens: readonly Token[], lexicon: Lexicon, places: Places): readonly Span[] {
  const spans: Span[] = [];
  for (const from of tokens.keys()) {
    for (let to = from + 1; to < Math.min(from + LONGEST_NAME, tokens.length + 1); to++) {
      if (!isNameLike(tokens, from, to) || isOrdinary(tokens, from, to, lexicon)) continue;
      if (isCountyWord(tokens[to]?.plain ?? '') || places.named(rawText(tokens, from, to)).length > 0) continue;
      const [county, ...others] = (countiesOf(rawText(tokens, from, to), places) ?? []).filter(isListed);
      if (county === undefined) continue;
      const before = tokens[from - 1];
      const isLast =
        to === tokens.length && before !== undefined && isKnown(before, lexicon) && !isConnector(before.plain);
      if (isLedTo(tokens, from) || to - from === tokens.length || isLast || to - from > 1)
        spans.push(spanOf(tokens, from, to, [county, ...others]));
    }
  }
  return spans;
}

/** Finds all counties with this name, likeliest first. Null if there is none. */
function countiesOf(name: string, places: Places): readonly [Place, ...Place[]] | null {
  const [largest, ...others] = places.named(`${name} County`);
  return largest?.kind === 'county' ? [largest, ...others] : null;
}

function spanOf(tokens: readonly Token[], from: number, to: number, found: readonly [Place, ...Place[]]): Span {
  return { from, to, rank: rank.sure, meanings: [], place: unsure(found, isLedTo(tokens, from) ? 1 : 0) };
}
