import { isLevel, isPast, pastBefore } from './past.ts';
import type { Span } from './span.ts';
import { isNegation, isStopWord } from './stop-words.ts';
import type { Token } from './tokenize.ts';
import { wordsOf } from './word-set.ts';

/**
 * Words that negate a verb such as "do" or "take" and what follows: "can't do evenings". With other verbs they name the
 * problem: "can't stop drinking".
 */
const unable = wordsOf('cant cannot wont wouldnt couldnt shouldnt didnt');
const doing = wordsOf('go attend do does take takes accept accepts cover covers use have make handle like want need');
/**
 * After these words, a negation refuses nothing: the text names the problem or the wish. "Do not know", "could not
 * find", "can not stop", "not only".
 */
const longing = wordsOf(
  'stop quit find get afford know control reach wait only just necessarily yet dejar deja deje dejo suelta soltar parar',
);
/** Words that may come between a negation and what it negates, in addition to joining words. */
const passedOver = wordsOf(
  'require requires required involve involves interested like likes prefer covered eligible sea sean ocupa ocupo ocupan ocupamos solo solamente exclusivo exclusivamente',
);
/** Words that begin another clause, which the negation does not reach: "can't take time off so i need evenings". */
const turning = wordsOf('so but because pero porque entonces asi');
/** Pairs of words that negate what follows: "instead of inpatient", "anything but php". */
const pairs = new Set([
  'instead of',
  'rather than',
  'other than',
  'anything but',
  'opposed to',
  'nada de',
  'nada en',
  'nada por',
  'nothing in',
]);
/**
 * Pairs of words after which a kind of care is unwanted: "tired of groups". But "tired of drinking" is a reason to ask
 * for help.
 */
const weary = new Set(['done with', 'tired of', 'sick of', 'harto de', 'harta de', 'cansado de', 'cansada de']);

/**
 * Verbs that refuse a level of care after "won't", as in "won't go to detox". "won't go to rehab" is still about
 * substance use.
 */
const going = wordsOf('go attend');
const wishing = wordsOf(
  'para paro pare deja dejo deje parar dejar quiero quiere queremos quisiera want wants wanna puedo puede podemos logro logra',
);

/** After a value and a negation, these words show that the value is refused: "detox is not an option". */
const ruledOut = wordsOf('option options possible accepted necessary needed required wanted allowed');
/**
 * After "won't" and "doesn't", these words also show that the value is refused: "evenings won't work". In the past they
 * do not: "didn't work" only tells a story.
 */
const unworkable = wordsOf('work works');
const standing = wordsOf('is are was isnt arent wasnt will would do does');

/**
 * Finds the spans that the person does not want. They do not become filters, because a search cannot exclude them.
 * - The first span after "no", "not" or "without", skipping joining words, and the spans joined to it by "or" or "nor".
 * - The span before "is not an option", "isn't possible", "won't work" or "not accepted".
 * - A level of care that is in the past ("after detox", "step down from inpatient to iop"), if the text names another
 *   one.
 * A phrase such as "no insurance" is one span with the negation inside, so it is not affected.
 * @param marks Positions of the tokens that correct an earlier value (corrections.ts), such as "no wait". They do not
 * negate what follows.
 */
export function negated(
  tokens: readonly Token[],
  spans: readonly Span[],
  marks: ReadonlySet<number>,
): ReadonlySet<Span> {
  const found = new Set<Span>();
  const starting = new Map(spans.map((span) => [span.from, span]));
  const ending = new Map(spans.map((span) => [span.to, span]));
  const inside = new Set(spans.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)));
  for (const at of tokens.keys()) {
    const end = inside.has(at) || marks.has(at) ? null : negationEnd(tokens, at);
    // A phrase may begin with the second word of the negation: "por zoom" in "Nada por zoom".
    const after = end !== null && starting.has(end - 1) ? end - 1 : end;
    if (after === null) continue;
    const before = refusedBefore(tokens, at, ending) ?? ruledOutBefore(tokens, at, ending);
    if (before !== null) {
      found.add(before);
      continue;
    }
    let next = skipJoining(tokens, after, inside);
    let span = next === null ? undefined : starting.get(next);
    while (span !== undefined) {
      if (going.has(tokens[after]?.plain ?? '') && !isLevel(span)) break;
      if (isDrinkingTrouble(tokens, at, span) || isNeeded(tokens, at, span) || isActor(tokens, at, span)) break;
      if (span.meanings.some(({ field }) => field === 'crisis') || longing.has(tokens[span.from]?.plain ?? '')) break;
      found.add(span);
      if (!['or', 'nor'].includes(tokens[span.to]?.plain ?? '')) break;
      next = skipJoining(tokens, span.to + 1, inside);
      span = next === null ? undefined : starting.get(next);
    }
  }
  for (const span of pastBefore(tokens, spans, found)) found.add(span);
  const preferred = spans.find((span) => isTherapy(span, 'individual') && isPreferred(tokens, span));
  if (preferred !== undefined) for (const span of spans) if (isTherapy(span, 'group')) found.add(span);
  return found;
}

