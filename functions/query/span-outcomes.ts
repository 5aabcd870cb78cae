import type { Understood } from './reading.ts';
import type { Meaning } from './sayings/saying.ts';
import { type Span, textOf } from './span.ts';
import type { Token } from './tokenize.ts';
import type { Where } from './where.ts';

/** The meaning of a phrase, with the position of its first token. */
export interface Read extends Understood {
  readonly from: number;
}

/** What the spans of a text mean in the end. */
export interface Outcomes {
  readonly within: string | null;
  /** The meaning of each span, with the position of its first token. */
  readonly understood: readonly Read[];
  /** Positions of the tokens that are not reported as ignored. */
  readonly settled: ReadonlySet<number>;
}

/**
 * Resolves conflicts between spans: a plainly stated value overrides an implied one, the place that was chosen
 * overrides any other, and a whole state overrides a radius.
 */
export function settle(tokens: readonly Token[], wanted: readonly Span[], where: Where): Outcomes {
  const stated = statedIn(wanted);
  const within = where.state === null ? (wanted.find((span) => span.within !== undefined)?.within ?? null) : null;
  const understood: Read[] = [];
  const settled = new Set<number>();
  for (const span of wanted) {
    const place = where.read.get(span);
    const isRadius = span.within !== undefined && span.within === within;
    const values = [
      ...(place === undefined ? [] : [place]),
      ...(isRadius ? [{ field: 'within' as const, value: span.within }] : []),
      ...span.meanings.filter((meaning) => isFilter(meaning) && isLeft(meaning, stated)),
    ];
    const widened = span.widened === true ? ({ widened: true } as const) : {};
    const words = textOf(tokens, span);
    for (const { field, value } of values) understood.push({ from: span.from, words, field, value, ...widened });
    if (values.length === 0) {
      if (isRejected(span)) continue;
      understood.push({ from: span.from, words, field: null, value: null });
    }
    for (let at = span.from; at < span.to; at++) settled.add(at);
  }
  return { within, understood, settled };
}

function statedIn(spans: readonly Span[]): ReadonlySet<string> {
  const stated = new Set<string>();
  for (const { field, value, yieldsTo } of spans.flatMap(({ meanings }) => meanings)) {
    if (yieldsTo === null) stated.add(field).add(`${field}:${value}`);
    else stated.add(`implied:${field}:${value}`);
  }
  return stated;
}

const isFilter = ({ field }: Meaning): boolean => field !== 'near' && field !== 'state';

const isLeft = ({ yieldsTo }: Meaning, stated: ReadonlySet<string>): boolean =>
  yieldsTo === null || !yieldsTo.some((plainer) => stated.has(plainer));

/**
 * True for a second place, state or radius, which counts as not understood. "Near me" next to a place is understood.
 */
const isRejected = ({ place, within, meanings }: Span): boolean =>
  place !== undefined || within !== undefined || meanings.some(({ field }) => field === 'state');
