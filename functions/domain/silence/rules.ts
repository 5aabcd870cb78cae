import type { Level } from '../level-of-care.ts';
import type { SourceVocabulary } from '../source-vocabulary.ts';

/** A field and one of its values. */
export type Said = readonly [field: string, value: string];

/**
 * What a value requires, in addition to the parents that vocabularies state. For example, a clinic that does not treat
 * substance use cannot "maybe" give methadone.
 */
const needs: readonly { readonly of: Said; readonly needs: Said; readonly in: readonly SourceVocabulary[] }[] = [
  { of: ['therapy', 'medication'], needs: ['condition', 'substance-use'], in: ['substance-use', 'mental-health'] },
  ...['12-step', 'relapse-prevention', 'contingency-management'].map((value) => ({
    of: ['therapy', value] as const,
    needs: ['condition', 'substance-use'] as const,
    in: ['substance-use', 'mental-health'] as const,
  })),
  // The substance-use directory has one code for everybody under 18 and no code for children alone.
  { of: ['population', 'children'], needs: ['population', 'adolescents'], in: ['substance-use'] },
];

export function needOf(source: SourceVocabulary, field: string, value: string): Said | null {
  const rule = needs.find(({ of, in: sources }) => of[0] === field && of[1] === value && sources.includes(source));
  return rule?.needs ?? null;
}

/**
 * Values that make another, unnamed value possible. A program for co-occurring disorders may well treat each by itself,
 * and one with trauma counseling may well treat trauma even if it names no trauma group.
 */
const hints: readonly { readonly of: Said; readonly by: readonly Said[]; readonly in?: SourceVocabulary }[] = [
  { of: ['condition', 'substance-use'], by: [['condition', 'co-occurring']] },
  { of: ['condition', 'mental-health'], by: [['condition', 'co-occurring']] },
  { of: ['condition', 'co-occurring'], by: [['condition', 'substance-use']], in: 'mental-health' },
  {
    of: ['condition', 'trauma'],
    by: [
      ['condition', 'ptsd'],
      ['therapy', 'trauma-counseling'],
      ['therapy', 'emdr'],
    ],
  },
  {
    of: ['condition', 'ptsd'],
    by: [
      ['condition', 'trauma'],
      ['therapy', 'trauma-counseling'],
      ['therapy', 'emdr'],
    ],
  },
];

export function hintsOf(source: SourceVocabulary, field: string, value: string): readonly Said[] {
  return hints
    .filter(({ of, in: only }) => of[0] === field && of[1] === value && (only ?? source) === source)
    .flatMap(({ by }) => by);
}

/**
 * True if a directory has no code for the value but codes for nearly all its children, so that any of them implies it.
 * Not true for holistic therapies: the directory has only acupuncture, which says nothing about the others.
 */
export const isSaidByChildren = (field: string, value: string): boolean =>
  field === 'therapy' && value === 'evidence-based';

/** True if the field does not apply at the level: housing gives no therapy. */
export const isBeside = (field: string, level: Level): boolean => field === 'therapy' && level === 'sober-living';

/**
 * The directory's question that a listing left unanswered if it names no value of the field. Every center that answers
 * names at least one payer, therapy and substance.
 */
export function unansweredBy(field: string, value: string): string | null {
  if (field === 'payer' || field === 'therapy' || field === 'modality') return field;
  return field === 'condition' && ['alcohol', 'opioids', 'stimulants', 'prescription-medications'].includes(value)
    ? 'substances'
    : null;
}
