import { knownLanguages, type Language, unlistedLanguages } from './language.ts';

/** Asking for English excludes no center: listings name only other languages. */
export const ENGLISH = 'en';

/** Languages that our lists have under another code: the same language, one that includes it, or its family. */
const listedAs: ReadonlyMap<string, string> = new Map(
  Object.entries({
    tl: ['fil'],
    zh: ['cmn', 'yue', 'nan', 'hak', 'wuu'],
    fa: ['pes', 'prs'],
    hmn: ['mww', 'hnj'],
    oj: ['ojb', 'ojc', 'ojg', 'ojs', 'ojw', 'ciw'],
    ypk: ['esu', 'ess'],
    ar: ['arb', 'apc', 'arz', 'acm'],
  }).flatMap(([ours, others]) => others.map((other) => [other, ours] as const)),
);

/** The code under which our lists have a language: `tl` for `fil`. */
const preferred = (code: string): string => listedAs.get(code) ?? code;

/**
 * The listed language that a BCP 47 tag asks for, by RFC 4647 lookup: the last subtag is removed until a listed tag is
 * left (`zh-Hans-CN`, `zh-Hans`, `zh`). Case does not matter. Null if no list has the language.
 * @param listed Languages in the data, in addition to the known ones.
 */
export function lookUpLanguage(tag: string, listed: readonly string[]): Language | null {
  const known = new Set([ENGLISH, ...knownLanguages.keys(), ...unlistedLanguages.keys(), ...listed]);
  for (const form of [tag, tag.replace(/^sgn-/i, ''), ...canonical(tag)]) {
    for (const range of ranges(form.toLowerCase())) {
      const found = [preferred(range), range].find((code) => known.has(code));
      if (found !== undefined) return found;
    }
  }
  return null;
}

/**
 * Codes of all languages that satisfy a search for any of the given ones. Undefined if English is among them, since it
 * excludes no center. A variety satisfies a search for its language, and the language one for its variety: a Spanish
 * speaker is understood in Mexico.
 */
export function languagesToMatch(codes: readonly string[], listed: readonly string[]): string[] | undefined {
  if (codes.some((code) => code === ENGLISH || code.startsWith(`${ENGLISH}-`))) return undefined;
  const answers = (code: string) =>
    listed.filter((one) => preferred(one) === preferred(code) || one.startsWith(`${code}-`));
  return [...new Set(codes.flatMap((code) => [...ranges(code), ...answers(code)]))];
}

/**
 * The tag, then the tag with one subtag less each time. A single letter is removed together with the subtag that it
 * introduces.
 */
function ranges(tag: string): string[] {
  const subtags = tag.split('-');
  return subtags
    .map((_, cut) => subtags.slice(0, subtags.length - cut))
    .filter((left) => left.length > 0 && left.at(-1)?.length !== 1)
    .map((left) => left.join('-'));
}

/** The canonical form of a tag, in a list: `es` for `spa`, `ase` for `sgn-ase`. Empty if the tag is not well formed. */
function canonical(tag: string): string[] {
  try {
    return Intl.getCanonicalLocales(tag);
  } catch {
    return [];
  }
}
