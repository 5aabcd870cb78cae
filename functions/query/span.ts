import type { Meaning } from './sayings/saying.ts';
import type { Token } from './tokenize.ts';

/** A city, a ZIP or a point that a stretch of the text names. */
export interface NamedPlace {
  /** What `near` is to be. */
  readonly near: string;
  /** The city's name alone, for joining it with a state said elsewhere; null for a ZIP or a point. */
  readonly city: string | null;
  /** Postal code, null where it was neither said nor can be told. */
  readonly state: string | null;
  /** Whether its state was said with it, so that another state in the text cannot bind it. */
  readonly saysState?: true;
  /** How surely this is where to search: a ZIP or point 3, a city with its state 2, one after "in" 1, else 0. */
  readonly certainty: 0 | 1 | 2 | 3;
}

/** A stretch of tokens, `from … to` (exclusive), and one way to read it. */
export interface Span {
  readonly from: number;
  readonly to: number;
  /** Of two readings of the same length the higher goes first. */
  readonly rank: number;
  readonly meanings: readonly Meaning[];
  /** Its words are reported as not understood. */
  readonly unread?: boolean;
  readonly place?: NamedPlace;
  readonly within?: string;
}

export const rank = { guess: 0, place: 1, term: 2, sure: 3 } as const;

/** The longest spans that do not overlap, in the order of the text; of equal ones the surer, then the earlier. */
export function longestSpans(spans: readonly Span[]): readonly Span[] {
  const best = [...spans].sort((a, b) => b.to - b.from - (a.to - a.from) || b.rank - a.rank || a.from - b.from);
  const taken = new Set<number>();
  const chosen: Span[] = [];
  for (const span of best) {
    let isFree = true;
    for (let at = span.from; at < span.to; at++) isFree &&= !taken.has(at);
    if (!isFree) continue;
    for (let at = span.from; at < span.to; at++) taken.add(at);
    chosen.push(span);
  }
  return chosen.sort((a, b) => a.from - b.from);
}

/** The part of the text that a span stands for, as typed. */
export function textOf(tokens: readonly Token[], { from, to }: Pick<Span, 'from' | 'to'>): string {
  return tokens
    .slice(from, to)
    .map(({ gap, text }, at) => (at === 0 ? text : gap + text))
    .join('');
}
