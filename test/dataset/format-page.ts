/* The machine-readable parts of functions/dataset/FORMAT.md: the dictionary, the lists by position, the example. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const page = readFileSync(new URL('../../functions/dataset/FORMAT.md', import.meta.url), 'utf8');

/** The fenced blocks of the page with this name. */
export const blocksOf = (name: string): string[] =>
  [...page.matchAll(new RegExp(`^ *\`\`\`${name}\\n([^]*?)\\n *\`\`\``, 'gm'))].map(([, block = '']) => block);

export const dictionary = Buffer.from(blocksOf('dictionary')[0] ?? '', 'base64');
if (
  createHash('sha256').update(dictionary).digest('hex') !== page.match(/SHA-256 \(hexadecimal\) `([0-9a-f]{64})`/)?.[1]
)
  throw new Error('the dictionary is not the one that the page names');

const lists = new Map<string, readonly (string | null)[]>();

/** A list of section 9; null at an empty position. */
export function listOf(name: string): readonly (string | null)[] {
  const known = lists.get(name);
  if (known !== undefined) return known;
  const [, values] = page.match(new RegExp(`^\\| ${name} \\| (.*) \\|$`, 'm')) ?? [];
  if (values === undefined) throw new Error(`the page has no list "${name}"`);
  const list = values.split(', ').map((value) => (value === '*(empty)*' ? null : value));
  lists.set(name, list);
  return list;
}

/** Values of a mask. */
export const valuesOf = (name: string, mask: number): string[] =>
  listOf(name).filter((value, bit): value is string => value !== null && (mask & (1 << bit)) !== 0);

/** Each value's parent, for values that have one. */
export const parents: ReadonlyMap<string, string> = new Map(
  [...page.matchAll(/^- `([a-z0-9-]+)` is the parent of (.*)$/gm)].flatMap(([, parent = '', children = '']) =>
    [...children.matchAll(/`([a-z0-9-]+)`/g)].map(([, child = '']) => [child, parent] as const),
  ),
);
