import { codeRows } from './code-table.ts';

export interface CodeCategory {
  readonly name: string;
  /** Returns the `CATEGORY:CODE` string of each code. The strings are built once and shared by all listings. */
  readonly codes: ReadonlyMap<string, string>;
}

/**
 * The codes of each category. Categories are in the order that listings use. One order serves both directories, because
 * each directory omits the categories it does not have.
 */
export const codeCategories: readonly CodeCategory[] = [...Map.groupBy(codeRows, ({ category }) => category)].map(
  ([name, rows]) => codeCategory(name, rows.map(({ code }) => code).join(' ')),
);

/** Makes a category from its name and codes. @param codes Separated by spaces. */
export function codeCategory(name: string, codes: string): CodeCategory {
  return { name, codes: new Map(codes.split(' ').map((code) => [code, `${name}:${code}`])) };
}

export interface ResolvedCodes {
  /** The codes as `CATEGORY:CODE`, because one code may mean different things in two categories. */
  readonly codes: ReadonlySet<string>;
  /** Codes that are not defined in their category. */
  readonly unknown: readonly string[];
}

/**
 * Reads a listing's codes: `SA SUMH * OP OIT * …`. The `*` separates categories. A listing omits empty categories and
 * names none of them, so each group is assigned to the category, later in the order, that defines most of its codes.
 */
export function resolveCodes(text: string, order: readonly CodeCategory[] = codeCategories): ResolvedCodes {
  const codes = new Set<string>();
  const unknown: string[] = [];
  let next = 0;
  for (const part of text.split('*')) {
    const group = part.split(/\s+/).filter((code) => code !== '');
    if (group.length === 0) continue;
    const index = bestCategory(group, order, next);
    const category = order[index];
    for (const code of group) {
      const qualified = category?.codes.get(code);
      if (qualified === undefined) unknown.push(code);
      else codes.add(qualified);
    }
    if (category !== undefined) next = index + 1;
  }
  return { codes, unknown };
}

/**
 * Finds the first category, at or after `from`, that defines the most codes of the group. Returns its index, or -1 if
 * no category defines any.
 */
function bestCategory(group: readonly string[], order: readonly CodeCategory[], from: number): number {
  let best = -1;
  let most = 0;
  for (let index = from; index < order.length; index++) {
    const known = group.filter((code) => order[index]?.codes.has(code)).length;
    if (known > most) {
      most = known;
      best = index;
    }
  }
  return best;
}
