import type { CenterPage } from '../dataset/center-page.ts';
import type { Entry, Profile } from '../dataset/directory.ts';
import { type Facts, fact, isDenied, isKeptToDui, type PackedSchedule } from '../dataset/facts.ts';
import { factsOf, type PackedCenter, type PackedOffering, packed } from '../dataset/packed-center.ts';
import { factMasks } from '../dataset/summarize.ts';
import { fields } from '../domain/fields.ts';
import type { CompiledFilter } from './filter.ts';

/** How a center matches a filter: with these offerings, perhaps (its sources cannot tell), or not. */
export type Verdict = readonly PackedOffering[] | 'unknown' | 'no';

export function judge(row: PackedCenter, filter: CompiledFilter): Verdict {
  if (filter.organizations !== null && !filter.organizations.has(row[packed.organization])) return 'no';
  const offered = row[packed.offerings].filter((offering) => isListed(row, offering));
  const matching = offered.filter((offering) => matchesOffering(row, offering, filter, filter.levelMask));
  if (matching.length > 0 || !filter.offeringLevel) return matching;
  if ((row[packed.unknownLevels] & filter.levelMask) === 0) return 'no';
  // The level is unknown; the other fields must hold for something that the center does offer.
  const fits = !filter.otherFields || offered.some((offering) => matchesOffering(row, offering, filter, 0));
  return fits ? 'unknown' : 'no';
}

/**
 * Judges a center by its page's first line, without its row. If the search asks for levels alone, this is the final
 * verdict; otherwise only 'no' is final, and the row must be read.
 */
export function glanceAt(page: CenterPage, at: number, filter: CompiledFilter): 'may match' | 'unknown' | 'no' {
  const { offeringLevel, levelMask } = filter;
  // A page's first line leaves out what DUI clients alone can use.
  if (!offeringLevel || filter.forDui) return 'may match';
  const offered = page.offeredAt(at);
  if (levelMask === 0) return offered === 0 ? 'no' : 'may match';
  if ((offered & levelMask) !== 0) return 'may match';
  return (page.unknownAt(at) & levelMask) === 0 ? 'no' : 'unknown';
}

/** True if searches and lists show the offering: admissions have not denied it. */
export function isListed(row: PackedCenter, offering: PackedOffering): boolean {
  return !isDenied(factsOf(row, offering));
}

/** True if a center under the entry may match. May be true without a match, but is never false with one. */
export function mayMatch(entry: Entry, filter: CompiledFilter): boolean {
  if (!filter.offeringLevel) return entry.count > 0;
  for (const level of filter.levels) {
    const summary = entry.levels[level];
    if (summary === undefined || summary === null) continue;
    const may = filter.otherFields
      ? summary.profiles.some((profile) => admits(profile, filter))
      : (filter.forDui ? summary.offerings : summary.offered) > 0;
    if (may) return true;
  }
  return false;
}

/** True if a center under the entry may be unknown: its sources cannot tell. */
export function mayBeUnknown(entry: Entry, filter: CompiledFilter): boolean {
  return filter.levelMask !== 0 && filter.levels.some((level) => (entry.levels[level]?.unknown ?? 0) > 0);
}

function admits({ masks, insurers, languages }: Profile, filter: CompiledFilter): boolean {
  for (const { position, mask } of filter.masks) if (((masks[position] ?? 0) & mask) === 0) return false;
  if (filter.payer !== null) {
    const { mask, anyInsurer, insurers: asked } = filter.payer;
    const kind = ((masks[fields.payer.mask] ?? 0) & mask) !== 0;
    if (!kind && !(anyInsurer && insurers.length > 0) && !insurers.some((insurer) => asked.has(insurer))) return false;
  }
  if (filter.languages !== null) {
    const asked = filter.languages;
    if (!languages.some((language) => asked.has(language))) return false;
  }
  return true;
}

function matchesOffering(
  row: PackedCenter,
  offering: PackedOffering,
  filter: CompiledFilter,
  levelMask: number,
): boolean {
  if (levelMask !== 0 && (levelMask & (1 << offering[1])) === 0) return false;
  const facts = factsOf(row, offering);
  if (filter.offeringLevel && !filter.forDui && isKeptToDui(facts)) return false;
  if (filter.masks.length > 0) {
    const masks = factMasks(facts);
    for (const { position, mask } of filter.masks) if (((masks[position] ?? 0) & mask) === 0) return false;
  }
  if (filter.payer !== null && !paysFor(facts, filter.payer)) return false;
  if (filter.languages !== null) {
    const asked = filter.languages;
    if (!facts[fields.language.fact].some((language) => asked.has(language))) return false;
  }
  for (const { fact: position, code } of filter.yesNo) if (facts[position] !== code) return false;
  if (filter.atMost.length > 0 && !fitsSchedule(facts[fact.schedule], filter.atMost)) return false;
  if (filter.confirmedSince !== null && !isConfirmedSince(facts, filter.confirmedSince, filter.now)) return false;
  if (filter.accepting) {
    const intake = facts[fact.intake];
    if (intake !== 0 && intake[0] !== 'open') return false;
  }
  return true;
}

function paysFor(facts: Facts, { mask, anyInsurer, insurers }: NonNullable<CompiledFilter['payer']>): boolean {
  const named = facts[fact.insurers];
  return (
    (facts[fields.payer.fact] & mask) !== 0 ||
    (anyInsurer && named.length > 0) ||
    named.some((insurer) => insurers.has(insurer))
  );
}

/** True if the program's minimum schedule fits within every limit. */
function fitsSchedule(schedule: PackedSchedule | 0, atMost: CompiledFilter['atMost']): boolean {
  if (schedule === 0) return false;
  const [sessions, hoursPerSession, hoursPerWeek, weeks] = schedule;
  const hours = hoursPerWeek ?? (sessions === null || hoursPerSession === null ? null : sessions[0] * hoursPerSession);
  const least = { hours, sessions: sessions?.[0] ?? null, weeks: weeks?.[0] ?? null };
  return atMost.every(({ unit, most }) => {
    const asked = least[unit];
    return asked !== null && asked <= most;
  });
}

function isConfirmedSince(facts: Facts, since: number, now: number): boolean {
  const confirmation = facts[fact.confirmation];
  if (confirmation === 0 || confirmation[0] !== 'confirmed') return false;
  const [, confirmedAt, expiresAt] = confirmation;
  return confirmedAt !== null && expiresAt !== null && Date.parse(confirmedAt) >= since && Date.parse(expiresAt) > now;
}
