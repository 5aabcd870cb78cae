import type { Level } from '../level-of-care.ts';
import type { SourceVocabulary } from '../source-vocabulary.ts';

/** A value of a field with a closed list. */
export type Said = readonly [field: string, value: string];

/**
 * What must be true before a value can be, in addition to the parents that vocabularies state. A clinic that does not treat
 * substance use does not "maybe" give methadone.
 */
const needs: readonly { readonly of: Said; readonly needs: Said; readonly in: readonly SourceVocabulary[] }[] = [
  { of: ['therapy', 'medication'], needs: ['condition', 'substance-use'], in: ['substance-use', 'mental-health'] },
  ...['12-step', 'relapse-prevention', 'contingency-management'].map((value) => ({
    of: ['therapy', value] as const,
    needs: ['condition', 'substance-use'] as const,
    in: ['substance-use', 'mental-health'] as const,
  })),
  // The substance-use directory has one code for everybody under 18, and none for children alone.
  { of: ['population', 'children'], needs: ['population', 'adolescents'], in: ['substance-use'] },
];

export function needOf(source: SourceVocabulary, field: string, value: string): Said | null {
  const rule = needs.find(({ of, in: sources }) => of[0] === field && of[1] === value && sources.includes(source));
  return rule?.needs ?? null;
}

/**
 * What makes a value possible that is not named. A program for both at once may well treat each by itself, and one with
 * trauma counseling may well treat trauma though it names no group of its own for it.
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
 * True of a value without a code of its own that a directory says by naming any of its children, since these are nearly all
 * there are. Of the holistic therapies it knows acupuncture alone, so that says nothing of the others.
 */
export const isSaidByChildren = (field: string, value: string): boolean =>
  field === 'therapy' && value === 'evidence-based';

/** A level at which a field has no value at all: housing treats nobody. */
export const isBeside = (field: string, level: Level): boolean => field === 'therapy' && level === 'sober-living';

/**
 * The question of a directory that a listing left unanswered if it names no value of the field. Every center that answers
 * names a way to pay, a therapy and a substance.
 */
export function unansweredBy(field: string, value: string): string | null {
  if (field === 'payer' || field === 'therapy' || field === 'modality') return field;
  return field === 'condition' && ['alcohol', 'opioids', 'stimulants', 'prescription-medications'].includes(value)
    ? 'substances'
    : null;
}
