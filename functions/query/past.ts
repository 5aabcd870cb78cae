import type { Span } from './span.ts';
import { isStopWord } from './stop-words.ts';
import type { Token } from './tokenize.ts';

/** Words before a level of care that the person has been through, or turns down for another. */
const past: ReadonlySet<string> = new Set(
  `after from out finished finishing completed completing leaving left discharged released graduated graduating done
   refuses refused refusing hates hated tried despues salio sali saliendo termino termine terminar acaba acabo`.split(
    /\s+/,
  ),
);

/** Whether the word says that what follows has been or is refused. */
export const isPast = (word: string): boolean => past.has(word) && !['after', 'from', 'out', 'despues'].includes(word);

/**
 * The levels of care that lie behind the person, "after detox" or "step down from inpatient to iop": only where another
 * level is asked for, since "after inpatient what is next" asks for nothing else.
 * @param unwanted Spans that are turned down anyway.
 */
export function pastBefore(
  tokens: readonly Token[],
  spans: readonly Span[],
  unwanted: ReadonlySet<Span>,
): readonly Span[] {
  const levels = spans.filter((span) => !unwanted.has(span) && isLevel(span));
  const behind = levels.filter((span) => isBehind(tokens, span, spans));
  return behind.length < levels.length ? behind : [];
}

export const isLevel = ({ meanings }: Span): boolean => meanings.some(({ field }) => field === 'level');

/** Whether such a word leads to the span over words that only join, without another span between. */
function isBehind(tokens: readonly Token[], span: Span, spans: readonly Span[]): boolean {
  const end = Math.max(0, ...spans.filter(({ to }) => to <= span.from).map(({ to }) => to));
  for (let at = span.from - 1; at >= end; at--) {
    const token = tokens[at];
    if (token === undefined || /[,;.!?]/.test(tokens[at + 1]?.gap ?? '')) return false;
    const isThen = token.plain === 'despues' && !['de', 'del'].includes(tokens[at + 1]?.plain ?? '');
    if (past.has(token.plain) && !isThen) return true;
    if (!isStopWord(token.plain)) return false;
  }
  return false;
}
