import type { Level } from '../level-of-care.ts';
import type { SourceVocabulary } from '../source-vocabulary.ts';

/** A field and one of its values. */
export type Said = readonly [field: string, value: string];

/**
 * Values that require another value, in addition to the parents in the vocabularies. For example, a clinic that does
 * not treat substance use does not give methadone either, so this is "no" and not "unknown".
 */
const needs: readonly { readonly of: Said; readonly needs: Said; readonly in: readonly SourceVocabulary[] }[] = [
  { of: ['therapy', 'medication'], needs: ['condition', 'substance-use'], in: ['substance-use', 'mental-health'] },
  ...['12-step', 'relapse-prevention', 'contingency-management'].map((value) => ({
    of: ['therapy', value] as const,
    needs: ['condition', 'substance-use'] as const,
    in: ['substance-use', 'mental-health'] as const,
  })),
  // The substance-use directory has one code for everybody under 18 and none for children alone. Without that code, a
  // program is not for children.
  { of: ['population', 'children'], needs: ['population', 'adolescents'], in: ['substance-use'] },
];

export function needOf(source: SourceVocabulary, field: string, value: string): Said | null {
  const rule = needs.find(({ of, in: sources }) => of[0] === field && of[1] === value && sources.includes(source));
  return rule?.needs ?? null;
}

/**
 * Values that make another value possible although it is not named. A program for co-occurring disorders may also treat
 * each one by itself. A program with trauma counseling may treat trauma although it names no trauma group.
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
 * True if any child implies the value, because a directory has codes for nearly all its children but none for the value
 * itself. Not true for holistic therapies: the directory has a code for acupuncture only, which says nothing about the
 * others.
 */
export const isSaidByChildren = (field: string, value: string): boolean =>
  field === 'therapy' && value === 'evidence-based';

/** True if the field does not apply to the level: sober living gives no therapy. */
export const isBeside = (field: string, level: Level): boolean => field === 'therapy' && level === 'sober-living';

/**
 * The question of the directory that a listing did not answer, if it names no value of this field. A center that
 * answers it names at least one payer, therapy or substance. Null if there is no such question.
 */
export function unansweredBy(field: string, value: string): string | null {
  if (field === 'payer' || field === 'therapy' || field === 'modality') return field;
  return field === 'condition' && ['alcohol', 'opioids', 'stimulants', 'prescription-medications'].includes(value)
    ? 'substances'
    : null;
}
