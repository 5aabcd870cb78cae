import { type PackedOffering, unpackCenter, unpackOffering } from '../../dataset/packed-center.ts';
import { offeringName } from '../../domain/offering.ts';
import { duiPopulation } from '../../domain/only.ts';
import { type CompiledFilter, compileFilter, type Filter } from '../../search/filter.ts';
import { resultOf } from '../../search/match.ts';
import type { Match } from '../../search/query.ts';
import { type AnyOf, type CenterTexts, passesAny, passesTexts } from './parameters/texts.ts';

/**
 * Conditions of a search beyond its first filter and one name. The index finds matches by those two; each match is then
 * tested against these conditions.
 */
export interface Sift extends CenterTexts {
  /** Tests of a service's own name. */
  readonly titles: readonly AnyOf[];
  /**
   * More filters. A service passes if its offering passes all of them. A location passes if each filter is passed by
   * one of its offerings, not necessarily the same one.
   */
  readonly further: readonly Filter[];
  readonly ofServices: boolean;
}

/** True if a search has any of these conditions. */
export const isSifting = ({ names, address, titles, further }: Sift): boolean =>
  names.length + address.length + titles.length + further.length > 0;

/**
 * Returns a function that tests a match. It returns the match with only those offerings that meet these conditions, or
 * null if there are none.
 * @param filter The search's own filter.
 * @param now Milliseconds since 1970: decides what is stale.
 */
export function sifter(sift: Sift, filter: Filter, withUnknown: boolean, now: number): (match: Match) => Match | null {
  const forDui = [filter, ...sift.further].some(({ population }) => population?.includes(duiPopulation) === true);
  const compiled = sift.further.map((one): CompiledFilter => {
    const further = compileFilter(one, now);
    return sift.ofServices && forDui ? { ...further, forDui } : further;
  });
  return (match) => {
    if (!passesTexts(sift, unpackCenter(match.row))) return null;
    let { certainty, ask } = match;
    let offerings = match.offerings.filter((offering) => isTitled(match, offering, sift.titles));
    for (const one of compiled) {
      const result = resultOf(match.row, one, withUnknown ? 'any' : 'listed');
      if (result === null) return null;
      if (sift.ofServices) offerings = offerings.filter((offering) => result.offerings.includes(offering));
      if (result.certainty === 'unknown') certainty = 'unknown';
      ask = [...new Set([...ask, ...result.ask])];
    }
    if (sift.ofServices && offerings.length === 0) return null;
    return { ...match, offerings, certainty, ask };
  };
}

function isTitled({ row }: Match, offering: PackedOffering, titles: readonly AnyOf[]): boolean {
  if (titles.length === 0) return true;
  const title = offeringName(unpackCenter(row), unpackOffering(row, offering));
  return titles.every((anyOf) => passesAny(anyOf, [title]));
}
