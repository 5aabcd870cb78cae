import { languageOf } from './language.ts';
import type { Token } from './tokenize.ts';
import { plainForm, wordForm } from './word-form.ts';
import { wordsOf } from './word-set.ts';

/** Texting abbreviations that always stand for the same word. */
const always: ReadonlyMap<string, string> = new Map(
  Object.entries({
    hav: 'have',
    wit: 'with',
    dnt: 'dont',
    q: 'que',
    ke: 'que',
    ai: 'hay',
    dtr: 'daughter',
    ijo: 'hijo',
    ija: 'hija',
    ijos: 'hijos',
    stoy: 'estoy',
    sra: 'senora',
    sr: 'senor',
    alc: 'alcohol',
    clt: 'client',
    inpt: 'inpatient',
    outpt: 'outpatient',
    pte: 'paciente',
    pcte: 'paciente',
    dzn: 'dicen',
    d: 'de',
    xq: 'porque',
    chamba: 'trabajo',
    jale: 'trabajo',
    lana: 'dinero',
  }),
);
/** After one of these words "pa" means "para": they do not follow the name of a state. */
const afterPara = wordsOf('mi mis tu su el la los las un una ella que dejar hombres mujeres');

/** After a place in Pennsylvania, a Spanish text continues with one of these words. */
const afterState = wordsOf('con y e o sin por en de tengo tiene necesito necesita busco quiero donde acepta que');

/** Expands texting abbreviations: "q acepte", "pa mi wife", "dont hav insurance". Keeps the typed text too. */
export function writtenOut(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token, at) => {
    if (token.kind !== 'word') return token;
    const meant = isPara(tokens, at) ? 'para' : (wordOf(tokens, at) ?? always.get(token.plain));
    return meant === undefined ? token : { ...token, plain: plainForm(meant), word: wordForm(meant) };
  });
}

/**
 * The word that an abbreviation at this position means: "d/o" is "disorder", and "bcbsil" (an insurer and a state) is
 * "bcbs".
 */
function wordOf(tokens: readonly Token[], at: number): string | undefined {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token?.plain === 'd' && next?.plain === 'o' && next.gap === '/') return 'disorder';
  if (token?.plain === 'o' && token.gap === '/' && tokens[at - 1]?.plain === 'd') return 'disorder';
  if (token?.plain === 'w' && next?.gap === '/ ') return 'with';
  return /^bcbs(?:of)?[a-z]{2}$/.test(token?.plain ?? '') ? 'bcbs' : undefined;
}

/** True if "pa" means "para": "Un lugar pa mi hermana". False for Pennsylvania: "Erie, PA", "rehab pa". */
function isPara(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token?.text !== 'pa' || next === undefined || !/^\s+$/.test(next.gap) || token.gap.includes(',')) return false;
  if (afterPara.has(next.plain)) return true;
  return next.kind === 'word' && !afterState.has(next.plain) && languageOf(tokens) === 'spanish';
}
