import { lettersOf } from './name-key.ts';

/**
 * States, the federal district and territories, by postal code. Published tables refer to them by their position in
 * this list, so append entries; never move or remove one.
 */
export const postalStates = [
  ['AL', 'Alabama'],
  ['AK', 'Alaska'],
  ['AZ', 'Arizona'],
  ['AR', 'Arkansas'],
  ['CA', 'California'],
  ['CO', 'Colorado'],
  ['CT', 'Connecticut'],
  ['DE', 'Delaware'],
  ['DC', 'District of Columbia'],
  ['FL', 'Florida'],
  ['GA', 'Georgia'],
  ['HI', 'Hawaii'],
  ['ID', 'Idaho'],
  ['IL', 'Illinois'],
  ['IN', 'Indiana'],
  ['IA', 'Iowa'],
  ['KS', 'Kansas'],
  ['KY', 'Kentucky'],
  ['LA', 'Louisiana'],
  ['ME', 'Maine'],
  ['MD', 'Maryland'],
  ['MA', 'Massachusetts'],
  ['MI', 'Michigan'],
  ['MN', 'Minnesota'],
  ['MS', 'Mississippi'],
  ['MO', 'Missouri'],
  ['MT', 'Montana'],
  ['NE', 'Nebraska'],
  ['NV', 'Nevada'],
  ['NH', 'New Hampshire'],
  ['NJ', 'New Jersey'],
  ['NM', 'New Mexico'],
  ['NY', 'New York'],
  ['NC', 'North Carolina'],
  ['ND', 'North Dakota'],
  ['OH', 'Ohio'],
  ['OK', 'Oklahoma'],
  ['OR', 'Oregon'],
  ['PA', 'Pennsylvania'],
  ['RI', 'Rhode Island'],
  ['SC', 'South Carolina'],
  ['SD', 'South Dakota'],
  ['TN', 'Tennessee'],
  ['TX', 'Texas'],
  ['UT', 'Utah'],
  ['VT', 'Vermont'],
  ['VA', 'Virginia'],
  ['WA', 'Washington'],
  ['WV', 'West Virginia'],
  ['WI', 'Wisconsin'],
  ['WY', 'Wyoming'],
  ['PR', 'Puerto Rico'],
  ['GU', 'Guam'],
  ['VI', 'U.S. Virgin Islands'],
  ['AS', 'American Samoa'],
  ['MP', 'Northern Mariana Islands'],
] as const;

const keyed = postalStates.map(([code, name]) => ({ code, keys: [lettersOf(code), lettersOf(name)] }));
const byKey = new Map<string, string>(keyed.flatMap(({ code, keys }) => keys.map((key) => [key, code] as const)));

/**
 * The postal code of a state that is given as a code or a full name. Ignores case and punctuation. Null for anything
 * else.
 */
export function stateOf(text: string): string | null {
  return byKey.get(lettersOf(text)) ?? null;
}

/** The postal codes of the states whose code or name begins with the text; all of them for an empty text. */
export function statesStarting(text: string): ReadonlySet<string> {
  const start = lettersOf(text);
  return new Set(keyed.filter(({ keys }) => keys.some((key) => key.startsWith(start))).map(({ code }) => code));
}

const names = new Map<string, string>(postalStates);

/** The name of a postal code. @throws RangeError for an unknown code. */
export function stateNameOf(code: string): string {
  const name = names.get(code);
  if (name === undefined) throw new RangeError(`"${code}" is not a postal code of a state`);
  return name;
}
