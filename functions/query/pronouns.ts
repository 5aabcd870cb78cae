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
/** Words for "I". If the text has one, the writer may be the patient, and a pronoun may mean somebody else. */
const speaking = wordsOf('i im ive yo estoy tengo soy');
const FIELDS = ['gender', 'population'];
const SEXED = ['women', 'men', 'domestic-violence', 'sexual-abuse'];

const verbs = wordsOf('se tiene toma bebe usa fuma ya necesita quiere esta vive dice consume sufre no le lleva anda');

/** True for the Spanish "he": "Él toma", and without an accent before a verb, "el se mete coca". */
const isHe = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.plain === 'el' && (/é/i.test(tokens[at]?.text ?? '') || verbs.has(tokens[at + 1]?.plain ?? ''));

/** True for "yo" after a number: "16 yo" is an age. Elsewhere "yo" is the Spanish "I". */
const isAge = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.plain === 'yo' && tokens[at - 1]?.kind === 'number';

/** Reads the patient's sex from a pronoun, if no other word of the text says it: "He drinks a fifth a day". */
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
    // The pronoun is inside a phrase that was understood as a whole: "Washes her hands all day".
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
