import type { Meaning } from './sayings/saying.ts';
import type { Span } from './span.ts';
import type { Token } from './tokenize.ts';

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words for one person. Their plurals ("women", "ladies") say whom a program is for. */
const singular = wordsOf('woman lady gal female mujer dama man guy dude male gentleman hombre varon caballero');
/** These are also adjectives: a "female iop" is a program. */
const adjectives = wordsOf('female male');
const student = wordsOf('student kid estudiante universitario universitaria');
const onlyWords = wordsOf('all only solo solamente para exclusivo');
const programWords = wordsOf('program center house home facility unit group clinic rehab ward dorm only solo');

/**
 * Reads a singular word as the person to be treated, whom a program must accept: "female bed", "adult woman",
 * "college student". The program need not be made for such people. Plural words for family ("mothers") say nothing
 * about who is to be treated.
 */
export function asPersons(tokens: readonly Token[], spans: readonly Span[]): readonly Span[] {
  const starting = new Map(spans.map((span) => [span.from, span]));
  return spans.map((span) => {
    if (isPluralOfFamily(tokens, span)) return { ...span, meanings: [] };
    if (span.to - span.from === tokens.length) return span;
    const meanings = span.meanings.map((meaning) => asPerson(tokens, span, meaning, starting));
    return meanings.some((meaning, at) => meaning !== span.meanings[at]) ? { ...span, meanings } : span;
  });
}

function asPerson(
  tokens: readonly Token[],
  span: Span,
  meaning: Meaning,
  starting: ReadonlyMap<number, Span>,
): Meaning {
  const { field, value, yieldsTo } = meaning;
  const last = tokens[span.to - 1]?.plain ?? '';
  if (field !== 'population') return meaning;
  if (value === 'young-adults') return student.has(last) ? { field: 'age', value, yieldsTo } : meaning;
  if ((value !== 'women' && value !== 'men') || span.to - span.from > 1 || !singular.has(last)) return meaning;
  return isOfProgram(tokens, span, starting) ? meaning : { field: 'gender', value, yieldsTo };
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

/** True for plurals such as "mothers" and "mamás", but not for "mom's". */
function isPluralOfFamily(tokens: readonly Token[], { from, to, meanings }: Span): boolean {
  const token = tokens[from];
  if (token === undefined || to - from > 1 || meanings.length === 0) return false;
  const isKin = meanings.every(({ field, yieldsTo }) => field === 'gender' && yieldsTo !== null);
  return isKin && token.plain !== token.word && !/['’]/.test(token.text);
}
