import { isClosed, type ListField, listFields } from '../../../domain/fields.ts';
import { spanishLabel, spanishSynonyms } from '../../../domain/spanish.ts';
import type { FilterValue } from './filters.ts';

type Filters = Record<ListField, FilterValue[]>;

/** Translates the labels and synonyms of the filters' values to Spanish. Insurers keep their names. */
export function inSpanish(filters: Filters): Filters {
  return Object.fromEntries(
    listFields.map((field) => [field, filters[field].map((value) => ({ ...value, ...wordsOf(field, value) }))]),
  ) as Filters;
}

function wordsOf(field: ListField, { value, label, synonyms }: FilterValue): Pick<FilterValue, 'label' | 'synonyms'> {
  if (!isClosed(field)) {
    const name = new Intl.DisplayNames('es', { type: 'language' }).of(value) ?? label;
    return { label: name.charAt(0).toUpperCase() + name.slice(1), synonyms: [name.toLowerCase()] };
  }
  const spanish = spanishLabel(field, value);
  return spanish === null ? { label, synonyms } : { label: spanish, synonyms: spanishSynonyms(field, value) };
}
