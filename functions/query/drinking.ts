import { rank, type Span } from './span.ts';
import type { Token } from './tokenize.ts';

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const verbs = wordsOf(
  'toma tomo tomaba tomando tomar tome tomamos bebe bebo bebia bebiendo beber chupa chupo chupando chupar pistea pisteando',
);
/** After the verb, these are no object: "toma y fuma", "toma a escondidas", "bebe cada noche". */
const noObject =
  wordsOf(`y e pero a cada diario diariamente todos todas todo mucho demasiado tanto bastante solo sola desde
  cuando porque por para hasta con otra sin siempre casi muy ya fuerte seguido como en entre mas hace aunque que ni o cuanto`);
const times = wordsOf('fines sabados domingos viernes lunes jueves dias noches tardes weekends');
/** Before the verb, these make it something else: a baby, a plan that is taken, a time that it takes. */
const other = wordsOf('mi su un una el al del tu nuestro recien seguro aseguranza plan tarjeta medicaid me te');

/** Finds drinking in Spanish where no object is named: "mi esposo toma", "toma los fines". "Toma pastillas" is none. */
export function drinkingSpans(tokens: readonly Token[]): readonly Span[] {
  return tokens.flatMap(({ plain }, from): Span[] => {
    if (!verbs.has(plain) || other.has(tokens[from - 1]?.plain ?? '') || hasObject(tokens, from)) return [];
    const isMuch = ['mucho', 'demasiado', 'diario'].includes(tokens[from + 1]?.plain ?? '');
    const meanings = [{ field: 'condition' as const, value: 'alcohol', yieldsTo: null }];
    return [{ from, to: from + (isMuch ? 2 : 1), rank: rank.term, meanings }];
  });
}

function hasObject(tokens: readonly Token[], at: number): boolean {
  const [next, second] = [tokens[at + 1], tokens[at + 2]];
  if (next === undefined || /[,;.!?\n]/.test(next.gap)) return false;
  if (['los', 'las', 'el'].includes(next.plain)) return !times.has(second?.plain ?? '');
  return !noObject.has(next.plain) || (next.plain === 'en' && second?.plain === 'cuenta');
}
