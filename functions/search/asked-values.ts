import { ADMISSIONS, type Facts, fact, type PackedAdmissions, providerMask } from '../dataset/facts.ts';
import { type Profile, UNSAID, VOCABULARIES } from '../dataset/index-nodes.ts';
import { type Mask, maskOf, valuesOf } from '../dataset/masks.ts';
import { unsaidBit } from '../dataset/questions.ts';
import type { LevelCounts } from '../dataset/summary.ts';
import { isDeniedValue } from '../domain/denied.ts';
import { type ClosedField, fields, type ListField } from '../domain/fields.ts';
import { providerFacts } from '../domain/from-provider.ts';
import { levels } from '../domain/level-of-care.ts';
import { onlys, ruledOutBy } from '../domain/only.ts';
import { silenceOf } from '../domain/silence/silence.ts';
import { sourceVocabularies } from '../domain/source-vocabulary.ts';
import { vocabularyOf } from '../domain/vocabularies.ts';
import { type Asked, MAY_BE_UNKNOWN, MAY_BE_YES, NO, UNKNOWN, YES } from './asked.ts';
import { havingAny } from './counted.ts';

/**
 * Says when an offering that names none of the asked values counts as unknown and not as no. Precomputed as masks from
 * {@link silenceOf}, for one source and one level.
 */
interface Doubt {
  readonly always: boolean;
  readonly unsaid: Mask;
  readonly named: readonly { readonly position: number; readonly mask: Mask }[];
}

/**
 * Compares a field that has a list of values. The answer is yes if the offering names one of the asked values.
 * Otherwise it is unknown if the source would not always name them, else no.
 * @param isNamed True if some offering that the profile sums up names an asked value.
 * @param countOf Approximate number of centers that name one, among those with a level.
 */
export function askedValues(
  field: Exclude<ListField, 'level'>,
  values: readonly string[],
  isNamed: (profile: Profile) => boolean,
  countOf: (everywhere: LevelCounts) => number,
): Asked {
  const doubts = new Map<number, Doubt>();
  const doubtOf = (vocabulary: number, level: number, only: Mask = 0): Doubt => {
    const key = (only * sourceVocabularies.length + vocabulary) * levels.codes.length + level;
    const doubt = doubts.get(key) ?? compile(field, possible(field, values, only), vocabulary, level);
    doubts.set(key, doubt);
    return doubt;
  };
  /**
   * Like `doubtOf`, without the values that admissions denied. Not cached, because few offerings have denied values.
   */
  const doubtWithout = (denied: readonly string[], vocabulary: number, level: number, only: Mask = 0): Doubt => {
    const all = possible(field, values, only);
    const left = all.filter((value) => !isDeniedValue(denied, field, value));
    return left.length === all.length ? doubtOf(vocabulary, level, only) : compile(field, left, vocabulary, level);
  };
  const position = (providerFacts as readonly string[]).indexOf(field);
  /**
   * The field's bit in the mask of facts that a provider's file states; 0 for a field that such a file cannot state.
   */
  const stated = position < 0 ? 0 : 1 << position;
  /**
   * Which vocabulary the field's source uses: that of the provider's file if it states the field, or else that of the
   * listing. Returned as a mask.
   */
  const sourceOf = (facts: Facts): Mask =>
    1 << ((providerMask(facts) & stated) !== 0 ? OPEN : (facts[fact.vocabulary] ?? OPEN));
  /**
   * True if naming none of the asked values means unknown in one of the profile's sources. For a single offering, the
   * field has one source.
   */
  const isDoubtful = ({ masks }: Profile, level: number, facts?: Facts): boolean => {
    const sources = facts === undefined ? (masks[VOCABULARIES] ?? 0) : sourceOf(facts);
    const only = facts?.[fact.only];
    const denied = (facts?.[ADMISSIONS] || noDenials)[1];
    for (let vocabulary = 0; vocabulary < sourceVocabularies.length; vocabulary += 1) {
      if ((sources & (1 << vocabulary)) === 0) continue;
      const doubt =
        denied.length === 0 ? doubtOf(vocabulary, level, only) : doubtWithout(denied, vocabulary, level, only);
      if (holds(doubt, masks)) return true;
    }
    return false;
  };
  const doubtful = ({ bits }: LevelCounts): number =>
    sourceVocabularies.reduce((sum, _, vocabulary) => {
      // Level 0 stands for all levels: this is only an estimate, and the level hardly changes it.
      const { always, named, unsaid } = doubtOf(vocabulary, 0);
      const centers = bits.vocabularies?.[vocabulary] ?? 0;
      return sum + (always || named.length > 0 ? centers : Math.min(centers, havingAny(unsaid, bits.unsaid)));
    }, 0);
  return {
    field,
    answer: (offering) =>
      isNamed(offering) ? YES : isDoubtful(offering, offering.level, offering.facts) ? UNKNOWN : NO,
    mayAnswer: (profile, level) =>
      (isNamed(profile) ? MAY_BE_YES : 0) | (isDoubtful(profile, level) ? MAY_BE_UNKNOWN : 0),
    counted: (everywhere) => ({ yes: countOf(everywhere), unknown: doubtful(everywhere) }),
  };
}

const noDenials: PackedAdmissions = [0, []];
const OPEN = sourceVocabularies.indexOf('open');

function holds({ always, unsaid, named }: Doubt, masks: readonly Mask[]): boolean {
  if (always || ((masks[UNSAID] ?? 0) & unsaid) !== 0) return true;
  for (const { position, mask } of named) if (((masks[position] ?? 0) & mask) !== 0) return true;
  return false;
}

/** The asked values that an offering can have: if it only serves certain clients, some are impossible. */
function possible(field: Exclude<ListField, 'level'>, values: readonly string[], only: Mask): readonly string[] {
  const ruledOut = only === 0 || field === 'schedule' ? [] : ruledOutBy(valuesOf(onlys, only), field);
  return values.filter((value) => !ruledOut.includes(value));
}

function compile(field: string, values: readonly string[], vocabulary: number, level: number): Doubt {
  const [source, code] = [sourceVocabularies[vocabulary], levels.codes[level]];
  if (source === undefined || code === undefined) throw new RangeError(`no source ${vocabulary} or level ${level}`);
  const silences = values.map((value) => silenceOf(source, field, value, code));
  const named = new Map<number, Mask>();
  for (const [other, value] of silences.flatMap((silence) => silence.named)) {
    const row: object | undefined = fields[other as ClosedField];
    // A rule about silence may name a field that no longer exists, or that has no mask.
    if (row === undefined || !('mask' in row) || typeof row.mask !== 'number') continue;
    named.set(row.mask, (named.get(row.mask) ?? 0) | maskOf(vocabularyOf(other as ClosedField), [value]));
  }
  return {
    always: silences.some(({ always }) => always),
    unsaid: silences.flatMap((silence) => silence.unsaid).reduce((mask, name) => mask | unsaidBit(name), 0),
    named: [...named].map(([position, mask]) => ({ position, mask })),
  };
}
