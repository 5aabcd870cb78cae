import { type ClosedField, fields, isClosed, type ListField } from '../../../domain/fields.ts';
import { languagesToMatch } from '../../../domain/language-lookup.ts';
import { isPayerKind } from '../../../domain/payer.ts';
import type { State } from '../../../domain/state.ts';
import { vocabularyOf } from '../../../domain/vocabularies.ts';
import { notAccepted, quoted } from '../../../http/faults.ts';
import { readLanguage } from '../../../http/languages.ts';
import type { Filter } from '../../../search/filter.ts';
import { fieldsOfParameter, tokenParameters } from '../shapes/parameters.ts';
import { type Namespace, systems } from '../shapes/systems.ts';

/** Whether a search parameter takes codes of our lists. */
export const isTokenParameter = (name: string): boolean => Object.hasOwn(tokenParameters, name);

export interface TokenSurroundings {
  readonly namespace: Namespace;
  /** Slugs of the insurers that the dataset names: codes of the payers' system too. */
  readonly insurers: readonly string[];
  /** Codes of the languages that the dataset names. */
  readonly languages: readonly string[];
}

type Chosen = Partial<Record<ListField, string[]>>;

/**
 * Adds to a filter what one appearance of a parameter asks: values joined by commas are alternatives. Alternatives of
 * different lists, and a second appearance for one list, are more than one filter can say.
 * @returns what is wrong.
 */
export function addTokens(parameter: string, text: string, chosen: Chosen, surroundings: TokenSurroundings): string[] {
  const wrong: string[] = [];
  const found = new Map<ListField, Set<string>>();
  for (const token of text.split(',')) {
    const read = readToken(parameter, token.trim(), surroundings);
    if (typeof read === 'string') wrong.push(read);
    else found.set(read.field, new Set([...(found.get(read.field) ?? []), read.code]));
  }
  if (wrong.length > 0) return wrong;
  const [first, ...others] = found;
  if (first === undefined) return [];
  const [field, codes] = first;
  if (others.length > 0)
    return [
      `names alternatives of different systems (${[...found.keys()].join(', ')}); give each its own parameter, which means "and"`,
    ];
  if (chosen[field] !== undefined)
    return [`asks twice for a ${field}; join alternatives with a comma ("and" is not supported here)`];
  chosen[field] = [...codes];
  return [];
}

/** The lists are closed and what was read is of them. */
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
