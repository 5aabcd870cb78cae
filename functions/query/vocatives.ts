import { rank, type Span } from './span.ts';
import type { Token } from './tokenize.ts';
import { wordsOf } from './word-set.ts';

const greeting = wordsOf('hi hey hello yo onda hola oye thanks gracias');
const slang = wordsOf('bruh dude guys folks wey guey carnal raza banda compa');
const called = wordsOf(
  'guys man bro bruh dude folks ladies carnal compa wey guey vato raza banda amigo amigos senor senora compadre mija',
);
/**
 * Words that begin a request: question words, verbs and pronouns. If one follows a word for people, no comma is needed:
 * "guys is there a good iop".
 */
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
    // At the start of a text, this slang word addresses somebody: "Wey ando mal". For a person it would need "mi", "un"
    // or an age.
    if (at === 0 && next !== undefined && slang.has(plain) && next.kind === 'word')
      return [{ from: at, to: at + 1, rank: rank.sure, meanings: [] }];
    const isParted = next === undefined || /[,;.!?\n]/.test(next.gap) || beginning.has(next.plain);
    if (!isParted || (!isGreeted && !(isFirst && isCalledFirst(tokens, at)))) return [];
    return [{ from: at, to: at + 1, rank: rank.sure, meanings: [] }];
  });
}

const always = wordsOf('guys folks raza amigos bro');

/**
 * True for a word that addresses people at the start of a request: "Guys is there a good iop", "man i need help". In
 * "man, 44" it is the patient.
 */
function isCalledFirst(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.plain ?? '';
  return (
    beginning.has(next) && (always.has(tokens[at]?.plain ?? '') || !['is', 'are', 'does', 'do', 'can'].includes(next))
  );
}
