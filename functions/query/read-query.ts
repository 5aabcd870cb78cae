import { readsAsCrisis } from '../crisis/crisis.ts';
import { isClosed, type ListField, listFields, type YesNoField, yesNoFields } from '../domain/fields.ts';
import { vocabularyOf } from '../domain/vocabularies.ts';
import type { Places } from '../places/places.ts';
import { ageSpans } from './ages.ts';
import { asamSpans } from './asam.ts';
import { bareStateSpans } from './bare-states.ts';
import { citySpans } from './city-spans.ts';
import { withoutOthers } from './client.ts';
import { correctionsIn } from './corrections.ts';
import { decadeSpans } from './decades.ts';
import { drinkingSpans } from './drinking.ts';
import { durationSpans } from './durations.ts';
import { facilitySpans } from './facilities.ts';
import { fearSpans } from './fears.ts';
import { languageOf } from './language.ts';
import { lexiconFor } from './lexicon.ts';
import { mediCalSpans } from './medi-cal.ts';
import { misspelledCountySpans } from './misspelled-counties.ts';
import { misspelledSpans } from './misspelled-spans.ts';
import { stateAt } from './names.ts';
import { negated } from './negation.ts';
import { withNextStep } from './next-step.ts';
import { asPersons } from './one-person.ts';
import { ownChildrenSpans } from './own-children.ts';
import { withPlacePrior } from './place-prior.ts';
import { withoutPlanNames } from './plan-names.ts';
import { inPlanState, planStates } from './plan-states.ts';
import { pointSpans } from './points.ts';
import { withPronoun } from './pronouns.ts';
import { radiusSpans } from './radius.ts';
import type { Reading, Understood } from './reading.ts';
import type { Field } from './sayings/field.ts';
import { segmented } from './segmentation.ts';
import { writtenOut } from './shorthand.ts';
import { asHeard } from './sounds.ts';
import { type Span, textOf } from './span.ts';
import { type Read, settle } from './span-outcomes.ts';
import { isConnector, isStopWord } from './stop-words.ts';
import { termSpans } from './term-spans.ts';
import { type Token, tokenize } from './tokenize.ts';
import { withoutOtherMatters, withoutToldTimes } from './told-times.ts';
import { vocativeSpans } from './vocatives.ts';
import { whereIn } from './where.ts';
import { nearWithWordsBeside } from './words-beside.ts';

export interface QueryContext {
  readonly places: Places;
  /** Slugs of the insurers in the dataset. Pass the same array while they do not change: results are cached by it. */
  readonly insurers: readonly string[];
  /**
   * True for a word that occurs in the name of a center. Next to a city, that word is not taken for a part of a town's
   * name. Absent if the caller does not know the names.
   */
  readonly isNameWord?: (word: string) => boolean;
}

/**
 * Least population of a town that is assumed to be meant although its correctly spelled name is close to another word.
 */
const TOWN = 1000;

/**
 * Reads what people type into one search box, by rules. The longest phrase with a meaning takes precedence; other words
 * are joining words or are reported as ignored. Never throws, whatever the text.
 */
export function readQuery(text: string, { places, insurers, isNameWord = () => false }: QueryContext): Reading {
  const lexicon = lexiconFor(insurers);
  const isTown = ({ text: name, plain }: Token) =>
    /[a-z]/.test(plain) && places.cities(name).some(({ population }) => population >= TOWN);
  const typed = writtenOut(tokenize(text));
  const tokens = asHeard(typed, lexicon, languageOf(typed), isTown);
  const cities = citySpans(tokens, lexicon, places);
  const cut = segmented(tokens, [
    ...termSpans(tokens, lexicon, isTown),
    ...ageSpans(tokens),
    ...decadeSpans(tokens),
    ...asamSpans(tokens),
    ...durationSpans(tokens),
    ...drinkingSpans(tokens),
    ...fearSpans(tokens),
    ...vocativeSpans(tokens),
    ...facilitySpans(tokens, lexicon),
    ...ownChildrenSpans(tokens),
    ...radiusSpans(tokens),
    ...pointSpans(tokens, places),
    ...bareStateSpans(tokens, lexicon, places),
    ...cities.map((span) => withPlacePrior(span, places)),
    ...misspelledCountySpans(tokens, places).map((span) => withPlacePrior(span, places)),
    ...misspelledSpans(tokens, lexicon, places, cities).map((span) => withPlacePrior(span, places)),
  ]);
  const persons = withPronoun(
    tokens,
    asPersons(tokens, withoutToldTimes(tokens, withoutOtherMatters(tokens, withoutPlanNames(tokens, cut)))),
  );
  const spans = withNextStep(tokens, withoutOthers(tokens, persons));
  const { dropped, marks } = correctionsIn(tokens, spans);
  const held = spans.filter((span) => !dropped.has(span));
  const unwanted = new Set([...dropped, ...negated(tokens, held, marks)]);
  const crisis = readsAsCrisis(text);
  const wanted = spans.filter((span) => !unwanted.has(span) && span.unread !== true && (crisis || !isOfCrisis(span)));
  return { ...assemble(tokens, spans, wanted, { places, isNameWord }), crisis };
}

