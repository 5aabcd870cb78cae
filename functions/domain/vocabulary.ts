/** One value of a closed list, with its names and its codes in other systems. */
export interface Term {
  readonly label: string;
  /** Words that people type for the value, in lower case. */
  readonly synonyms: readonly string[];
  /** The broader value. A search for it also finds this value. */
  readonly parent?: string;
  /** Codes of SAMHSA's National Directories as `CATEGORY:CODE`, because different categories use the same codes. */
  readonly samhsa?: readonly string[];
}

export interface Vocabulary<Code extends string> {
  readonly name: string;
  /** The values in use, in the order of {@link positions}. */
  readonly codes: readonly Code[];
  /**
   * The codes by the position under which published pages store them (dataset/masks.ts). So append values; never move
   * one. Null for a value that was retired, whose position is not used again.
   */
  readonly positions: readonly (Code | null)[];
  readonly terms: Readonly<Record<Code, Term>>;
  /** The value and all its children. */
  family(code: Code): readonly Code[];
}

/** Marks the position of a value that was removed from the list. */
export const retired = null;

type CodeOf<Terms> = { [Code in keyof Terms & string]: Terms[Code] extends null ? never : Code }[keyof Terms & string];

/** Builds a closed list from its terms. Throws if a `parent` is not in the list. */
export function vocabulary<const Terms extends Record<string, Term | typeof retired>>(
  name: string,
  given: Terms,
): Vocabulary<CodeOf<Terms>> & { readonly terms: Pick<Terms, CodeOf<Terms>> } {
  type Code = CodeOf<Terms>;
  const positions = Object.entries(given).map(([code, term]) => (term === retired ? null : (code as Code)));
  const codes = positions.filter((code) => code !== null);
  const terms = Object.fromEntries(codes.map((code) => [code, given[code]])) as Record<Code, Term> & Pick<Terms, Code>;
  const families = new Map<Code, Code[]>(codes.map((code) => [code, [code]]));
  for (const code of codes) {
    const parent = terms[code]?.parent as Code | undefined;
    if (parent === undefined) continue;
    const family = families.get(parent);
    if (family === undefined) throw new Error(`${name} "${code}" has an unknown parent "${parent}"`);
    family.push(code);
  }
  return {
    name,
    codes,
    positions,
    terms,
    family: (code) => families.get(code) ?? [code],
  };
}
