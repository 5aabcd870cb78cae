import type { CenterPage } from '../dataset/center-page.ts';
import { type Facts, fact, isDenied, isKeptToDui } from '../dataset/facts.ts';
import type { Entry, Profile } from '../dataset/index-nodes.ts';
import type { Mask } from '../dataset/masks.ts';
import { factsOf, type PackedCenter, type PackedOffering, packed } from '../dataset/packed-center.ts';
import { factMasks, isOfUnknownLevel } from '../dataset/summarize.ts';
import { factsOfUnknownLevel } from '../dataset/unknown-level.ts';
import { type FieldName, fields } from '../domain/fields.ts';
import { type Answer3, type Asked, MAY_BE_UNKNOWN, MAY_BE_YES, NO, type Offered, UNKNOWN, YES } from './asked.ts';
import type { CompiledFilter } from './filter.ts';

/** How a center matches a filter: its matching offerings, 'unknown' if its sources cannot tell, or 'no'. */
export type Verdict = readonly PackedOffering[] | 'unknown' | 'no';

/**
 * Whether a center matches for certain (`listed`), or its sources cannot tell (`unknown`). A search wants one of these,
 * or `any`.
 */
export type Certainty = 'listed' | 'unknown';
export type Wanted = Certainty | 'any';

/** True if the search wants centers with this verdict. */
export function isWanted(verdict: Verdict | 'may match', wanted: Wanted): boolean {
  return verdict !== 'no' && (wanted === 'any' || (verdict === 'unknown') === (wanted === 'unknown'));
}

/**
 * Decides if a center matches a filter.
 * @param wanted With `listed`, a center in doubt counts as "no", which saves comparing unknown facts.
 */
export function judge(row: PackedCenter, filter: CompiledFilter, wanted: Wanted = 'any'): Verdict {
  if (filter.organizations !== null && !filter.organizations.has(row[packed.organization])) return 'no';
  if (filter.states !== null && !filter.states.has(row[packed.state])) return 'no';
  const matching: PackedOffering[] = [];
  let unknown = false;
  for (const offering of row[packed.offerings]) {
    if (filter.levelMask !== 0 && (filter.levelMask & (1 << offering[1])) === 0) continue;
    const facts = factsOf(row, offering);
    if (isDenied(facts)) continue;
    const answer = answerOf(offering[1], facts, filter);
    if (answer === YES) matching.push(offering);
    else if (answer === UNKNOWN) unknown = true;
  }
  if (matching.length > 0 || !filter.offeringLevel) return matching;
  if (wanted === 'listed') return 'no';
  return unknown || unknownLevelsThatMayMatch(row, filter).length > 0 ? 'unknown' : 'no';
}

/** Why a center is in doubt: the offerings that may match, and the fields to ask about. */
export interface Doubt {
  /** Offerings that may match. Empty if only an unknown level may match. */
  readonly offerings: readonly PackedOffering[];
  /** The unknown fields of the offering with the fewest unknown fields, in the order of the registry of fields. */
  readonly ask: readonly FieldName[];
}

/** Explains why {@link judge} calls a center unknown. */
export function doubtOf(row: PackedCenter, filter: CompiledFilter): Doubt {
  const offerings: PackedOffering[] = [];
  let ask: readonly FieldName[] | null = null;
  const fewest = (unknown: readonly FieldName[]): void => {
    if (ask === null || unknown.length < ask.length) ask = unknown;
  };
  for (const offering of row[packed.offerings]) {
    if (!isListed(row, offering)) continue;
    const facts = factsOf(row, offering);
    if (answerOf(offering[1], facts, filter) !== UNKNOWN) continue;
    offerings.push(offering);
    fewest(unknownFields(offeredWith(facts, offering[1]), filter));
  }
  for (const offered of unknownLevelsThatMayMatch(row, filter)) fewest(['level', ...unknownFields(offered, filter)]);
  return { offerings, ask: ask ?? [] };
}

/** A center as a result without a distance; null if the search does not want it. */
export function resultOf(row: PackedCenter, filter: CompiledFilter, wanted: Wanted): Result | null {
  const verdict = judge(row, filter, wanted);
  if (verdict === 'no' || !isWanted(verdict, wanted)) return null;
  if (verdict === 'unknown') return { row, certainty: 'unknown', ...doubtOf(row, filter) };
  return { row, certainty: 'listed', ask: [], offerings: verdict };
}

/** The result for a center that matches or may match. Throws an error if it does not. */
export function matchOfRow(row: PackedCenter, filter: CompiledFilter): Result {
  const result = resultOf(row, filter, 'any');
  if (result === null) throw new Error(`center "${row[packed.id]}" is not what its page says`);
  return result;
}

interface Result extends Doubt {
  readonly row: PackedCenter;
  readonly certainty: Certainty;
}

/** "No" if any field is no, else "unknown" if any field is unknown, else "yes". */
function answerOf(level: number, facts: Facts, filter: CompiledFilter): Answer3 {
  if (filter.levelMask !== 0 && (filter.levelMask & (1 << level)) === 0) return NO;
  if (isKeptFrom(facts, filter)) return NO;
  return filter.otherFields ? answerAll(offeredWith(facts, level), filter.asked) : YES;
}

