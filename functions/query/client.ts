import type { Gender } from '../domain/gender.ts';
import { isPerson, isRelative } from './person-words.ts';
import type { Span } from './span.ts';
import type { Token } from './tokenize.ts';
import { wordsOf } from './word-set.ts';

const having = wordsOf(
  'have am been drink use smoke do did take took was got struggle suffer abuse relapsed shoot snort binge keep',
);
/** Spanish verbs in the first person: the writer is the patient. */
const firstPerson = wordsOf('tengo soy estoy tomo bebo uso fumo consumo padezco sufro recai');
const owning = wordsOf('my mi mis');
/** These words come before the person who needs care. */
const asking = wordsOf('for para pa help helping ayudar ayuda get getting');
/** After a word for a relative, these words show that the relative needs treatment. */
const needing = wordsOf('need wont drink use ocupa necesita quiere toma bebe usa fuma consume');
const MOST_BETWEEN = 4;
const BEFORE_QUITTING = 3;

/**
 * Leaves out the sex and age of relatives if the writer needs treatment: "i have anxiety, my husband is active duty",
 * "mi mamá no sabe que uso percs".
 */
export function withoutOthers(tokens: readonly Token[], spans: readonly Span[]): readonly Span[] {
  const related = spans.filter((span) => isOfRelative(tokens, span));
  const forWhom = related.find((span) => isFor(tokens, span));
  // In "Señora busca ayuda para su esposo", the first person is the one who asks.
  if (forWhom !== undefined)
    return spans.map((span) => (related.includes(span) && span.from < forWhom.from ? withoutPerson(span) : span));
  if (related.length === 0 || related.some((span) => isAskedFor(tokens, span)) || !isOfSpeaker(tokens, spans))
    return spans;
  return spans.map((span) => {
    if (related.includes(span)) return asSpeaker(tokens, span);
    const isSoldier = span.meanings.some(({ field, value }) => field === 'population' && value === 'military');
    const isTheirs =
      isSoldier && tokens.slice(Math.max(0, span.from - 3), span.from).some(({ plain }) => isRelative(plain));
    if (!isTheirs) return span;
    return { ...span, meanings: [{ field: 'population', value: 'military-families', yieldsTo: null }] };
  });
}

const withoutPerson = (span: Span): Span => ({
  ...span,
  meanings: span.meanings.filter(({ field }) => field !== 'gender' && field !== 'age'),
});

const thinking = /^(?:sa(?:ys|id)|thinks|wants|tells|told|dice|quiere|piensa|cree)$/;
const couples: readonly (readonly [RegExp, Gender])[] = [
  [/^(?:wife|esposa)$/, 'men'],
  [/^(?:husband|esposo|marido)$/, 'women'],
];

/**
 * Replaces the relative's sex by the writer's. In "My wife says i drink too much" the writer is assumed to be a man, so
 * the program must accept men.
 */
function asSpeaker(tokens: readonly Token[], span: Span): Span {
  const [, value] = couples.find(([word]) => word.test(tokens[span.to - 1]?.plain ?? '')) ?? [];
  if (value === undefined || !thinking.test(tokens[span.to]?.plain ?? '')) return withoutPerson(span);
  const { meanings } = withoutPerson(span);
  return { ...span, meanings: [...meanings, { field: 'gender', value, yieldsTo: ['gender', 'population'] }] };
}

/** True for a person after "for": "For my son", "pa su esposo". */
function isFor(tokens: readonly Token[], { from }: Span): boolean {
  const first = tokens[from - 1]?.plain ?? '';
  const before = /^(?:my|our|his|her|their|a|an|mi|su|un|una|el|la)$/.test(first) ? tokens[from - 2]?.plain : first;
  return ['for', 'para', 'pa'].includes(before ?? '');
}

const isOfRelative = (tokens: readonly Token[], { from, to, meanings }: Span): boolean =>
  meanings.some(({ field }) => field === 'gender' || field === 'age') &&
  tokens.slice(from, to).some(({ plain, word }) => isRelative(plain) || isRelative(word));

function isAskedFor(tokens: readonly Token[], { from, to }: Span): boolean {
  const before = tokens.slice(Math.max(0, from - 3), from).map(({ plain }) => plain);
  return before.some((word) => asking.has(word)) || needing.has(tokens[to]?.word ?? '');
}

function isOfSpeaker(tokens: readonly Token[], spans: readonly Span[]): boolean {
  const troubles = spans.filter(({ meanings }) => meanings.some(({ field }) => field === 'condition'));
  return (
    troubles.some((span) => isOwn(tokens, span)) ||
    tokens.some((_, at) => isForSelf(tokens, at) || isQuitting(tokens, at, troubles))
  );
}

/**
 * True for a problem of the writer: "My anxiety", "i have depression", "how much i drink", "uso percs". False if
 * another person comes in between or directly after.
 */
function isOwn(tokens: readonly Token[], { from, to }: Span): boolean {
  if (isPerson(tokens[to]?.plain ?? '') || isPerson(tokens[from]?.plain ?? '')) return false;
  if (owning.has(tokens[from - 1]?.plain ?? '')) return true;
  for (let at = from; at >= Math.max(0, from - MOST_BETWEEN); at--) {
    const word = tokens[at]?.plain ?? '';
    if (at < from && (isPerson(word) || /[.;!?\n]/.test(tokens[at + 1]?.gap ?? ''))) return false;
    if (['no', 'not'].includes(tokens[at - 1]?.plain ?? '')) return false;
    if (firstPerson.has(word)) return true;
    const verb = tokens[at + 1]?.plain ?? '';
    if (word === 'im' || word === 'ive' || (word === 'i' && having.has(verb))) return true;
  }
  return false;
}

/** True for words that ask for the writer: "For myself", "so i can only do sundays", "es para mí". */
function isForSelf(tokens: readonly Token[], at: number): boolean {
  const [word, next, third] = [at, at + 1, at + 2].map((place) => tokens[place]?.plain ?? '');
  if (word === 'for' && (next === 'me' || next === 'myself')) return true;
  if (word === 'i' && (next === 'can' || next === 'could') && third === 'only') return true;
  // Somebody wants the writer to get help: "My husband wants me to get help".
  if (/^(?:want|need|tell|ask|beg|say)/.test(word ?? '') && (next === 'me' || (next === 'i' && third === 'need')))
    return true;
  const isEnd = tokens[at + 2] === undefined || /[,.;:!?]/.test(tokens[at + 2]?.gap ?? '');
  return (word === 'para' || word === 'pa') && next === 'mi' && isEnd;
}

/** True if the writer wants to quit and the text names a problem: "Quiero dejarlos", "i want to quit". */
function isQuitting(tokens: readonly Token[], at: number, troubles: readonly Span[]): boolean {
  const word = tokens[at]?.plain ?? '';
  if (troubles.length === 0 || !/^(?:quit|stop|dejar(?:l[oa]s?)?)$/.test(word)) return false;
  const before = tokens.slice(Math.max(0, at - BEFORE_QUITTING), at).map(({ plain }) => plain);
  return (
    before.includes('quiero') || (before.includes('i') && before.some((one) => ['want', 'wanna', 'cant'].includes(one)))
  );
}
