import * as z from 'zod';

/** One value of a closed list, as people and other code systems know it. */
export interface Term {
  readonly label: string;
  /** What people type for it, lower case. */
  readonly synonyms: readonly string[];
  /** A search for the parent also matches this value. */
  readonly parent?: string;
  /** Codes of SAMHSA's National Directories as `CATEGORY:CODE`; codes repeat across categories. */
  readonly samhsa?: readonly string[];
}

export interface Vocabulary<Code extends string> {
  readonly name: string;
  /**
   * In storage order: published pages hold positions in this list (see search/masks.ts),
   * so values are appended, never moved or removed.
   */
  readonly codes: readonly Code[];
  readonly terms: Readonly<Record<Code, Term>>;
  readonly schema: z.ZodType<Code, unknown>;
  /** The value itself and every value below it. */
  family(code: Code): readonly Code[];
}

/** Builds a closed list from its terms; a `parent` that is not in the list throws. */
export function vocabulary<const Terms extends Record<string, Term>>(
  name: string,
  terms: Terms,
): Vocabulary<keyof Terms & string> {
  type Code = keyof Terms & string;
  const codes = Object.keys(terms) as Code[];
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
    terms,
    schema: z.enum(codes as [Code, ...Code[]]) as unknown as z.ZodType<Code, unknown>,
    family: (code) => families.get(code) ?? [code],
  };
}
