import { editDistance } from '../domain/edit-distance.ts';
import { nameKey } from '../places/name-key.ts';
import type { Place, Places } from '../places/places.ts';
import { cityName } from './known-cities.ts';
import { isLedTo, isNameLike, rawText, stateAt, unsure, withOwnState } from './names.ts';
import { slipsAllowed } from './slips.ts';
import { rank, type Span } from './span.ts';
import type { Token } from './tokenize.ts';

/** Most words in a county's name: "san louis obispo". */
const LONGEST_NAME = 3;
const MOST = 8;
const COUNTY_WORDS = ['county', 'cnty', 'cty', 'parish'];

/** Finds misspelled names before the word "county": "monmoth county", "cleavland county ok". */
export function misspelledCountySpans(tokens: readonly Token[], places: Places): readonly Span[] {
  const spans: Span[] = [];
  for (const [last, { plain }] of tokens.entries()) {
    if (!COUNTY_WORDS.includes(plain)) continue;
    for (let from = Math.max(0, last - LONGEST_NAME); from < last; from++) {
      const span = isNameLike(tokens, from, last) ? misspelledCounty(tokens, from, last, places) : null;
      if (span !== null) spans.push(span);
    }
  }
  return spans;
}

function misspelledCounty(tokens: readonly Token[], from: number, last: number, places: Places): Span | null {
  const name = rawText(tokens, from, last);
  for (const end of [last + 2, last + 3]) {
    const state = end > tokens.length ? null : stateAt(tokens, last + 1, end);
    if (state === null) continue;
    const [county] = countiesLike(name, state, places);
    return county === undefined ? null : { from, to: end, rank: rank.sure, meanings: [], place: withOwnState(county) };
  }
  // If the table has only some states, the name may be a correctly spelled county in another state.
  if (places.states !== null) return null;
  const [likeliest, ...others] = countiesLike(name, null, places);
  if (likeliest === undefined) return null;
  const place = unsure([likeliest, ...others], isLedTo(tokens, from) ? 1 : 0);
  return { from, to: last + 1, rank: rank.sure, meanings: [], place };
}

/**
 * Counties whose name is one or two slips away. Empty if a county has exactly this name, or if the
 * matches have different names.
 */
function countiesLike(name: string, state: string | null, places: Places): readonly Place[] {
  const key = nameKey(name);
  const most = slipsAllowed(key.length);
  if (most === 0 || places.named(`${name} county`, state ?? undefined).length > 0) return [];
  const keyOf = (county: Place) => nameKey(cityName(county).replace(/ (?:County|Parish|Borough)$/, ''));
  const like = places
    .alike({ name: `${name} county`, state }, MOST)
    .filter((county) => editDistance(key, keyOf(county), most) <= most);
  const [first] = like;
  return like.filter((county) => first !== undefined && keyOf(county) === keyOf(first));
}