/** True if the search must not find the offering, because it only serves DUI clients. */
const isKeptFrom = (facts: Facts, { offeringLevel, forDui }: CompiledFilter): boolean =>
  offeringLevel && !forDui && isKeptToDui(facts);

function answerAll(offering: Offered, asked: readonly Asked[]): Answer3 {
  let least: Answer3 = YES;
  for (const one of asked) {
    const answer = one.answer(offering);
    if (answer === NO) return NO;
    if (answer < least) least = answer;
  }
  return least;
}

const unknownFields = (offering: Offered, { asked }: CompiledFilter): FieldName[] =>
  asked.filter((one) => one.answer(offering) === UNKNOWN).map(({ field }) => field);

/** Cached masks, by the facts that they were computed from. Many offerings of a cached page share the same facts. */
const masksOfFacts = new WeakMap<Facts, readonly Mask[]>();

function offeredWith(facts: Facts, level: number): Offered {
  let masks = masksOfFacts.get(facts);
  if (masks === undefined) {
    masks = factMasks(facts);
    masksOfFacts.set(facts, masks);
  }
  return {
    facts,
    level,
    masks,
    insurers: facts[fact.insurers],
    languages: facts[fields.language.fact],
  };
}

/** The center's unknown levels that may match, as if they were offerings (dataset/unknown-level.ts). */
function unknownLevelsThatMayMatch(row: PackedCenter, filter: CompiledFilter): Offered[] {
  const unknown = row[packed.unknownLevels];
  return filter.levels.flatMap((level) => {
    if ((unknown & (1 << level)) === 0) return [];
    const offered = factsOfUnknownLevel(row, level).map((facts) => offeredWith(facts, level));
    return offered.filter((one) => answerAll(one, filter.asked) !== NO);
  });
}

/**
 * Judges a center by the first line of its page, without parsing its row. If the search asks for levels alone, the
 * verdict is final. Otherwise only "no" is, and the row must be judged.
 */
export function glanceAt(page: CenterPage, at: number, filter: CompiledFilter): 'may match' | 'unknown' | 'no' {
  const { offeringLevel, levelMask } = filter;
  // The first line of a page leaves out levels that are offered to DUI clients alone, so a search for DUI clients must
  // look at the row.
  if (!offeringLevel || filter.forDui) return 'may match';
  const asked = levelMask === 0 ? -1 : levelMask;
  if ((page.offeredAt(at) & asked) !== 0) return 'may match';
  return (page.unknownAt(at) & asked) === 0 ? 'no' : 'unknown';
}

/** True if searches and lists show the offering: admissions have not denied it. */
export function isListed(row: PackedCenter, offering: PackedOffering): boolean {
  return !isDenied(factsOf(row, offering));
}

/** True if a center under the index entry is in a requested state, or if no state was requested. */
export function reachesStates({ states }: Entry, { states: asked }: CompiledFilter): boolean {
  return asked === null || states.some((state) => asked.has(state));
}

/** True if every center under the index entry is in a requested state, or if no state was requested. */
export function isWithinStates({ states }: Entry, { states: asked }: CompiledFilter): boolean {
  return asked === null || states.every((state) => asked.has(state));
}

/** False if certainly no center under the index entry is wanted. True does not guarantee that one is. */
export function mayHold(entry: Entry, filter: CompiledFilter, wanted: Wanted): boolean {
  if (wanted === 'listed') return mayMatch(entry, filter);
  return mayBeUnknown(entry, filter) || (wanted === 'any' && mayMatch(entry, filter));
}

/** False if certainly no center under the index entry matches. True does not guarantee that one does. */
export function mayMatch(entry: Entry, filter: CompiledFilter): boolean {
  if (!reachesStates(entry, filter)) return false;
  if (!filter.offeringLevel) return entry.count > 0;
  for (const level of filter.levels) {
    const summary = entry.levels[level];
    if (summary === undefined || summary === null) continue;
    const may = filter.otherFields
      ? summary.offerings > 0 && summary.profiles.some((profile) => admits(profile, level, filter))
      : (filter.forDui ? summary.offerings : summary.offered) > 0;
    if (may) return true;
  }
  return false;
}

/** False if certainly no center under the index entry is in doubt. True does not guarantee that one is. */
export function mayBeUnknown(entry: Entry, filter: CompiledFilter): boolean {
  if (!filter.offeringLevel || !reachesStates(entry, filter)) return false;
  return filter.levels.some((level) => {
    const summary = entry.levels[level];
    if (summary === undefined || summary === null) return false;
    if (!filter.otherFields) return summary.unknown > 0;
    return summary.profiles.some((profile) => leavesOpen(profile, level, filter));
  });
}

function admits(profile: Profile, level: number, { asked }: CompiledFilter): boolean {
  if (isOfUnknownLevel(profile)) return false;
  for (const one of asked) if ((one.mayAnswer(profile, level) & MAY_BE_YES) === 0) return false;
  return true;
}

/**
 * True if an offering of the profile may be in doubt: no requested field is certainly no, and one field or the level is
 * unknown.
 */
function leavesOpen(profile: Profile, level: number, { asked }: CompiledFilter): boolean {
  let unknown = isOfUnknownLevel(profile);
  for (const one of asked) {
    const may = one.mayAnswer(profile, level);
    if (may === 0) return false;
    if ((may & MAY_BE_UNKNOWN) !== 0) unknown = true;
  }
  return unknown;
}
