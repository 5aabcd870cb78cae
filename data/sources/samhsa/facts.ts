import {
  type Fields,
  fields,
  isAccepted,
  isClosed,
  type MemberField,
  memberFields,
  type YesNoField,
  yesNoFields,
} from '../../../functions/domain/fields.ts';
import { knownLanguages } from '../../../functions/domain/language.ts';
import { type Level, levels } from '../../../functions/domain/level-of-care.ts';
import type { Offering } from '../../../functions/domain/offering.ts';
import { type Only, onlys, ruledOutBy } from '../../../functions/domain/only.ts';
import { vocabularyOf } from '../../../functions/domain/vocabularies.ts';
import { stated } from './code-table.ts';
import type { Listing } from './listing.ts';
import { namesNativeAmericans } from './native-american.ts';

/** The parts of a listing that facts are taken from. */
export type Coded = Pick<Listing, 'kind' | 'codes' | 'name1' | 'name2'>;

// In the substance-use directory these codes only summarize the settings below them and add no fact of their own:
// a center whose only outpatient service is an IOP still has "OP"; one that only has residential detox still has "RES".
const umbrellas: readonly { readonly code: string; readonly below: readonly string[] }[] = [
  { code: 'SET:OP', below: ['SET:ORT', 'SET:OMB', 'SET:OIT', 'SET:ODT', 'SET:OD'] },
  { code: 'SET:RES', below: ['SET:RS', 'SET:RL', 'SET:RD'] },
  { code: 'SET:HI', below: ['SET:HIT', 'SET:HID'] },
];

/** Lists the levels of care that a listing names. */
export function levelsOf({ kind, codes }: Pick<Listing, 'kind' | 'codes'>): Level[] {
  const said = new Set(codes);
  if (kind === 'substance-use') {
    for (const { code, below } of umbrellas) if (below.some((each) => said.has(each))) said.delete(code);
  }
  const named = stated(said, 'level', null);
  return levels.codes.filter((level) => named.has(level));
}

/** Lists the only groups that the center serves. A center that accepts one gender serves only that gender. */
function onlyOf({ codes }: Coded, level: Level): Only[] {
  const found = new Set(stated(codes, 'only', level));
  const accepted = genderCodes.filter((code) => codes.has(code));
  if (accepted.length === 1) found.add(accepted[0] === 'GN:FEM' ? 'women' : 'men');
  return onlys.codes.filter((only) => found.has(only));
}
const genderCodes = ['GN:FEM', 'GN:MALE'];

/** Lists the values of a field that follow from a listing although its codes do not state them. */
function addedTo(field: MemberField, listing: Coded, level: Level): readonly string[] {
  switch (field) {
    // Every center of a directory treats what the directory is about: substance use or mental health.
    case 'condition':
      return [listing.kind];
    // A center that serves only women or only men is also for that group. An organization's name may say that it is for
    // Native Americans.
    case 'population':
      return [
        ...onlyOf(listing, level).filter((only) => only === 'women' || only === 'men'),
        ...(namesNativeAmericans(listing) ? ['native-american'] : []),
      ];
    case 'modality':
      return ['in-person'];
    default:
      return [];
  }
}

/** Lists the values of a field, in the order of its vocabulary. */
function listOf(field: MemberField, listing: Coded, level: Level): string[] {
  // Sober living gets none of the center's therapies, because housing gives no treatment.
  if (field === 'therapy' && level === 'sober-living') return [];
  const found = new Set([...stated(listing.codes, field, level), ...addedTo(field, listing, level)]);
  const ruledOut = ruledOutBy(onlyOf(listing, level), field);
  const all: readonly string[] = isClosed(field) ? vocabularyOf(field).codes : [...knownLanguages.keys()];
  return all.filter((value) => found.has(value) && !ruledOut.includes(value));
}

/** The age groups that are adults. */
const grown = ['young-adults', 'adults', 'seniors'];

/**
 * The ages that are accepted; null if the listing does not say. The substance-use directory of 2023 names seniors in 24
 * of 3,434 listings and children alone in 608, so adult ages are also taken from a center's mental-health listing. Ages
 * of children are not: a clinic may treat children where its detox does not.
 */
function acceptedBy(field: MemberField, listing: Coded, others: readonly Coded[], level: Level): string[] | null {
  const found = new Set(listOf(field, listing, level));
  if (field === 'age' && listing.kind === 'substance-use') {
    const spoken = others
      .filter(({ kind }) => kind === 'mental-health')
      .flatMap((other) => listOf(field, other, level));
    for (const age of spoken) if (grown.includes(age)) found.add(age);
  }
  return found.size === 0 ? null : vocabularyOf(field as 'age').codes.filter((value) => found.has(value));
}

/** True if clients live at the center, false if not; null if unknown. The level decides, or for detox its setting. */
function housingOf({ codes }: Coded, level: Level): boolean | null {
  if (level === 'residential' || level === 'inpatient' || level === 'sober-living') return true;
  if (level !== 'detox') return null;
  const stays = codes.has('SET:RD') || codes.has('SET:HID');
  const visits = codes.has('SET:OD');
  return stays === visits ? null : stays;
}

const yesNoReaders: Readonly<Record<string, (listing: Coded, level: Level) => boolean | null>> = { housing: housingOf };

/**
 * Returns the facts of a listing's offering at a level. Fields that the directories do not cover are empty or null.
 * @param others The center's other listings.
 */
export function factsOf(listing: Coded, level: Level, others: readonly Coded[] = []) {
  const lists = memberFields.map((field) => [
    fields[field].member,
    isAccepted(field) ? acceptedBy(field, listing, others, level) : listOf(field, listing, level),
  ]);
  const yesNo = yesNoFields.map((field) => [fields[field].member, yesNoReaders[field]?.(listing, level) ?? null]);
  return {
    lists: Object.fromEntries(lists) as Pick<Offering, Fields[MemberField]['member']>,
    only: onlyOf(listing, level),
    yesNo: Object.fromEntries(yesNo) as Pick<Offering, Fields[YesNoField]['member']>,
  };
}
