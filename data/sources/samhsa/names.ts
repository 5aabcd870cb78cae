import { plain } from '../../../functions/records/plain.ts';
import type { Listing } from './listing.ts';
import { readable } from './text.ts';

export interface Names {
  readonly center: string;
  readonly organization: string;
  readonly alternates: readonly string[];
}

// The first column of the directories has room for 38 characters. A longer name continues in the second column.
const unfinished = /\b(?:for|of|and|the|in|to|at|on|with)$/i;
const continuation = /^(?:services? (?:inc|llc|of)\b|inc\b|llc\b|of\b|and\b|for\b)/i;
// Matches the last slash of a name, which separates the organization from a site. It does not match the slash in
// "Alcohol/Drug".
const lastSlash = /\/(?!.*\/)(?!(?:other )?drugs?\b|alc)/i;
const doingBusinessAs = /^(?:dba|d\/b\/a)\s+/i;

/**
 * Names a center and its organization. The first column is the organization; the second is a site or program, a trade
 * name ("DBA …"), or the rest of a long organization name.
 */
export function namesOf({ name1, name2 }: Pick<Listing, 'name1' | 'name2'>): Names {
  const { organization, initials, site } = joined(name1, name2);
  if (doingBusinessAs.test(site)) {
    return named(readable(site.replace(doingBusinessAs, '')), organization, [readable(organization)]);
  }
  // The second column adds nothing: "Montrose Outpatient" + "Outpatient".
  if (site === '' || ` ${plain(organization)}`.endsWith(` ${plain(site)}`))
    return named(readable(organization), organization, []);
  // The second column is the whole name: "Western Pacific" + "Western Pacific Norwalk".
  if (plain(site).startsWith(`${plain(organization)} `)) return named(readable(site), organization, []);
  return named(`${readable(organization + initials)} – ${readable(site)}`, organization, []);
}

function named(center: string, organization: string, alternates: readonly string[]): Names {
  return { center, organization: readable(organization), alternates };
}

/**
 * Splits a listing's two name columns into the organization and its site or program. A name that continues in the
 * second column is joined first.
 */
export function splitNames({ name1, name2 }: Pick<Listing, 'name1' | 'name2'>): {
  readonly organization: string;
  readonly site: string;
} {
  const { organization, site } = joined(name1, name2);
  return { organization, site };
}

/** Joins a name that the column's width split. Initials in parentheses belong to the name before them. */
function joined(name1: string, name2: string): { organization: string; initials: string; site: string } {
  const bracketed = /^(\([^)]+\))[\s/]*(.*)$/.exec(name2);
  if (bracketed !== null) {
    const [, initials = '', site = ''] = bracketed;
    const whole = site === '' || /^(?:inc|llc|corp)$/i.test(site);
    return whole
      ? { organization: `${name1} ${name2}`, initials: '', site: '' }
      : { organization: name1, initials: ` ${initials}`, site };
  }
  if (name2 === '' || !(unfinished.test(name1) || continuation.test(name2))) {
    return { organization: name1, initials: '', site: name2 };
  }
  const [rest = '', site = ''] = name2.split(lastSlash);
  return { organization: `${name1} ${rest}`, initials: '', site };
}
