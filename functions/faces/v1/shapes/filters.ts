import type { Summary } from '../../../dataset/summary.ts';
import { type ClosedField, isClosed, type ListField, listFields } from '../../../domain/fields.ts';
import { knownLanguages, languageLabel, unlistedLanguages } from '../../../domain/language.ts';
import { type Level, levels, levelTerm } from '../../../domain/level-of-care.ts';
import { insurerLabel, isPayerKind } from '../../../domain/payer.ts';
import { vocabularyOf } from '../../../domain/vocabularies.ts';

export interface FilterValue {
  readonly value: string;
  readonly label: string;
  readonly synonyms: readonly string[];
  readonly parent: string | null;
  /** Number of centers that have this value. */
  readonly centers: number;
}

/** Every filter value with its label, synonyms, codes in other systems, and number of centers. */
export function filtersOf(summary: Summary): Record<ListField, FilterValue[]> {
  const filters = listFields.map((field) => [field, valuesOf(field, summary)]);
  return Object.fromEntries(filters) as Record<ListField, FilterValue[]>;
}

function valuesOf(field: ListField, summary: Summary): FilterValue[] {
  if (!isClosed(field)) return languageValues(summary);
  if (field === 'level') return levels.codes.map((level) => levelValue(level, summary));
  const values = vocabularyOf(field).codes.map((value) => closedValue(field, value, summary));
  return field === 'payer' ? [...values, ...insurerValues(summary)] : values;
}

/** A level also has its order among the levels, and its ASAM, HCPCS and revenue codes. */
function levelValue(level: Level, summary: Summary) {
  const { order, asam, hcpcs, revenue } = levelTerm(level);
  const { codes, ...value } = closedValue('level', level, summary);
  return { ...value, order, codes: { ...codes, asam, hcpcs, revenue } };
}

function closedValue(field: ClosedField, value: string, { values }: Summary) {
  const { label = value, synonyms = [], parent = null, samhsa = [] } = vocabularyOf(field).terms[value] ?? {};
  return { value, label, synonyms, parent, centers: values[field]?.[value] ?? 0, codes: { samhsa } };
}

function insurerValues({ values }: Summary) {
  return Object.entries(values.payer ?? {})
    .filter(([value]) => !isPayerKind(value))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([value, centers]) => {
      const label = insurerLabel(value);
      return { value, label, synonyms: [label.toLowerCase()], parent: 'private', centers, codes: { samhsa: [] } };
    });
}

function languageValues({ values }: Summary) {
  const counts = values.language ?? {};
  const all = new Set([...knownLanguages.keys(), ...unlistedLanguages.keys(), ...Object.keys(counts)]);
  return [...all].map((value) => {
    const label = languageLabel(value);
    const samhsa = knownLanguages.get(value)?.samhsa ?? [];
    return {
      value,
      label,
      synonyms: [label.toLowerCase()],
      parent: null,
      centers: counts[value] ?? 0,
      codes: { samhsa },
    };
  });
}
