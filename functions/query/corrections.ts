import { isPerson } from './person-words.ts';
import type { Span } from './span.ts';
import { isConnector } from './stop-words.ts';
import type { Token } from './tokenize.ts';
import { wordsOf } from './word-set.ts';

/** Phrases that take back what was said before, so that the later value counts. */
const takingBack: readonly (readonly string[])[] = [
  'no wait',
  'wait no',
  'no sorry',
  'sorry no',
  'wait',
  'actually',
  'i mean',
  'i meant',
  'scratch that',
  'make that',
  'or rather',
  'correction',
  'no espera',
  'espera',
  'digo',
  'perdon',
  'mejor dicho',
  'mas bien',
].map((phrase) => phrase.split(' '));
/** Phrases that say where the person is now. All other places in the text are then former ones. */
const moving: readonly (readonly string[])[] = [
  'moved to',
  'moving to',
  'relocated to',
  'relocating to',
  'now in',
  'me mude a',
  'nos mudamos a',
  'ahora en',
].map((phrase) => phrase.split(' '));

const coming = wordsOf('am im is are were hes shes theyre originally moved moving came come relocated visiting back');
const viniendo = new Set(
  'soy somos es son vengo venimos viene vinimos llegamos llegue originario mudamos mude mudo muda mudarnos prision carcel penitenciaria salio sali'.split(
    ' ',
  ),
);

export interface Corrections {
  /** Spans whose value was taken back; they are ignored. */
  readonly dropped: ReadonlySet<Span>;
  /** Positions of the tokens that correct an earlier value. A "no" among them does not negate what follows. */
  readonly marks: ReadonlySet<number>;
}

/**
 * Finds values that the person corrected, as in "Phoenix no wait Tucson", "caresource? no, medicaid", "El Paso no, en
 * Yuma" or "moved to Reno, was in Boise": of two values of the same kind, only the corrected one counts. Between values
 * of different kinds, "not" and "no" negate what follows (negation.ts).
 */
export function correctionsIn(tokens: readonly Token[], spans: readonly Span[]): Corrections {
  const dropped = new Set<Span>();
  const marks = new Set<number>();
  const take = (from: number, to: number, old: readonly Span[]) => {
    for (const span of old) dropped.add(span);
    for (const span of spans) if (span.from >= from && span.to <= to) dropped.add(span);
    for (let at = from; at < to; at++) marks.add(at);
  };
  const places = spans.filter(isWhere);
  const origins = places.filter((span) => isOrigin(tokens, span));
  if (origins.length < places.length) for (const span of origins) dropped.add(span);
  if (places.some((span) => isOfAnother(tokens, span)))
    for (const span of places) if (isHome(tokens, span) && !isOfAnother(tokens, span)) dropped.add(span);
  for (const at of tokens.keys()) {
    if (marks.has(at)) continue;
    const moved = phraseAt(tokens, at, moving);
    const home = spans.find(({ from, place }) => place !== undefined && from === at + moved);
    if (moved > 0 && home !== undefined) {
      take(
        at,
        at + moved,
        spans.filter((span) => span !== home && span.place !== undefined),
      );
      continue;
    }
    const back = phraseAt(tokens, at, takingBack);
    const later = back > 0 ? spanAfter(tokens, spans, at + back) : null;
    const old = later === null ? [] : spans.filter((span) => span.to <= at && isOfKind(span, later));
    if (old.length > 0) take(at, at + back, old);
    else if (tokens[at]?.plain === 'no') {
      const last = spans.find(({ to }) => to === at);
      const next = spanAfter(tokens, spans, at + 1);
      const isQuestion = tokens[at]?.gap.includes('?') === true;
      const isSaid = isQuestion || /^\s*[,.]/.test(tokens[at + 1]?.gap ?? '');
      const isPlace = last?.place !== undefined && next?.place !== undefined;
      const isPutRight = last !== undefined && next !== null && isOfKind(last, next) && (isSaid || isPlace);
      if (isPutRight) take(at, at + 1, [last]);
      else if (isQuestion && next !== null) take(at, at + 1, []);
    }
  }
  return { dropped, marks };
}

const isWhere = ({ place, meanings }: Span): boolean =>
  place !== undefined || meanings.some(({ field }) => field === 'state');

/**
 * True for the place that somebody comes from: "Somos de Puerto Rico y vivimos en Vineland". It is ignored if the text
 * names another place.
 */
function isOrigin(tokens: readonly Token[], { from }: Span): boolean {
  const [word, before] = [tokens[from - 1]?.plain ?? '', tokens[from - 2]?.plain ?? ''];
  return (word === 'from' && coming.has(before)) || (word === 'de' && viniendo.has(before));
}

const living = wordsOf('live living vivo vivimos im estoy reside resido');
const leading = wordsOf('in en at near near out over up down que who thats is esta vive lives living from que alla');

/** The last word before a place that is not a word of the given set, such as "in". */
function wordBefore(tokens: readonly Token[], { from }: Span, passed: ReadonlySet<string>): string {
  let at = from - 1;
  while (passed.has(tokens[at]?.plain ?? '')) at--;
  return tokens[at]?.plain ?? '';
}

/** True for the place of another person: "I live in Denver but it is for my brother in Pueblo" searches in Pueblo. */
const isOfAnother = (tokens: readonly Token[], span: Span): boolean =>
  isPerson(wordBefore(tokens, span, leading)) && ['in', 'en'].includes(tokens[span.from - 1]?.plain ?? '');
const isHome = (tokens: readonly Token[], span: Span): boolean =>
  living.has(wordBefore(tokens, span, new Set(['in', 'en'])));

/** Number of tokens of the listed phrase that begins at this position; 0 if none does. */
function phraseAt(tokens: readonly Token[], at: number, phrases: readonly (readonly string[])[]): number {
  const found = phrases.find((words) => words.every((word, step) => tokens[at + step]?.plain === word));
  return found?.length ?? 0;
}

/** The span that follows; null if anything but joining words comes before it. */
function spanAfter(tokens: readonly Token[], spans: readonly Span[], at: number): Span | null {
  for (let next = at; next < tokens.length; next++) {
    const span = spans.find(({ from }) => from === next);
    if (span !== undefined && (span.place !== undefined || span.meanings.length > 0)) return span;
    if (!isConnector(tokens[next]?.plain ?? '')) return null;
  }
  return null;
}

function isOfKind(one: Span, other: Span): boolean {
  if (one.place !== undefined || other.place !== undefined) return one.place !== undefined && other.place !== undefined;
  return one.meanings.some(({ field }) => other.meanings.some((meaning) => meaning.field === field));
}
