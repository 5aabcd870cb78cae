import { conditions } from '../../../domain/condition.ts';
import { levels } from '../../../domain/level-of-care.ts';
import { modalities } from '../../../domain/modality.ts';
import type { Offering } from '../../../domain/offering.ts';
import { insurerLabel, isPayerKind, payers } from '../../../domain/payer.ts';
import { populations } from '../../../domain/population.ts';
import { tracks } from '../../../domain/schedule.ts';
import { therapies } from '../../../domain/therapy.ts';
import type { Term } from '../../../domain/vocabulary.ts';
import { uuidOfTerm } from './uuid.ts';

interface ClosedList {
  readonly codes: readonly string[];
  readonly terms: Readonly<Record<string, Term>>;
}

/** Our closed lists as taxonomies, by the name of the search field that takes their values. */
const lists = {
  level: levels,
  condition: conditions,
  population: populations,
  therapy: therapies,
  payer: payers,
  modality: modalities,
  schedule: tracks,
} as const satisfies Record<string, ClosedList>;
export type TaxonomyName = keyof typeof lists;
export const taxonomyNames = Object.keys(lists) as TaxonomyName[];

const descriptions: Readonly<Record<TaxonomyName, string>> = {
  level: 'Levels of care, from aftercare to hospital inpatient.',
  condition: 'What a program treats.',
  population: 'Whom a program is made for, or whom it has a special track for.',
  therapy: 'How a program treats.',
  payer: 'Ways to pay: kinds, and insurers that the data names.',
  modality: 'Whether a program is attended in person or from afar.',
  schedule: 'When a program meets.',
};

export const taxonomyId = (name: TaxonomyName): string => uuidOfTerm(name, '');

export function taxonomyOf(name: TaxonomyName) {
  return { id: taxonomyId(name), name, description: descriptions[name], version: '1' };
}

/** @param code An insurer that the data names is a term of `payer`, below `private`. */
export function termOf(name: TaxonomyName, code: string) {
  const { terms }: ClosedList = lists[name];
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

/** Codes of a taxonomy. @param insurers That the dataset names. */
export function codesOf(name: TaxonomyName, insurers: readonly string[]): readonly string[] {
  const { codes }: ClosedList = lists[name];
  return name === 'payer' ? [...codes, ...insurers.filter((insurer) => !isPayerKind(insurer))] : codes;
}

/** The terms that an offering is classified by. */
export function codesOfOffering(offering: Offering): readonly (readonly [TaxonomyName, string])[] {
  const all = <Name extends TaxonomyName>(name: Name, codes: readonly string[]) =>
    codes.map((code) => [name, code] as const);
  return [
    ...all('level', [offering.level]),
    ...all('condition', offering.conditions),
    ...all('population', offering.populations),
    ...all('therapy', offering.therapies),
    ...all('payer', offering.payers),
    ...all('modality', offering.modalities),
    ...all('schedule', offering.schedule?.tracks ?? []),
  ];
}
