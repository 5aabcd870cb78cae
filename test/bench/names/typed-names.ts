import type { CenterRecord } from '../../../functions/domain/record.ts';
import { pick } from '../../support/random.ts';

/**
 * A name as somebody types it, and the centers that this person may mean: those with this name, and in the typed city
 * if there is one.
 */
export interface TypedName {
  readonly kind: NameKind;
  readonly typed: string;
  readonly meant: ReadonlySet<string>;
  /** The correctly spelled words or initials that were meant. */
  readonly words: readonly string[];
}

const REGISTERED = /\b(?:inc|llc|dba|corp|co|ltd|pllc|pc|lp)\b\.?/gi;
/** If more centers than this have all typed words, nobody could say which one is meant. */
export const MOST_NAMESAKES = 3;
const TRIES = 40;

export const plainKinds = [
  'beginning',
  'some words',
  'one word and city',
  'words and city',
  'full',
  'initials',
  'former',
] as const;
export const slipKinds = ['one slip', 'two slips', 'slip and city', 'joined', 'split'] as const;
export type NameKind = (typeof plainKinds | typeof slipKinds)[number];

const wordsOf = (name: string): string[] =>
  name
    .replace(REGISTERED, ' ')
    .toLowerCase()
    .replace(/\./g, '')
    .split(/[^a-z0-9']+/)
    .filter((word) => word !== '');
const small = new Set(['the', 'of', 'and', 'at', 'for', 'in', 'a', 'an', 'to']);
const telling = (words: readonly string[]) => words.filter((word) => !small.has(word));

/** Makes names as people type them, using nothing but the records. */
export function typedNames(
  records: readonly CenterRecord[],
  kinds: readonly NameKind[],
  count: number,
  random: () => number,
): TypedName[] {
  const bags = records.map(({ center }) => ({
    id: center.id,
    words: wordsFinding(center),
  }));
  const having = (words: readonly string[]) =>
    bags.filter((bag) => words.every((word) => bag.words.has(word))).map(({ id }) => id);
  const made: TypedName[] = [];
  for (let n = 0; made.length < count; n += 1) {
    const kind = kinds[n % kinds.length] ?? 'full';
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const record = pick(random, records);
      const one = typedOf(kind, record, random);
      if (one === null) continue;
      const meant = kind === 'initials' ? alikeTo(record, records) : having(one.clean);
      if (!meant.includes(record.center.id) || meant.length > MOST_NAMESAKES) continue;
      made.push({ kind, typed: one.typed, meant: new Set(meant), words: one.clean });
      break;
    }
  }
  return made;
}

/** Every word that finds a center: those of its names and city, and the initials of its name. */
export function wordsFinding({ name, organization, alternateNames, address }: CenterRecord['center']): Set<string> {
  const names = [name, organization.name, ...alternateNames].join(' ');
  const initials = telling(wordsOf(name)).map((word) => word[0]);
  return new Set([...wordsOf(names), ...wordsOf(address.city), initials.join('')]);
}

const alikeTo = ({ center }: CenterRecord, records: readonly CenterRecord[]): string[] =>
  records
    .filter((other) => other.center.name === center.name && other.center.address.city === center.address.city)
    .map((other) => other.center.id);

/**
 * Makes a typed name of one kind.
 * @returns the text, and its words before the typing mistake; null if the center's name does not allow this kind
 */
function typedOf(
  kind: NameKind,
  { center }: CenterRecord,
  random: () => number,
): { readonly typed: string; readonly clean: readonly string[] } | null {
  const name = kind === 'former' ? center.alternateNames[0] : random() < 0.85 ? center.name : center.organization.name;
  if (name === undefined) return null;
  const all = wordsOf(name);
  const words = telling(all);
  const city = wordsOf(center.address.city);
  if (words.length < 2) return null;
  const said = (parts: readonly string[], clean: readonly string[] = parts) => ({
    typed: parts.join(' '),
    clean: telling(clean),
  });
  switch (kind) {
    case 'beginning':
      return said(all.slice(0, 2 + Math.floor(random() * 2)));
    case 'some words': {
      const kept = words.filter(() => random() < 0.6);
      return kept.length < 2 ? null : said(kept);
    }
    case 'former':
      return said(random() < 0.5 ? words.slice(0, 3) : [...words.slice(0, 2), ...city]);
    case 'one word and city':
      return said([words[0] ?? '', ...city]);
    case 'words and city':
      return said([...words.slice(0, 2), ...city]);
    case 'full':
      return said(all);
    case 'initials': {
      if (words.length < 3 || words.length > 6) return null;
      const letters = words.map((word) => word[0]).join('');
      return said([letters, ...city]);
    }
    case 'one slip':
      return slipped(words.slice(0, 3), 1, random, []);
    case 'slip and city':
      return slipped(words.slice(0, 2), 1, random, city);
    case 'two slips':
      return slipped(words.slice(0, 3), 2, random, random() < 0.5 ? city : []);
    case 'joined': {
      const further = random() < 0.5 ? words.slice(2, 4) : city;
      const [first = '', second = ''] = words;
      return said([first + second, ...further], [first, second, ...further]);
    }
    case 'split': {
      const at = words.findIndex((word) => word.length >= 8);
      const word = words[at];
      if (word === undefined || at > 2) return null;
      const cut = 3 + Math.floor(random() * (word.length - 5));
      const parts = [word.slice(0, cut), word.slice(cut)];
      const around = words.slice(0, 3);
      const end = random() < 0.5 ? city : [];
      return said([...around.toSpliced(at, 1, ...parts), ...end], [...around, ...end]);
    }
  }
}

/** Makes typing mistakes: one or two in a long word, or one each in two words. */
function slipped(words: readonly string[], slips: 1 | 2, random: () => number, city: readonly string[]) {
  const long = words.flatMap((word, at) => (word.length >= (slips === 1 ? 5 : 9) ? [at] : []));
  const places = slips === 1 || random() < 0.5 ? long : words.flatMap((word, at) => (word.length >= 5 ? [at] : []));
  if (places.length === 0) return null;
  const typed = [...words];
  if (places === long) {
    const at = pick(random, long);
    for (let n = 0; n < slips; n += 1) typed[at] = oneSlip(typed[at] ?? '', random);
  } else {
    if (places.length < 2) return null;
    for (const at of places.slice(0, 2)) typed[at] = oneSlip(typed[at] ?? '', random);
  }
  return { typed: [...typed, ...city].join(' '), clean: telling([...words, ...city]) };
}

const LETTERS = 'etaoinshrdlucmfwypvbgk';

/**
 * Makes one typing mistake: leaves out, doubles or changes a letter, or swaps it with the next. One mistake in twelve
 * changes the first letter.
 */
export function oneSlip(word: string, random: () => number): string {
  const first = random() < 1 / 12 ? 0 : 1;
  const at = first === 0 ? 0 : 1 + Math.floor(random() * (word.length - 2));
  const letter = word[at] ?? '';
  const how = pick(random, ['drop', 'double', 'change', 'swap'] as const);
  if (how === 'drop') return word.slice(0, at) + word.slice(at + 1);
  if (how === 'double') return word.slice(0, at) + letter + word.slice(at);
  if (how === 'change') return word.slice(0, at) + pick(random, [...LETTERS]) + word.slice(at + 1);
  return word.slice(0, at) + (word[at + 1] ?? '') + letter + word.slice(at + 2);
}
