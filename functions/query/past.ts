import type { Span } from './span.ts';
import { isStopWord } from './stop-words.ts';
import type { Token } from './tokenize.ts';
import { wordsOf } from './word-set.ts';

/** Before a level, these words and "out of" show that the person has left it, even if the text names no other level. */
const over =
  wordsOf(`finished finishing completed completing leaving left discharged released graduated graduating salir salio sali
  saliendo termino termine terminar acabo acabe alta hizo hice hicimos complete completo`);
/** Words before a level of care that the person has completed, or refuses in favor of another one. */
const past: ReadonlySet<string> = new Set([
  ...over,
  ...wordsOf(`after from out done refuses refused refusing hates hated tried did been went despues acaba fue fui estuvo
    estuve paso pase dejo`),
]);

/** True for a word after which a level of care is over or refused. */
export const isPast = (word: string): boolean =>
  past.has(word) && !['after', 'from', 'out', 'did', 'been', 'went', 'fue', 'paso', 'despues'].includes(word);

/**
 * The levels of care that the person has left: "after detox", "step down from inpatient to iop". Empty if the text asks
 * for no other level: "after inpatient what is next".
 * @param unwanted Spans that are already known to be refused.
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

/** True if the text says that somebody has left this level: "just got out of detox", "terminó residencial". */
export const isLeft = (tokens: readonly Token[], span: Span, spans: readonly Span[]): boolean =>
  isBehind(tokens, span, spans, over);

export const isLevel = ({ meanings }: Span): boolean => meanings.some(({ field }) => field === 'level');

/** True if a word of the list comes before the span, with only joining words in between. */
function isBehind(tokens: readonly Token[], span: Span, spans: readonly Span[], words = past): boolean {
  const to = tokens[span.from - 1]?.plain ?? '';
  if (to === 'into' || (to === 'to' && !['been', 'went'].includes(tokens[span.from - 2]?.plain ?? ''))) return false;
  const end = Math.max(0, ...spans.filter(({ to }) => to <= span.from).map(({ to }) => to));
  for (let at = span.from - 1; at >= end; at--) {
    const token = tokens[at];
    if (token === undefined || /[,;.!?]/.test(tokens[at + 1]?.gap ?? '')) return false;
    const isThen = token.plain === 'despues' && !['de', 'del'].includes(tokens[at + 1]?.plain ?? '');
    const isQuestion = token.plain === 'did' && ['you', 'they'].includes(tokens[at + 1]?.plain ?? '');
    if (words.has(token.plain) && !isThen && !isQuestion) return true;
    const isLeaving = ['out of', 'down from', 'bajando de', 'bajar de'].includes(
      `${token.plain} ${tokens[at + 1]?.plain}`,
    );
    if (words === over && isLeaving) return true;
    if (!isStopWord(token.plain)) return false;
  }
  return false;
}
