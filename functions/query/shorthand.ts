import type { Token } from './tokenize.ts';
import { plainForm, wordForm } from './word-form.ts';

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** How words are cut short in texting, each with the word that it always is. */
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
    d: 'de',
    xq: 'porque',
  }),
);
/** After "pa", these show that it is "para"; Pennsylvania has none of them behind it. */
const afterPara = wordsOf('mi mis tu su el la los las un una ella que dejar hombres mujeres');

/** Writes out what texting cuts short: "q acepte", "pa mi wife", "dont hav insurance". What was typed is kept beside it. */
export function writtenOut(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token, at) => {
    if (token.kind !== 'word') return token;
    const meant = isPara(tokens, at) ? 'para' : always.get(token.plain);
    return meant === undefined ? token : { ...token, plain: plainForm(meant), word: wordForm(meant) };
  });
}

/** "Un lugar pa mi hermana", but not "Erie, PA" nor "rehab pa". */
function isPara(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token?.text !== 'pa' || next === undefined || !/^\s+$/.test(next.gap) || token.gap.includes(',')) return false;
  return afterPara.has(next.plain);
}
