import type { Gender } from '../domain/gender.ts';
import type { Meaning } from './sayings/saying.ts';
import type { Span } from './span.ts';
import type { Token } from './tokenize.ts';
import { wordsOf } from './word-set.ts';

/** Singular words for a person. Their plurals ("women", "ladies") say whom a program is designed for. */
const singular = wordsOf('woman lady gal female mujer dama man guy dude male gentleman hombre varon caballero');
/** Words that are also adjectives: a "female iop" is a program, not a person. */
const adjectives = wordsOf('female male');
const student = wordsOf('student kid estudiante universitario universitaria');
const oldWords = wordsOf('elderly senior older elder');
const personNouns = wordsOf(
  'neighbor neighbour lady man woman gentleman friend male female gal guy patient client person roommate',
);
const youngSexes: ReadonlyMap<string, Gender> = new Map([
  ['girl', 'women'],
  ['boy', 'men'],
  ['muchacha', 'women'],
  ['muchacho', 'men'],
]);
const teens = wordsOf('teen teenager adolescent adolescente');
const oneOf = wordsOf('a an our her his this one un una este esta');
const owning = wordsOf('my our his her the their mi mis su a nuestro nuestra');
const losing = wordsOf(
  'losing lost loss death passing buried perdi perdio perdimos perder murio fallecio muerte fallecimiento',
);
const dying = wordsOf('died passed dies death suicide murio fallecio');
const parents = wordsOf('mother mom mama madre father dad padre');
/** If one of these words follows "brothers", it is short for "brother is". */
const contracted = wordsOf('a an been not on in going getting still always really drinking using addicted so too');
/** Words whose last "s" is not a plural. */
const ownEnd = wordsOf('pops gramps sis');
const onlyWords = wordsOf('all only solo solamente para exclusivo');
const programWords = wordsOf('program center house home facility unit group clinic rehab ward dorm only solo');

/**
 * Reads a singular word as the patient, whom a program must accept: "female bed", "adult woman", "college student". The
 * program need not be designed for such people. A plural word for family ("mothers") does not say who the patient is.
 */
export function asPersons(tokens: readonly Token[], spans: readonly Span[]): readonly Span[] {
  const starting = new Map(spans.map((span) => [span.from, span]));
  const ending = new Map(spans.map((span) => [span.to, span]));
  return spans.map((span) => {
    if (isKin(span) && (isLost(tokens, span) || isOwner(tokens, span, starting, ending)))
      return { ...span, meanings: [] };
    if (isPluralOfFamily(tokens, span)) return { ...span, meanings: parentsFor(tokens, span) };
    if (span.to - span.from === tokens.length) return span;
    const meanings = span.meanings.flatMap((meaning) => asPerson(tokens, span, meaning, starting));
    return meanings.some((meaning, at) => meaning !== span.meanings[at]) ? { ...span, meanings } : span;
  });
}

function asPerson(
  tokens: readonly Token[],
  span: Span,
  meaning: Meaning,
  starting: ReadonlyMap<number, Span>,
): Meaning | readonly Meaning[] {
  const { field, value, yieldsTo } = meaning;
  const last = tokens[span.to - 1]?.plain ?? '';
  if (field !== 'population') return meaning;
  if (value === 'children' && isOneChild(tokens, span, starting)) return { field: 'age', value, yieldsTo: ['age'] };
  if (value === 'adolescents') return asYoungPerson(tokens, span, meaning, starting);
  if (value === 'seniors' && oldWords.has(last) && personNouns.has(tokens[span.to]?.plain ?? ''))
    return { field: 'age', value, yieldsTo };
  if (value === 'young-adults') return student.has(last) ? { field: 'age', value, yieldsTo } : meaning;
  if ((value !== 'women' && value !== 'men') || span.to - span.from > 1 || !singular.has(last)) return meaning;
  return isOfProgram(tokens, span, starting) ? meaning : { field: 'gender', value, yieldsTo };
}

/**
 * Reads words for young people. One person has an age that the program must accept: "Teen girl cutting weight", "for a
 * teen", "teenager stole my oxys". "Teen iop" and "for teens" ask for a program made for them.
 */
