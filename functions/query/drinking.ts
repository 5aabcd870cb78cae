import { rank, type Span } from './span.ts';
import type { Token } from './tokenize.ts';
import { wordsOf } from './word-set.ts';

const verbs = wordsOf(
  'toma tomo tomaba tomando tomar tome toman tomamos beben bebe bebo bebia bebiendo beber chupa chupo chupando chupar pistea pisteo pistear pisteando empinar',
);
/** These words after the verb are not its object: "toma y fuma", "toma a escondidas", "bebe cada noche". */
const noObject =
  wordsOf(`y e pero a cada diario diariamente todos todas todo mucho demasiado tanto bastante solo sola desde
  cuando porque por para hasta con otra sin siempre casi muy ya fuerte seguido como en entre mas hace aunque que ni o cuanto harto bien machin cabron recio diariamente seguidito everyday daily`);
const withBaby = wordsOf(
  'tuvo tuve tener tengo tiene tienen tuvimos tenemos con sin de espera esperando nuevo primer segundo otro cuidar',
);
const babyOf = wordsOf('mi su un una el la al del tu nuestro recien');
const stopping = wordsOf('dejar dejo deja deje parar para quitar');
const times = wordsOf('fines sabados domingos viernes lunes jueves dias noches tardes weekends');
const muchWords = wordsOf('chingo monton chorro resto madral bonche mas perderse caerse');
/**
 * Things that are taken but not drunk, such as pills. After "dejar de", only these are accepted as objects: the
 * sentence often continues there without a comma.
 */
const taken = wordsOf('medicina medicamento medicamentos pastilla pastillas drogas pills xanax percs');
/** Words that begin another sentence, so they are not the object of the verb. */
const beginning = wordsOf(
  'tengo es soy vivo vive vivimos estoy quiero necesito busco ayuda me alcohol cerveza pero cerca gracias',
);
/**
 * Before the verb, these words give it another meaning: a baby (bebé), a plan that somebody takes, or a time that
 * something takes.
 */
const other = wordsOf('mi su un una el al del tu nuestro recien seguro aseguranza plan tarjeta medicaid me te');

/** Finds Spanish verbs that mean drinking alcohol because nothing else is named: "mi esposo toma", but not "toma pastillas". */
export function drinkingSpans(tokens: readonly Token[]): readonly Span[] {
  return tokens.flatMap(({ plain }, from): Span[] => {
    if (isBaby(tokens, from)) return [{ from, to: from + 1, rank: rank.sure, meanings: [] }];
    if (!verbs.has(plain) || isOther(tokens, from) || hasObject(tokens, from)) return [];
    const isMuch = ['mucho', 'demasiado', 'diario'].includes(tokens[from + 1]?.plain ?? '');
    const meanings = [{ field: 'condition' as const, value: 'alcohol', yieldsTo: null }];
    return [{ from, to: from + (isMuch ? 2 : 1), rank: rank.term, meanings }];
  });
}

/** True if the word means a baby: "Tuvo bebe", "mujeres con bebes". */
function isBaby(tokens: readonly Token[], at: number): boolean {
  const [token, before] = [tokens[at], tokens[at - 1]?.plain ?? ''];
  if (token?.plain === 'bebes') return true;
  return token?.plain === 'bebe' && !/[,;.!?\n]/.test(token.gap) && (withBaby.has(before) || babyOf.has(before));
}

/** True if the word before the verb gives the verb another meaning. */
function isOther(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.plain ?? '';
  if (/[,;.!?\n]/.test(tokens[at]?.gap ?? '')) return false;
  return other.has(before);
}

function hasObject(tokens: readonly Token[], at: number): boolean {
  const [next, second] = [tokens[at + 1], tokens[at + 2]];
  if (next === undefined || /[,;.!?\n]/.test(next.gap)) return false;
  const isStopping = tokens[at - 1]?.plain === 'de' && stopping.has(tokens[at - 2]?.plain ?? '');
  if (isStopping || beginning.has(next.plain)) return taken.has(next.plain) || taken.has(second?.plain ?? '');
  if (['los', 'las', 'el'].includes(next.plain)) return !times.has(second?.plain ?? '');
  // Words for "a lot" are not another object: "Toma un chingo", "anda tomando de más".
  if (['un', 'de', 'hasta'].includes(next.plain) && muchWords.has(second?.plain ?? '')) return false;
  return !noObject.has(next.plain) || (next.plain === 'en' && second?.plain === 'cuenta');
}
