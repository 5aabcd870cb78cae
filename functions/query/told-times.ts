import type { Meaning } from './sayings/saying.ts';
import type { Span } from './span.ts';
import { isStopWord } from './stop-words.ts';
import type { Token } from './tokenize.ts';

/** Nouns for something other than care: "night shift jobs", "kids birthday party", "thai food", "rehab loan". */
const otherMatters =
  /^(?:jobs|hiring|salary|loans?|recipes?|receta|menu|food|restaurant|haircuts?|truck|repair|party|fiesta|hotel|rates|spa|games?)$/;

/**
 * Removes filters shortly before such a noun: "Night shift jobs" does not ask for an evening program. Levels of care
 * and places remain filters.
 */
export function withoutOtherMatters(tokens: readonly Token[], spans: readonly Span[]): readonly Span[] {
  const at = tokens.findIndex(({ plain }) => otherMatters.test(plain));
  if (at < 1 || /^(?:my|mi)$/.test(tokens[at - 1]?.plain ?? '')) return spans;
  return spans.map((span) => {
    const isBefore =
      span.to <= at && at - span.to < MOST_BETWEEN && !span.meanings.some(({ field }) => field === 'level');
    if (!isBefore || steps(span.to, at + 1).some((place) => /[,;.!?\n]/.test(tokens[place]?.gap ?? ''))) return span;
    return { ...span, meanings: span.meanings.filter(({ field }) => field === 'state' || field === 'near') };
  });
}
/** Most words between a value and the noun: "senior center lunch menu". */
const MOST_BETWEEN = 3;

/** Beginnings of words in a clause that asks for something, or says when somebody can come. */
const asking =
  /^(?:need|want|look|find|open|avail|appoint|class|group|session|meet|program|work|job|shift|school|can$|only|after$|prefer|during|therap|counsel|there|option|attend|off$|qui[es]|quer|bus[cq]|necesit|sea$|horario|ab[ir]|atiend|cita|grupo|trabaj|turno|pued|ocup|hay$|solo|despues|salgo|terap)/;
/** Beginnings of words in a clause that says what somebody does: a time next to one of these is part of the story. */
const telling =
  /^(?:sa(?:y|id)|pass|dr[aiu]nk|us(?:es|ed|ing)$|smok|cr(?:y|ie)|came|comes|fight|sle?ep|w[ao]ke|stay|yell|lea?ves|left|hits?$|throw|shak|start|part(?:y|ie)|goes|black|gets?$|hears|sees|bing|relaps|feel|wets|dice|duerm|llega|llor|(?:tom[aoe]|beb[eio])(?!r)|fum|sale$|pele|grit|levant|vien|anda|golpe|pega|consum|chup|piste|emborr|empe|oye)/;
/** Words for a recurring time. Such a time more often says what somebody does than when a program should be. */
const repeating = /^(?:every|each|cada|tod[ao]s|last|ultim[ao]|this|since|desde)$/;
/** Most words of a text or clause that is assumed to be a list of wishes, unless it tells a story. */
const SHORT = { text: 9, clause: 5 } as const;

const isSchedule = ({ meanings }: Span): boolean => meanings.some(({ field }) => field === 'schedule');
const isDrug = ({ field }: Meaning): boolean => field === 'condition';
const isAsked = ({ meanings }: Span): boolean =>
  meanings.some(({ field }) => ['level', 'therapy', 'modality', 'accepting', 'schedule'].includes(field));

/**
 * Removes times that belong to a story and not to a request. In "evening groups", "need something on weekends" and
 * "iop, evenings" the time remains a filter. In "Every weekend he says he will stop" and "no duerme de noche" it is
 * understood, but filters nothing.
 */
export function withoutToldTimes(tokens: readonly Token[], spans: readonly Span[]): readonly Span[] {
  if (!spans.some(isSchedule)) return spans;
  return spans.map((span) => {
    if (!isSchedule(span) || isRequested(tokens, span, spans)) return span;
    return { ...span, meanings: span.meanings.filter(({ field }) => field !== 'schedule') };
  });
}