function asYoungPerson(
  tokens: readonly Token[],
  span: Span,
  meaning: Meaning,
  starting: ReadonlyMap<number, Span>,
): Meaning | readonly Meaning[] {
  const [token, next] = [tokens[span.to - 1], tokens[span.to]];
  const age: Meaning = { field: 'age', value: 'adolescents', yieldsTo: ['age'] };
  if (token === undefined || token.plain !== token.word || /['’]/.test(token.text)) return meaning;
  const isOfCare =
    starting.get(span.to)?.meanings.some(({ field }) => field === 'level' || field === 'therapy') === true;
  if ((isOfCare || programWords.has(next?.word ?? '')) && !/[,;.!?]/.test(next?.gap ?? ',')) return meaning;
  const sex = youngSexes.get(token.plain);
  if (sex !== undefined) return [age, { field: 'gender', value: sex, yieldsTo: ['gender'] }];
  const isOne =
    teens.has(token.plain) &&
    (oneOf.has(tokens[span.from - 1]?.plain ?? '') ||
      (token.plain === 'teenager' && starting.get(span.to) === undefined));
  return isOne && span.to - span.from === 1 ? age : meaning;
}

/**
 * True for a word that means one child: "El niño tiene 6", "a toddler". False if a level or a word for a program
 * follows.
 */
function isOneChild(tokens: readonly Token[], { from, to }: Span, starting: ReadonlyMap<number, Span>): boolean {
  const token = tokens[to - 1];
  if (to - from > 1 || token === undefined || token.plain !== token.word || /['’]/.test(token.text)) return false;
  if (!['el', 'la', 'mi', 'un', 'una', 'this', 'the', 'a', 'my', 'our'].includes(tokens[from - 1]?.plain ?? ''))
    return false;
  const isOfCare = starting.get(to)?.meanings.some(({ field }) => field === 'level' || field === 'therapy') === true;
  return !isOfCare && !programWords.has(tokens[to]?.word ?? '') && starting.get(to)?.meanings.length !== 0;
}

/** True for a relative who is only named to say who the patient is: "My son's girlfriend", "la novia de mi hijo". */
function isOwner(
  tokens: readonly Token[],
  { from, to }: Span,
  starting: ReadonlyMap<number, Span>,
  ending: ReadonlyMap<number, Span>,
): boolean {
  const [token, next] = [tokens[to - 1], starting.get(to)];
  const isPossessive = token !== undefined && (/['’]s?$/.test(token.text) || token.plain !== token.word);
  if (isPossessive && next !== undefined && isKin(next) && /^\s+$/.test(tokens[to]?.gap ?? '')) return true;
  const isOf = owning.has(tokens[from - 1]?.plain ?? '') && tokens[from - 2]?.plain === 'de';
  const before = ending.get(from - 2);
  return isOf && before !== undefined && isKin(before);
}

/** True for a person who died, and is therefore not the patient: "After losing my wife", "my dad died". */
function isLost(tokens: readonly Token[], { from, to }: Span): boolean {
  const isOf = owning.has(tokens[from - 1]?.plain ?? '');
  let before = isOf ? from - 2 : from - 1;
  if (['of', 'de', 'a'].includes(tokens[before]?.plain ?? '')) before--;
  const [word, after] = [tokens[before]?.plain ?? '', tokens[to]?.plain ?? ''];
  const then = ['has', 'have', 'just', 'se'].includes(after) ? (tokens[to + 1]?.plain ?? '') : after;
  if (losing.has(word) || dying.has(then)) return true;
  return ['overdosed', 'od', 'oded', 'killed'].includes(then) && ['after', 'since', 'when'].includes(word);
}

/** Reads "for mothers" and "for dads" as a program for these parents, not as one person's gender. */
function parentsFor(tokens: readonly Token[], { from, meanings }: Span): readonly Meaning[] {
  const isFor = ['for', 'para'].includes(tokens[from - 1]?.plain ?? '') && parents.has(tokens[from]?.word ?? '');
  return isFor ? meanings.map(({ value }) => ({ field: 'population', value, yieldsTo: null })) : [];
}

/**
 * True if the word describes the program: "All female", "male only", "residencial para mujer", "male
 * sober living", "female iop".
 */
function isOfProgram(tokens: readonly Token[], span: Span, starting: ReadonlyMap<number, Span>): boolean {
  const next = tokens[span.to];
  if (onlyWords.has(tokens[span.from - 1]?.plain ?? '') || next?.plain === 'only') return true;
  if (!adjectives.has(tokens[span.from]?.plain ?? '') || next === undefined || /[,;.!?]/.test(next.gap)) return false;
  const isLevel = starting.get(span.to)?.meanings.some(({ field }) => field === 'level') === true;
  return (isLevel && next.word !== 'bed') || programWords.has(next.word);
}

const isKin = ({ meanings }: Span): boolean =>
  meanings.length > 0 && meanings.every(({ field, yieldsTo }) => field === 'gender' && yieldsTo !== null);

/** True for a plural: "mothers", "mamás". False for "mom's", and for "brothers" in "my brothers a firefighter". */
function isPluralOfFamily(tokens: readonly Token[], span: Span): boolean {
  const [token, next] = [tokens[span.from], tokens[span.to]];
  if (token === undefined || span.to - span.from > 1 || !isKin(span)) return false;
  if (ownEnd.has(token.plain)) return !owning.has(tokens[span.from - 1]?.plain ?? '') && span.from > 0;
  if (next !== undefined && contracted.has(next.plain) && /^\s*$/.test(next.gap)) return false;
  return token.plain !== token.word && !/['’]/.test(token.text);
}
