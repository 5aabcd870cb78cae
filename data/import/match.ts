import { addressKey } from './address.ts';
import { organizationKey } from './names.ts';
import { parsePhone } from './phones.ts';
import { plain } from './text.ts';
import type { Listing } from './workbook.ts';

/**
 * Which listings are one center. Only listings of one building are compared; a doubtful pair stays two centers,
 * because two cards for one place are a smaller harm than one card that mixes two places up.
 *
 * 1. Within one directory: the same organization and the same site or program.
 * 2. Between the directories: the same organization, or the same main number. Each center of the one takes at most
 *    one of the other, the best pairs first.
 * @returns groups of listings, each sorted; the groups in the order of their first listing. Row order has no effect.
 */
export function groupListings(listings: readonly Listing[]): Listing[][] {
  const groups: Listing[][] = [];
  const buildings = new Map<string, Listing[]>();
  for (const listing of [...listings].sort(byText)) {
    const key = addressKey(listing);
    if (key === null) {
      // Houses that keep their street to themselves cannot be told to be one; only equal rows are one.
      const twin = groups.find(([first]) => first !== undefined && textOf(first) === textOf(listing));
      if (twin === undefined) groups.push([listing]);
      else twin.push(listing);
    } else buildings.set(key, [...(buildings.get(key) ?? []), listing]);
  }
  for (const building of buildings.values()) groups.push(...groupBuilding(building));
  return groups.sort((one, other) => compare(textOf(one[0]), textOf(other[0])));
}

function groupBuilding(building: readonly Listing[]): Listing[][] {
  if (building.length === 1) return [[...building]];
  const sites = new Map<string, Listing[]>();
  for (const listing of building) {
    const key = `${listing.kind}|${organizationKey(listing)}|${plain(listing.name2)}`;
    sites.set(key, [...(sites.get(key) ?? []), listing]);
  }
  const all = [...sites.values()];
  const substance = all.filter(([first]) => first?.kind === 'substance-use');
  const mental = all.filter(([first]) => first?.kind === 'mental-health');
  const pairs = substance
    .flatMap((one) => mental.map((other) => ({ one, other, score: likeness(one[0], other[0]) })))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const taken = new Set<Listing[]>();
  const groups: Listing[][] = [];
  for (const { one, other } of pairs) {
    if (taken.has(one) || taken.has(other)) continue;
    taken.add(one);
    taken.add(other);
    groups.push([...one, ...other]);
  }
  return [...groups, ...all.filter((group) => !taken.has(group))];
}

/** 0 for two centers; more for more that agrees. The organization weighs most, then the site, the phone, the suite. */
function likeness(one: Listing | undefined, other: Listing | undefined): number {
  if (one === undefined || other === undefined) return 0;
  const organization = sameOrganization(organizationKey(one), organizationKey(other));
  const phone = parsePhone(one.phone)?.number === parsePhone(other.phone)?.number && parsePhone(one.phone) !== null;
  if (!organization && !phone) return 0;
  const site = plain(one.name2) === plain(other.name2);
  const suite = plain(one.street2) === plain(other.street2);
  return (organization ? 8 : 0) + (site ? 4 : 0) + (phone ? 2 : 0) + (suite ? 1 : 0);
}

/** Equal, or one the beginning of the other: "Esperanza" and "Esperanza Health Centers". */
function sameOrganization(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short === long || (short.length >= 5 && long.startsWith(`${short} `));
}

/** Substance use before mental health, then by what the listing says. */
function byText(one: Listing, other: Listing): number {
  return compare(textOf(one), textOf(other));
}

function textOf(listing: Listing | undefined): string {
  if (listing === undefined) return '';
  const { kind, year, state, city, zip, street1, street2, name1, name2, phone, intake1, intake2, codeText } = listing;
  const order = kind === 'substance-use' ? '0' : '1';
  return [order, state, city, zip, name1, name2, street1, street2, phone, intake1, intake2, codeText, year].join('\t');
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
