import { type ClosedField, fields, isClosed, type ListField } from '../../../domain/fields.ts';
import { languagesToMatch } from '../../../domain/language-lookup.ts';
import { isPayerKind } from '../../../domain/payer.ts';
import type { State } from '../../../domain/state.ts';
import { vocabularyOf } from '../../../domain/vocabularies.ts';
import { notAccepted, quoted } from '../../../http/faults.ts';
import { readLanguage } from '../../../http/languages.ts';
import type { Filter } from '../../../search/filter.ts';
import { fieldsOfParameter, type SearchedType, tokenParameters } from '../shapes/parameters.ts';
import { type Namespace, systems } from '../shapes/systems.ts';

/** True if a search parameter takes codes of our lists. */
export const isTokenParameter = (name: string): boolean => Object.hasOwn(tokenParameters, name);

export interface TokenSurroundings {
  readonly namespace: Namespace;
  /** Slugs of the insurers that the dataset names; they are codes of the payer system too. */
  readonly insurers: readonly string[];
  /** Codes of the languages that the dataset names. */
  readonly languages: readonly string[];
}

export type Chosen = Partial<Record<ListField, string[]>>;

/**
 * Collects the requested codes. Values joined by commas are alternatives. If a parameter is repeated, both values are
 * required: of services, in the same service; of locations (`_has`), possibly in two different services.
 */
export class TokenReading {
  /** Filters that must all match. The first one searches the index; the others are checked on each match (sift.ts). */
  readonly conjuncts: Chosen[] = [];
  #twice: string | null = null;
  readonly #type: SearchedType;
  readonly #surroundings: TokenSurroundings;
  readonly #at: (name: string, message: string) => void;

  constructor(type: SearchedType, surroundings: TokenSurroundings, at: (name: string, message: string) => void) {
    this.#type = type;
    this.#surroundings = surroundings;
    this.#at = at;
  }

  /** @param name As the caller wrote it. */
  read(parameter: string, name: string, values: readonly string[]): void {
    for (const value of values) {
      const { wrong, found } = alternativesOf(parameter, value, this.#surroundings);
      for (const message of wrong) this.#at(name, message);
      if (found !== null) this.#add(name, found);
    }
  }

  #add(name: string, { field, codes }: { readonly field: ListField; readonly codes: string[] }): void {
    const free = this.#type === 'Location' ? undefined : this.conjuncts.find((one) => one[field] === undefined);
    if (free !== undefined) free[field] = codes;
    else this.conjuncts.push({ [field]: codes });
    if (this.#type !== 'Location' && free === undefined && this.conjuncts.length > 1) this.#twice = name;
  }

  /** Reports conflicts between parameters once everything is read. */
  finish(withUnknown: boolean): void {
    if (withUnknown && this.#twice !== null)
      this.#at(
        this.#twice,
        'asks twice for values of one list, which cannot be combined with include=unknown; join alternatives with a comma',
      );
  }
}

/**
 * Reads one occurrence of a parameter. Alternatives from different lists are refused, because one filter cannot express
 * them.
 */
function alternativesOf(parameter: string, text: string, surroundings: TokenSurroundings) {
  const wrong: string[] = [];
  const read = new Map<ListField, Set<string>>();
  for (const token of text.split(',')) {
    const one = readToken(parameter, token.trim(), surroundings);
    if (typeof one === 'string') wrong.push(one);
    else read.set(one.field, new Set([...(read.get(one.field) ?? []), one.code]));
  }
  const [first, ...others] = read;
  if (others.length > 0 && wrong.length === 0)
    wrong.push(
      `names alternatives of different systems (${[...read.keys()].join(', ')}); give each its own parameter, which means "and"`,
    );
  if (first === undefined || wrong.length > 0) return { wrong, found: null };
  return { wrong, found: { field: first[0], codes: [...first[1]] } };
}

/** The cast is safe: the codes were read from the closed lists of their fields. */
export function filterOf(
  { language: asked, ...chosen }: Chosen,
  {
    organization,
    in: states,
  }: { readonly organization: readonly string[] | null; readonly in: readonly State[] | null },
  languages: readonly string[],
): Filter {
  const language = asked && languagesToMatch(asked, languages);
  return {
    ...(chosen as Filter),
    ...(language === undefined ? {} : { language }),
    ...(organization === null ? {} : { organization }),
    ...(states === null ? {} : { in: states }),
  };
}

function readToken(
  parameter: string,
  token: string,
  { namespace, insurers, languages }: TokenSurroundings,
): { readonly field: ListField; readonly code: string } | string {
  const ofParameter = fieldsOfParameter(parameter);
  const bar = token.lastIndexOf('|');
  const system = bar < 0 ? null : token.slice(0, bar);
  const code = token.slice(bar + 1);
  const systemOf = (field: ListField) => (isClosed(field) ? namespace.system(field) : systems.language);
  const asked = ofParameter.filter((field) => system === null || system === systemOf(field));
  if (asked.length === 0) {
    return `${quoted(system)} is not a system that can be searched here. Accepted: ${ofParameter.map(systemOf).join(', ')}`;
  }
  if (parameter === 'communication') {
    const read = readLanguage(code, languages);
    return typeof read === 'string' ? read : { field: 'language', code: read.code };
  }
  const lists = asked.filter(isClosed);
  const known = lists.filter((field) => codesOf(field, insurers).includes(code));
  const [field] = known;
  if (field === undefined) {
    const accepted = lists.flatMap((each) => codesOf(each, insurers));
    return notAccepted(code, `a code of ${asked.join(' or ')}`, accepted);
  }
  if (known.length > 1) return `${quoted(code)} is a code of ${known.join(' and of ')}; say which as system|code`;
  return { field, code };
}

function codesOf(field: ClosedField, insurers: readonly string[]): readonly string[] {
  const { codes } = vocabularyOf(field);
  return fields[field].kind === 'payers' ? [...codes, ...insurers.filter((insurer) => !isPayerKind(insurer))] : codes;
}
