import { readFile } from 'node:fs/promises';
import { type Judged, judgedSchema } from './texts.ts';

/**
 * Files of patterns. A pattern is one line that makes 12 training texts, or 40 if the line begins with `*40`. In a
 * pattern, `{a|b}` becomes a or b. `{name}` becomes one of the texts of a list that the same file defines with a line
 * `name = a|b`; such a text may contain braces too. A line `## kind expected` says which kind of text follows, and how
 * it must be read. Texts in left-out.txt are never made, because the tests use them.
 */
const patternFiles = [
  'overdose',
  'wishes',
  'spanish',
  'ordinary',
  'short',
  'plain',
  'hard',
  'voices',
  'more',
  'sentences',
  'named',
  'places',
] as const;

/** How many texts a pattern makes if it gives no number. */
const USUAL = 12;
/** Matches a choice that contains no other choice. */
const CHOICE = /\{([^{}]*)\}/;

export async function readPatterns(): Promise<readonly Judged[]> {
  const files = patternFiles.map((name) => readFile(new URL(`kinds/${name}.txt`, import.meta.url), 'utf8'));
  const leftOut = new Set((await readFile(new URL('kinds/left-out.txt', import.meta.url), 'utf8')).split('\n'));
  return (await Promise.all(files)).flatMap(textsOf).filter(({ text }) => !leftOut.has(text));
}

/** Reads the patterns of a file and makes their texts, the same on every run. @throws if a line belongs to no kind */
function textsOf(file: string): readonly Judged[] {
  const names = new Map<string, readonly string[]>();
  const texts = new Map<string, Judged>();
  let kind = '';
  let expected = '';
  for (const line of file.split('\n').filter((one) => one !== '')) {
    const [, name, choices = ''] = /^(\w+) = (.*)$/.exec(line) ?? [];
    if (name !== undefined) names.set(name, choices.split('|'));
    else if (line.startsWith('## ')) [kind = '', expected = ''] = line.slice(3).split(' ');
    else
      for (const text of spread(line, names))
        if (!texts.has(text)) texts.set(text, judgedSchema.parse({ kind, expected, text }));
  }
  return [...texts.values()];
}

/** Makes the number of different texts that a pattern asks for, or fewer if it does not have that many choices. */
function spread(line: string, names: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const [, count, pattern = ''] = /^(?:\*(\d+) )?(.*)$/.exec(line) ?? [];
  const texts = new Set<string>();

  for (let round = 0; round < Number(count ?? USUAL); round++) {
    let place = 0;
    let text = pattern;
    for (let found = CHOICE.exec(text); found !== null; found = CHOICE.exec(text)) {
      const inside = found[1] ?? '';
      const choices = names.get(inside) ?? inside.split('|');
      const choice = choices[mixed(round, place++, pattern.length) % choices.length] ?? '';
      text = text.replace(found[0], () => choice);
    }
    texts.add(text.replace(/ +/g, ' ').replace(/ ,/g, ',').trim());
  }
  return texts;
}

/** Returns a pseudo-random number that depends only on a round, a position and the pattern's length. */
function mixed(round: number, place: number, seed: number): number {
  let number = Math.imul(round + 1, 0x9e3779b1) ^ Math.imul(place + 1, 0x85ebca6b) ^ Math.imul(seed + 1, 0xc2b2ae35);
  number = Math.imul(number ^ (number >>> 15), 0x2c1b3c6d);
  number = Math.imul(number ^ (number >>> 12), 0x297a2d39);
  return (number ^ (number >>> 15)) >>> 0;
}