function isRequested(tokens: readonly Token[], span: Span, spans: readonly Span[]): boolean {
  const { from, to } = clauseAround(tokens, span);
  const at = new Map(spans.flatMap((one) => steps(one.from, one.to).map((place) => [place, one] as const)));
  const inside = steps(span.from, span.to).map((place) => tokens[place]?.plain ?? '');
  const signAt = (place: number): 'asked' | 'told' | null => {
    const [token, one] = [tokens[place], at.get(place)];
    if (token === undefined) return null;
    const next = at.get(place + 1)?.meanings ?? [];
    if (telling.test(token.plain) || (/^do(?:es|ing)$/.test(token.plain) && next.some(isDrug))) return 'told';
    if (asking.test(token.plain)) return 'asked';
    return one !== undefined && one !== span && isAsked(one) ? 'asked' : null;
  };
  const before = steps(from, span.from)
    .reverse()
    .map(signAt)
    .find((sign) => sign !== null);
  const after = steps(span.to, to)
    .map(signAt)
    .find((sign) => sign !== null);
  // The number counts years or drinks and is not a time of day: "Relapsed after 6 years".
  if (/\d/.test(tokens[span.to - 1]?.plain ?? '') && counted.test(tokens[span.to]?.word ?? '')) return false;
  if (inside.some((word) => asking.test(word) || /\d/.test(word))) return true;
  if (isDone(tokens, span.from) || isInName(tokens, span, at)) return false;
  const isRepeated = repeating.test(tokens[span.from - 1]?.plain ?? '');
  const sign = isRepeated ? (after ?? before) : (before ?? after);
  if (sign !== undefined) return sign === 'asked';
  const words = steps(from, to).filter((place) => !isStopWord(tokens[place]?.plain ?? ''));
  return !isRepeated && (tokens.length <= SHORT.text || words.length <= SHORT.clause);
}

/**
 * True for a single time next to an unknown word, which is probably part of a name: "Brighter Day", "Night Light
 * Ministries", "day spa".
 */
function isInName(tokens: readonly Token[], { from, to }: Span, at: ReadonlyMap<number, Span>): boolean {
  const [token, before, next] = [tokens[from], tokens[from - 1], tokens[to]];
  if (to - from > 1 || token === undefined || !/^(?:day|night|evening|morning|weekend)$/.test(token.plain))
    return false;
  const isOther = (one: Token | undefined, place: number, { gap }: Token) =>
    one?.kind === 'word' &&
    !asking.test(one.plain) &&
    !at.has(place) &&
    !isStopWord(one.plain) &&
    !isStopWord(one.word) &&
    /^\s+$/.test(gap);
  if (next !== undefined && isOther(next, to, next)) return true;
  return token.plain === 'day' && (before?.plain === 'new' || isOther(before, from - 1, token));
}

const counted = /^(?:year|yr|month|week|day|mo|drink|beer|time|hour|ano|mese|dia|semana|cerveza|trago)$/;
const subjects = /^(?:i|he|she|we|they|yo|el|ella)$/;
const notDone =
  /^(?:am|is|are|was|can|could|would|will|do|does|did|need|want|prefer|only|puedo|puede|quiero|necesito|solo|prefiero)$/;

/** True for a time after a subject and a verb, which says what somebody does: "I bartend at night". */
function isDone(tokens: readonly Token[], from: number): boolean {
  let at = from - 1;
  while (/^(?:at|in|on|the|en|la|las|los|por|de)$/.test(tokens[at]?.plain ?? '')) at--;
  const verb = tokens[at]?.plain ?? '';
  if (at === from - 1 || notDone.test(verb) || asking.test(verb) || isStopWord(verb)) return false;
  return subjects.test(tokens[at - 1]?.plain ?? '');
}

const steps = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);

/** The part of the text around a span, between commas or ends of sentences. */
function clauseAround(tokens: readonly Token[], { from, to }: Span): { readonly from: number; readonly to: number } {
  const isParted = (at: number) => /[,;.!?\n]/.test(tokens[at]?.gap ?? '');
  let [first, end] = [from, to];
  while (first > 0 && !isParted(first)) first--;
  while (end < tokens.length && !isParted(end)) end++;
  return { from: first, to: end };
}
