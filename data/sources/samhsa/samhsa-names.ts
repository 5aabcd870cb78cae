import { codeRows } from './code-table.ts';

const codesOf: ReadonlyMap<string, string> = new Map(
  codeRows.map(({ category, code, name }) => [`${category}:${keyOf(name)}`, `${category}:${code}`]),
);

/**
 * Finds `CATEGORY:CODE` by a service's name, ignoring case and punctuation: the official locator's export has names where
 * the directories have codes. Null if the directories do not have the name.
 */
export function codeOfName(category: string, name: string): string | null {
  return codesOf.get(`${category.trim().toUpperCase()}:${keyOf(name)}`) ?? null;
}

function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
