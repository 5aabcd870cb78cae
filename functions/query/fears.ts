import { rank, type Span } from './span.ts';
import type { Token } from './tokenize.ts';
import { wordsOf } from './word-set.ts';

/** Objects of common phobias. They are not in the lexicon, because most are ordinary words or names of towns. */
const feared =
  wordsOf(`flying plane airplane height needle shot injection spider snake dog bug insect driving bridge elevator
  crowd leaving going outside outdoor blood vomit vomiting dark darkness water drowning dentist doctor clown storm thunder germ
  space tight small closed enclosed open public
  volar avione avion altura aguja inyeccion arana perro serpiente manejar elevador oscuridad sangre agua espacio salir payaso`);
const fear = wordsOf('fear afraid scared terrified phobia');
const articles = wordsOf('the la las los el');

/** Finds phobias: "fear of flying", "miedo a los perros". "Fear of relapse" is no phobia. */
export function fearSpans(tokens: readonly Token[]): readonly Span[] {
  return tokens.flatMap(({ plain }, from): Span[] => {
    const isFear = fear.has(plain) && tokens[from + 1]?.plain === 'of';
    const isMiedo =
      ['miedo', 'temor', 'fobia'].includes(plain) && ['a', 'de', 'al'].includes(tokens[from + 1]?.plain ?? '');
    const at = articles.has(tokens[from + 2]?.plain ?? '') ? from + 3 : from + 2;
    if ((!isFear && !isMiedo) || !feared.has(tokens[at]?.word ?? '')) return [];
    const meanings = [{ field: 'condition' as const, value: 'phobias', yieldsTo: null }];
    return [{ from, to: at + 1, rank: rank.sure, meanings }];
  });
}
