import { type ClosedField, closedFields, fields } from '../../../domain/fields.ts';
import { type Offering, valuesIn } from '../../../domain/offering.ts';
import { insurerLabel, isPayerKind } from '../../../domain/payer.ts';
import { vocabularyOf } from '../../../domain/vocabularies.ts';
import { uuidOfTerm } from './uuid.ts';

/** Our closed lists as taxonomies, by the name of the search field that takes their values. */
export type TaxonomyName = ClosedField;
export const taxonomyNames: readonly TaxonomyName[] = closedFields;

export const taxonomyId = (name: TaxonomyName): string => uuidOfTerm(name, '');

export function taxonomyOf(name: TaxonomyName) {
  return { id: taxonomyId(name), name, description: fields[name].taxonomy, version: '1' };
}

/**
 * A term of a taxonomy.
 * @param code A code of the list. For `payer` also the slug of an insurer, whose parent is `private`.
 */
export function termOf(name: TaxonomyName, code: string) {
  const { terms } = vocabularyOf(name);
  const term = Object.hasOwn(terms, code) ? terms[code] : undefined;
  const label = term?.label ?? insurerLabel(code);
  const parent = term === undefined ? 'private' : term.parent;
  const synonyms = term?.synonyms ?? [];
  return {
    id: uuidOfTerm(name, code),
    code,
    name: label,
    description: synonyms.length === 0 ? label : `${label}: ${synonyms.join(', ')}`,
    ...(parent === undefined ? {} : { parent_id: uuidOfTerm(name, parent) }),
    taxonomy: name,
    taxonomy_id: taxonomyId(name),
    language: 'en',
  };
}

/**
 * Codes of a taxonomy.
 * @param insurers Slugs of the insurers that the dataset names.
 */
export function codesOf(name: TaxonomyName, insurers: readonly string[]): readonly string[] {
  const { codes } = vocabularyOf(name);
  return fields[name].kind === 'payers' ? [...codes, ...insurers.filter((insurer) => !isPayerKind(insurer))] : codes;
}

/** The terms that an offering is classified by. */
export function codesOfOffering(offering: Offering): readonly (readonly [TaxonomyName, string])[] {
  return taxonomyNames.flatMap((name) => valuesIn(offering, name).map((code) => [name, code] as const));
}