/** Danger words count only if the text as a whole expresses danger: "no thoughts of self harm" does not. */
const isOfCrisis = ({ meanings }: Span): boolean => meanings.some(({ field }) => field === 'crisis');

function assemble(
  tokens: readonly Token[],
  spans: readonly Span[],
  wanted: readonly Span[],
  { places, isNameWord }: Required<Omit<QueryContext, 'insurers'>>,
): Omit<Reading, 'crisis'> {
  const plans = planStates(wanted);
  const isNamed = wanted.some(({ from, to }) => {
    const state = tokens[to - 1]?.plain === 'medicaid' && to - from > 1 ? stateAt(tokens, from, to - 1) : null;
    return plans.some((plan) => plan === state);
  });
  const where = inPlanState(whereIn(tokens, wanted, places), plans, places, isNamed);
  const read = [...wanted, ...mediCalSpans(tokens, spans, where)].sort((a, b) => a.from - b.from);
  const { within, understood, settled } = settle(tokens, read, where);
  const values = (field: Field) =>
    new Set(understood.flatMap((one) => (one.field === field && one.value !== null ? [one.value] : [])));
  const lists = listFields.map((field) => [field, inOrder(field, [...values(field)])]);
  const yesNo = yesNoFields.map((field) => [field, values(field).size > 0 ? true : null]);
  const isIgnored = ignoring(spans, settled);
  return {
    near: nearWithWordsBeside(where, tokens, places, (token, at) => isIgnored(token, at) && !isNameWord(token.plain)),
    state: where.state,
    in: plans.filter((state) => state !== where.state),
    unservedState: where.unservedState,
    within,
    ...(Object.fromEntries(lists) as Pick<Reading, ListField>),
    ...(Object.fromEntries(yesNo) as Pick<Reading, YesNoField>),
    accepting: values('accepting').size > 0,
    ignored: tokens.filter(isIgnored).map(({ text }) => text),
    understood: inTextOrder([
      ...understood,
      ...joiningWords(tokens, (token, at) => settled.has(at) || isIgnored(token, at)),
    ]),
  };
}

const inTextOrder = (read: readonly Read[]): Understood[] =>
  [...read].sort((a, b) => a.from - b.from).map(({ from: _, ...one }) => one);

/** Phrases of words that are neither understood nor reported as ignored, because they only join others. */
function joiningWords(tokens: readonly Token[], isTold: (token: Token, at: number) => boolean): readonly Read[] {
  const found: Read[] = [];
  for (let from = 0; from < tokens.length; from++) {
    let to = from;
    while (to < tokens.length && !isTold(tokens[to] as Token, to)) to++;
    if (to > from) found.push({ from, words: textOf(tokens, { from, to }), field: null, value: null });
    from = to;
  }
  return found;
}

/** Sorts values: those of a vocabulary in its order; those of open lists (insurers and languages) alphabetically. */
function inOrder(field: ListField, found: readonly string[]): string[] {
  const codes = isClosed(field) ? vocabularyOf(field).codes : [];
  const others = found.filter((value) => !codes.includes(value)).sort();
  return [...codes.filter((code) => found.includes(code)), ...others];
}

/**
 * Returns a test for tokens that are reported as ignored. In a phrase that was rejected, only joining words are not
 * reported; elsewhere, no stop words are.
 */
function ignoring(spans: readonly Span[], settled: ReadonlySet<number>): (token: Token, at: number) => boolean {
  const spanned = new Set(spans.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)));
  const isSilent = ({ plain, word }: Token, at: number) =>
    spanned.has(at) ? isConnector(plain) : isStopWord(plain) || isStopWord(word);
  return (token, at) => !settled.has(at) && !isSilent(token, at);
}