const isTherapy = ({ meanings }: Span, value: string): boolean =>
  meanings.some((one) => one.field === 'therapy' && one.value === value);

/**
 * True for a value that is preferred to something else, so it is not refused: "Me da pena ir a un grupo, prefiero
 * hablar uno a uno".
 */
const isPreferred = (tokens: readonly Token[], { from }: Span): boolean =>
  tokens.slice(Math.max(0, from - 4), from).some(({ plain }) => /^(?:prefer|prefier|rather|mejor)/.test(plain));

/** Position after the negation that begins at this token; null if none does. */
function negationEnd(tokens: readonly Token[], at: number): number | null {
  const word = tokens[at]?.plain ?? '';
  const next = tokens[at + 1]?.plain ?? '';
  if (isNegation(word)) return at + 1;
  if (pairs.has(`${word} ${next}`) || weary.has(`${word} ${next}`)) return at + 2;
  return unable.has(word) && (doing.has(next) || unworkable.has(next)) ? at + 1 : null;
}

/**
 * True if the negation is part of a drinking problem and refuses nothing: "If she doesn't drink by noon", "ya no quiero
 * chupar".
 */
function isDrinkingTrouble(tokens: readonly Token[], at: number, { from, to, meanings }: Span): boolean {
  if (!meanings.some(({ field, value }) => field === 'condition' && value === 'alcohol')) return false;
  const before = tokens.slice(Math.max(0, at - 3), at).map(({ plain }) => plain);
  if (before.some((word) => ['if', 'when', 'si', 'cuando'].includes(word))) return true;
  const isWish = tokens.slice(at + 1, from).some(({ plain }) => wishing.has(plain));
  return isWish && /(?:ar|er|drink)$/.test(tokens[to - 1]?.plain ?? '');
}

/**
 * True for a person who is able or willing, which is not a refused value: "No las puede dejar mi abuela", "won't let my
 * mom".
 */
const isActor = (tokens: readonly Token[], at: number, { from, meanings }: Span): boolean =>
  meanings.some(({ field, yieldsTo }) => field === 'gender' && yieldsTo !== null) &&
  tokens.slice(at + 1, from).some(({ plain }) => wishing.has(plain));

const hardly = wordsOf('cant cannot unable nunca never no');

/**
 * True if the negation is part of the problem and refuses nothing: "Can't sleep without xanax", "no puedo dormir sin
 * xanax", "sick of heroin".
 */
function isNeeded(tokens: readonly Token[], at: number, { meanings }: Span): boolean {
  if (!meanings.some(({ field }) => field === 'condition')) return false;
  if (weary.has(`${tokens[at]?.plain} ${tokens[at + 1]?.plain}`)) return true;
  if (!['without', 'sin'].includes(tokens[at]?.plain ?? '')) return false;
  const before = tokens.slice(Math.max(0, at - 5), at);
  return before.some(({ plain }) => hardly.has(plain));
}

/**
 * The value that the words after it rule out: "Inpatient is not an option", "evenings won't work". Null if there is
 * none.
 */
function ruledOutBefore(tokens: readonly Token[], at: number, ending: ReadonlyMap<number, Span>): Span | null {
  const word = tokens[at]?.plain ?? '';
  let next = at + 1;
  while (['an', 'a', 'really', 'any'].includes(tokens[next]?.plain ?? '')) next++;
  const verdict = tokens[next]?.plain ?? '';
  const isPresent = ['wont', 'doesnt', 'dont', 'cant', 'not'].includes(word);
  const isPayer = ending.get(at)?.meanings.some(({ field }) => field === 'payer') === true;
  if (isPayer && (isPresent || word === 'no') && /^(?:cover|pay|take|cubr|pag|acept)/.test(verdict))
    return ending.get(at) ?? null;
  if (!ruledOut.has(verdict) && !(isPresent && unworkable.has(verdict))) return null;
  return ending.get(standing.has(tokens[at - 1]?.plain ?? '') ? at - 1 : at) ?? null;
}

/**
 * The value before a "no" that ends its clause: "Fines de semana no, iop". A "no" after "?" is an answer instead
 * (corrections.ts).
 */
function refusedBefore(tokens: readonly Token[], at: number, ending: ReadonlyMap<number, Span>): Span | null {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token?.plain !== 'no' || !/^\s+$/.test(token.gap) || (next !== undefined && !/[,;.]/.test(next.gap))) return null;
  const span = ending.get(at);
  return span === undefined || span.meanings.length === 0 ? null : span;
}

/**
 * Position of the next word that is not a joining word. Null if a word on the way shows that what follows is wanted
 * after all, or is in the past.
 */
function skipJoining(tokens: readonly Token[], at: number, inside: ReadonlySet<number>): number | null {
  let next = at;
  for (;;) {
    const token = tokens[next];
    if (token === undefined || /[,;.!?]/.test(token.gap)) return null;
    if (inside.has(next)) return next;
    if (longing.has(token.plain) || isPast(token.plain) || turning.has(token.plain)) return null;
    if (!isStopWord(token.plain) && !passedOver.has(token.plain)) return next;
    next++;
  }
}
