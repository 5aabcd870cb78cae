import { readdirSync, readFileSync } from 'node:fs';

/** One line changed to introduce a fault. */
export interface Mutant {
  /** The harm that the fault would do. Also its name: `--only` accepts a part of it. */
  readonly idea: string;
  readonly file: string;
  /** Occurs in the file exactly once. */
  readonly from: string;
  readonly to: string;
  /** Test files or folders to run first; by default those of the file's room. */
  readonly tests: readonly string[];
}

const folder = new URL('./lists/', import.meta.url);

/** The mutants of every `.txt` file of `lists/`, by its name. */
export function mutants(names: readonly string[] = listNames()): Mutant[] {
  return names.flatMap((name) => parseList(readFileSync(new URL(`${name}.txt`, folder), 'utf8'), name));
}

export function listNames(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => name.slice(0, -'.txt'.length))
    .sort();
}

/**
 * Blocks separated by an empty line:
 * A 503 sends people to 998
 * functions/http/problem.ts
 * - call or text 988.'
 * + call or text 998.'
 * ? test/http/help.test.ts
 * `-` is a part of a line that occurs once in the file; `+` replaces it; `?` (optional) names the tests that should
 * notice, separated by spaces. Lines that begin with `#` are comments.
 * @throws naming the block that cannot be read.
 */
export function parseList(text: string, name: string): Mutant[] {
  const blocks = text
    .split(/\n\s*\n/)
    .map((block) => block.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#')))
    .filter((lines) => lines.length > 0);
  return blocks.map((lines) => {
    const [idea = '', file = '', ...rest] = lines.map((line) => line.trimEnd());
    const after = (sign: string): string[] =>
      rest.filter((line) => line.startsWith(`${sign} `) || line === sign).map((line) => line.slice(2));
    const [from, ...moreFrom] = after('-');
    const [to, ...moreTo] = after('+');
    const known = after('-').length + after('+').length + after('?').length;
    if (
      from === undefined ||
      from === '' ||
      to === undefined ||
      moreFrom.length + moreTo.length > 0 ||
      known !== rest.length
    )
      throw new Error(`lists/${name}.txt: "${idea}" needs a file, one line with "-" and one with "+"`);
    return { idea, file, from, to, tests: after('?').flatMap((tests) => tests.split(/\s+/)) };
  });
}

/**
 * The file's text with the mutant in it.
 * @throws if the replaced text does not occur exactly once
 */
export function mutated({ idea, file, from, to }: Mutant, text: string): string {
  const count = text.split(from).length - 1;
  if (count !== 1) throw new Error(`"${idea}": ${file} has ${count} times, not once: ${from}`);
  return text.replace(from, () => to);
}
