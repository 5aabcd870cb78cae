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
import { type Therapy, therapies } from '../../../functions/domain/therapy.ts';
import { vocabularyOf } from '../../../functions/domain/vocabularies.ts';
import type { Vocabulary } from '../../../functions/domain/vocabulary.ts';
import type { Listing } from './listing.ts';

type Coded = Pick<Listing, 'kind' | 'codes'>;

/** The values whose SAMHSA codes a listing has, in the vocabulary's order: the crosswalk is the vocabulary itself. */
function valuesOf<Code extends string>(vocabulary: Vocabulary<Code>, codes: ReadonlySet<string>): Code[] {
  return vocabulary.codes.filter((value) => vocabulary.terms[value].samhsa?.some((code) => codes.has(code)));
}

// In the substance-use directory these stand over the settings below them and say nothing of their own:
// "OP" is there for a center whose only outpatient service is an IOP, "RES" for one that only has residential detox.
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

// Said of detox alone: that a center manages withdrawal from cocaine is no word about its outpatient program.
const ofDetoxOnly = /^(?:DETOX:|OT:(?:DB|DM|DLC)$)/;
// Said of treatment, and so not of detox.
const ofTreatmentOnly = /^(?:AUT|OT):/;

/** What the offering of a level treats. */
function conditionsOf({ kind, codes }: Coded, level: Level): Condition[] {
  const other = level === 'detox' ? ofTreatmentOnly : ofDetoxOnly;
  const said = [...codes].filter((code) => !other.test(code) || (level === 'detox' && ofDetoxOnly.test(code)));
  const found = new Set<Condition>(valuesOf(conditions, new Set(said)));
  found.add(kind);
  // A listing may name a treatment and also deny it; then it says nothing that one could rely on.
  if (codes.has('AUT:NAUT')) found.delete('alcohol');
  if (codes.has('OT:NOOP')) found.delete('opioids');
  return conditions.codes.filter((condition) => found.has(condition));
}

/** Groups with a program of their own, and the groups to which the whole center is kept. */
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

/** Telehealth is said of the center; only the levels that people attend from home can be meant. */
function modalitiesOf({ codes }: Coded, level: Level): string[] {
  const remote = fromHome.has(level) ? valuesOf(modalities, codes) : [];
  return ['in-person', ...remote];
}

/** Whether clients live at the center: known from the level where that is what it means, else unknown. */
function housingOf({ codes }: Coded, level: Level): boolean | null {
  if (level === 'residential' || level === 'inpatient' || level === 'sober-living') return true;
  if (level !== 'detox') return null;
  const stays = codes.has('SET:RD') || codes.has('SET:HID');
  const visits = codes.has('SET:OD');
  return stays === visits ? null : stays;
}

type Reader<Value> = (listing: Coded, level: Level) => Value;

/** Fields of which a listing says more, or less, than the codes of their values. */
const listReaders: Readonly<Record<string, Reader<string[]>>> = {
  condition: conditionsOf,
  population: populationsOf,
  therapy: therapiesOf,
  modality: modalitiesOf,
  language: languagesOf,
};
const yesNoReaders: Readonly<Record<string, Reader<boolean | null>>> = { housing: housingOf };

/** What a listing says of its offering of a level; a field that the directories cannot speak of is empty or unknown. */
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
