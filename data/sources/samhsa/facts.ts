import { type Condition, conditions } from '../../../functions/domain/condition.ts';
import { knownLanguages } from '../../../functions/domain/language.ts';
import { type Level, levels } from '../../../functions/domain/level-of-care.ts';
import { modalities } from '../../../functions/domain/modality.ts';
import { type PayerKind, payers } from '../../../functions/domain/payer.ts';
import { type Population, populations } from '../../../functions/domain/population.ts';
import { type Therapy, therapies } from '../../../functions/domain/therapy.ts';
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
export function conditionsOf({ kind, codes }: Coded, level: Level): Condition[] {
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
export function populationsOf({ codes }: Coded): Population[] {
  const found = new Set(valuesOf(populations, codes));
  if (codes.has('GN:FEM') && !codes.has('GN:MALE')) found.add('women');
  if (codes.has('GN:MALE') && !codes.has('GN:FEM')) found.add('men');
  return populations.codes.filter((population) => found.has(population));
}

/** Housing treats nobody, so sober living claims none of the center's therapies. */
export function therapiesOf({ codes }: Coded, level: Level): Therapy[] {
  return level === 'sober-living' ? [] : valuesOf(therapies, codes);
}

export function payersOf({ codes }: Coded): PayerKind[] {
  return valuesOf(payers, codes);
}

export function languagesOf({ codes }: Coded): string[] {
  return [...knownLanguages].filter(([, { samhsa }]) => samhsa.some((code) => codes.has(code))).map(([code]) => code);
}

const fromHome: ReadonlySet<Level> = new Set<Level>(['aftercare', 'op', 'iop', 'php']);

/** Telehealth is said of the center; only the levels that people attend from home can be meant. */
export function modalitiesOf({ codes }: Coded, level: Level): (typeof modalities.codes)[number][] {
  const remote = fromHome.has(level) ? valuesOf(modalities, codes) : [];
  return ['in-person', ...remote];
}

/** Whether clients live at the center: known from the level where that is what it means, else unknown. */
export function housingOf({ codes }: Coded, level: Level): boolean | null {
  if (level === 'residential' || level === 'inpatient' || level === 'sober-living') return true;
  if (level !== 'detox') return null;
  const stays = codes.has('SET:RD') || codes.has('SET:HID');
  const visits = codes.has('SET:OD');
  return stays === visits ? null : stays;
}
