import { rank, type Span } from './span.ts';
import type { Token } from './tokenize.ts';
import { wordsOf } from './word-set.ts';

const greeting = wordsOf('hi hey hello yo onda hola oye thanks gracias');
const slang = wordsOf('bruh dude guys folks wey guey carnal raza banda compa');
const called = wordsOf(
  'guys man bro bruh dude folks ladies carnal compa wey guey vato raza banda amigo amigos senor senora compadre mija',
);
/** Words after a greeting at the start without a comma: a question, or a pronoun. */
const beginning = wordsOf(
  'is are does do can where what how who any anyone i im looking busco necesito quiero hay donde alguien',
);

/** Finds the people that a text addresses: "hey guys", "que onda carnal", "thanks man". They are not the patients. */
export function vocativeSpans(tokens: readonly Token[]): readonly Span[] {
  return tokens.flatMap(({ plain, gap }, at): Span[] => {
    if (!called.has(plain)) return [];
    const before = tokens[at - 1]?.plain ?? '';
    const next = tokens[at + 1];
    const isFirst = at === 0 || /[.!?\n]/.test(gap);
    const isGreeted = greeting.has(before) && !/[.!?\n]/.test(gap);
    // "Wey ando mal": this word for a person needs "mi", "un" or an age, so here it is an address.
    if (at === 0 && next !== undefined && slang.has(plain) && next.kind === 'word')
      return [{ from: at, to: at + 1, rank: rank.sure, meanings: [] }];
    const isParted = next === undefined || /[,;.!?\n]/.test(next.gap) || beginning.has(next.plain);
    if (!isParted || (!isGreeted && !(isFirst && isCalledFirst(tokens, at)))) return [];
    return [{ from: at, to: at + 1, rank: rank.sure, meanings: [] }];
  });
}

const always = wordsOf('guys folks raza amigos bro');

/** A greeting before a request: "Guys is there a good iop", "man i need help". "man, 44" is a person. */
function isCalledFirst(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.plain ?? '';
  return (
    beginning.has(next) && (always.has(tokens[at]?.plain ?? '') || !['is', 'are', 'does', 'do', 'can'].includes(next))
  );
}
