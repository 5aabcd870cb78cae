import type { Gender } from '../domain/gender.ts';
import { sexesOf } from './person-words.ts';
import { rank, type Span } from './span.ts';
import type { Token } from './tokenize.ts';
import { wordsOf } from './word-set.ts';

const pronouns: ReadonlyMap<string, Gender> = new Map([
  ['he', 'men'],
  ['hes', 'men'],
  ['she', 'women'],
  ['shes', 'women'],
  ['ella', 'women'],
  ['her', 'women'],
  ['his', 'men'],
  ['him', 'men'],
]);
/** If the text says "I", the writer may be the person who needs help, so a pronoun is about somebody else. */
const speaking = wordsOf('i im ive yo estoy tengo soy');
const FIELDS = ['gender', 'population'];
const SEXED = ['women', 'men', 'domestic-violence', 'sexual-abuse'];

const verbs = wordsOf('se tiene toma bebe usa fuma ya necesita quiere esta vive dice consume sufre no le lleva anda');

/** "Él toma", and without an accent "el se mete coca". */
const isHe = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.plain === 'el' && (/é/i.test(tokens[at]?.text ?? '') || verbs.has(tokens[at + 1]?.plain ?? ''));

/** "16 yo" is an age, although "yo" alone is "I". */
const isAge = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.plain === 'yo' && tokens[at - 1]?.kind === 'number';

/** "He drinks a fifth a day": reads the sex in a pronoun if no other word of the text says it. */
export function withPronoun(tokens: readonly Token[], spans: readonly Span[]): readonly Span[] {
  const pronounAt = (at: number) => (isHe(tokens, at) ? 'men' : pronouns.get(tokens[at]?.plain ?? ''));
  const sexes = new Set([...tokens.keys()].flatMap((at) => pronounAt(at) ?? []));
  const [value, other] = [...sexes];
  if (
    value === undefined ||
    other !== undefined ||
    tokens.some(({ plain }, at) => speaking.has(plain) && !isAge(tokens, at))
  )
    return spans;
  const meanings = spans.flatMap((span) => span.meanings);
  if (meanings.some(({ field, value: said }) => FIELDS.includes(field) && SEXED.includes(said))) return spans;
  if (meanings.some(({ field }) => field === 'crisis')) return spans;
  if (sexesOf(tokens).length > 0) return spans;
  const isFree = (at: number) => spans.every(({ from, to }) => at < from || at >= to);
  const at = tokens.findIndex((_, place) => pronounAt(place) !== undefined && isFree(place));
  const said = { field: 'gender' as const, value, yieldsTo: null };
  if (at < 0) {
    // "Washes her hands all day": the phrase itself contains the pronoun.
    const inside = tokens.findIndex((_, place) => pronounAt(place) !== undefined);
    return spans.map((one) =>
      one.from <= inside && inside < one.to && one.meanings.length > 0
        ? { ...one, meanings: [...one.meanings, said] }
        : one,
    );
  }
  const span = { from: at, to: at + 1, rank: rank.term, meanings: [said] };
  return [...spans, span].sort((a, b) => a.from - b.from);
}
