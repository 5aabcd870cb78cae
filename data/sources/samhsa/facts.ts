import { type Condition, conditions } from '../../../functions/domain/condition.ts';
import {
  type Fields,
  fields,
  isClosed,
  type MemberField,
  memberFields,
  type YesNoField,
  yesNoFields,
} from '../../../functions/domain/fields.ts';
import { knownLanguages } from '../../../functions/domain/language.ts';
import { type Level, levels } from '../../../functions/domain/level-of-care.ts';
import { modalities } from '../../../functions/domain/modality.ts';
import type { Offering } from '../../../functions/domain/offering.ts';
import { type Population, populations } from '../../../functions/domain/population.ts';
import { speaksOf } from '../../../functions/domain/silence/directory-codes.ts';
import { type Therapy, therapies } from '../../../functions/domain/therapy.ts';
import { vocabularyOf } from '../../../functions/domain/vocabularies.ts';
import type { Vocabulary } from '../../../functions/domain/vocabulary.ts';
import type { Listing } from './listing.ts';

type Coded = Pick<Listing, 'kind' | 'codes'>;

/** The vocabulary's values, in its order, whose SAMHSA codes a listing has: the vocabulary itself is the crosswalk. */
function valuesOf<Code extends string>(vocabulary: Vocabulary<Code>, codes: ReadonlySet<string>): Code[] {
  return vocabulary.codes.filter((value) => vocabulary.terms[value].samhsa?.some((code) => codes.has(code)));
}

// In the substance-use directory these codes only summarize the settings below them and add no fact of their own:
// a center whose only outpatient service is an IOP still has "OP"; one that only has residential detox still has "RES".
const umbrellas: readonly { readonly code: string; readonly below: readonly string[] }[] = [
  { code: 'SET:OP', below: ['SET:ORT', 'SET:OMB', 'SET:OIT', 'SET:ODT', 'SET:OD'] },
  { code: 'SET:RES', below: ['SET:RS', 'SET:RL', 'SET:RD'] },
  { code: 'SET:HI', below: ['SET:HIT', 'SET:HID'] },
];

/** The levels of care that a listing names. */
export function levelsOf({ kind, codes }: Coded): Level[] {
  const said = new Set(codes);
  if (kind === 'substance-use') {
    for (const { code, below } of umbrellas) if (below.some((each) => said.has(each))) said.delete(code);
  }
  return valuesOf(levels, said);
}

/** Returns the conditions that the listing's offering at this level treats. */
function conditionsOf({ kind, codes }: Coded, level: Level): Condition[] {
  const said = [...codes].filter((code) => speaksOf(code, level));
  const found = new Set<Condition>(valuesOf(conditions, new Set(said)));
  found.add(kind);
  // A listing may both claim and deny a treatment; then neither statement is reliable.
  if (codes.has('AUT:NAUT')) found.delete('alcohol');
  if (codes.has('OT:NOOP')) found.delete('opioids');
  return conditions.codes.filter((condition) => found.has(condition));
}

/** Returns the groups that have their own program, plus any gender that the whole center is limited to. */
function populationsOf({ codes }: Coded): Population[] {
  const found = new Set(valuesOf(populations, codes));
  if (codes.has('GN:FEM') && !codes.has('GN:MALE')) found.add('women');
  if (codes.has('GN:MALE') && !codes.has('GN:FEM')) found.add('men');
  return populations.codes.filter((population) => found.has(population));
}

/** Housing treats nobody, so sober living claims none of the center's therapies. */
function therapiesOf({ codes }: Coded, level: Level): Therapy[] {
  return level === 'sober-living' ? [] : valuesOf(therapies, codes);
}

function languagesOf({ codes }: Coded): string[] {
  return [...knownLanguages].filter(([, { samhsa }]) => samhsa.some((code) => codes.has(code))).map(([code]) => code);
}

const fromHome: ReadonlySet<Level> = new Set<Level>(['aftercare', 'op', 'iop', 'php']);

/** A listing states telehealth for the whole center; it can only apply to levels that people attend from home. */
function modalitiesOf({ codes }: Coded, level: Level): string[] {
  const remote = fromHome.has(level) ? valuesOf(modalities, codes) : [];
  return ['in-person', ...remote];
}

/** True if clients live at the center, false if not: the level or the detox setting tells. Null if unknown. */
function housingOf({ codes }: Coded, level: Level): boolean | null {
  if (level === 'residential' || level === 'inpatient' || level === 'sober-living') return true;
  if (level !== 'detox') return null;
  const stays = codes.has('SET:RD') || codes.has('SET:HID');
  const visits = codes.has('SET:OD');
  return stays === visits ? null : stays;
}

type Reader<Value> = (listing: Coded, level: Level) => Value;

/** Fields that need their own reader, because the values' codes alone would give too much or too little. */
const listReaders: Readonly<Record<string, Reader<string[]>>> = {
  condition: conditionsOf,
  population: populationsOf,
  therapy: therapiesOf,
  modality: modalitiesOf,
  language: languagesOf,
};
const yesNoReaders: Readonly<Record<string, Reader<boolean | null>>> = { housing: housingOf };

/** Returns the facts of a listing's offering at a level. Fields that the directories do not cover are empty or null. */
export function factsOf(listing: Listing, level: Level) {
  const lists = memberFields.map((field) => [fields[field].member, listOf(field, listing, level)]);
  const yesNo = yesNoFields.map((field) => [fields[field].member, yesNoReaders[field]?.(listing, level) ?? null]);
  return {
    lists: Object.fromEntries(lists) as Pick<Offering, Fields[MemberField]['member']>,
    yesNo: Object.fromEntries(yesNo) as Pick<Offering, Fields[YesNoField]['member']>,
  };
}

function listOf(field: MemberField, listing: Listing, level: Level): string[] {
  const read = listReaders[field];
  if (read !== undefined) return read(listing, level);
  return isClosed(field) ? valuesOf(vocabularyOf(field), listing.codes) : [];
}
