import type { Summary } from '../../../dataset/summary.ts';
import { conditions } from '../../../domain/condition.ts';
import { knownLanguages, languageLabel } from '../../../domain/language.ts';
import { levels, levelTerm } from '../../../domain/level-of-care.ts';
import { modalities } from '../../../domain/modality.ts';
import { insurerLabel, isPayerKind, payers } from '../../../domain/payer.ts';
import { populations } from '../../../domain/population.ts';
import { tracks } from '../../../domain/schedule.ts';
import { therapies } from '../../../domain/therapy.ts';
import type { Vocabulary } from '../../../domain/vocabulary.ts';

/** Fields of a search whose values are lists that can be shown. */
export const filterNames = [
  'level',
  'condition',
  'population',
  'therapy',
  'payer',
  'modality',
  'schedule',
  'language',
] as const;
export type FilterName = (typeof filterNames)[number];

export interface FilterValue {
  readonly value: string;
  readonly label: string;
  readonly synonyms: readonly string[];
  readonly parent: string | null;
  /** How many centers have it. */
  readonly centers: number;
}

/** Every filter value with its label, what people call it, its codes elsewhere, and how many centers have it. */
export function filtersOf(summary: Summary) {
  return {
    level: levels.codes.map((level) => {
      const { order, asam, hcpcs, revenue } = levelTerm(level);
      const { codes, ...value } = closedValue(levels, level, summary.values.level);
      return { ...value, order, codes: { ...codes, asam, hcpcs, revenue } };
    }),
    condition: closedValues(conditions, summary),
    population: closedValues(populations, summary),
    therapy: closedValues(therapies, summary),
    payer: [...closedValues(payers, summary), ...insurerValues(summary)],
    modality: closedValues(modalities, summary),
    schedule: closedValues(tracks, summary),
    language: languageValues(summary),
  } satisfies Record<FilterName, readonly FilterValue[]>;
}

function closedValues<Code extends string>(vocabulary: Vocabulary<Code>, summary: Summary) {
  return vocabulary.codes.map((code) => closedValue(vocabulary, code, summary.values[vocabulary.name]));
}

function closedValue<Code extends string>(
  vocabulary: Vocabulary<Code>,
  value: Code,
  counts: Readonly<Record<string, number>> = {},
) {
  const { label, synonyms, parent, samhsa } = vocabulary.terms[value];
  return {
    value,
    label,
    synonyms,
    parent: parent ?? null,
    centers: counts[value] ?? 0,
    codes: { samhsa: samhsa ?? [] },
  };
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
  const all = new Set([...knownLanguages.keys(), ...Object.keys(counts)]);
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
