import { nameKeyOf } from '../dataset/keys.ts';
import { organizationBySlug } from '../dataset/lookup/organizations.ts';
import { nameTermsOf } from '../dataset/name-text.ts';
import { type PackedCenter, packed } from '../dataset/packed-center.ts';
import { centersAt } from '../dataset/read/centers-at.ts';
import type { Organization } from '../domain/organization.ts';
import { keysOf, readAndScored } from './by-name.ts';
import { type NameTest, passes } from './names/name-test.ts';
import { leastFound, scoreKey, scoreOf } from './names/score.ts';
import type { Session } from './session.ts';
import { centersPassing, organizationName } from './tested-names.ts';

// The search for organizations by name, which the locator imports on the first such search.

/** Finds organizations whose names match the typed text (names/score.ts). Best match first, ties by name and slug. */
export async function organizationsNamed(name: string, session: Session): Promise<readonly Organization[]> {
  const { head } = session;
  const { named, readings } = await readAndScored(name, head, session);
  const found = await organizationsOf(await centersAt(keysOf(named), head, session), session);
  // Scores again by the organization's own name, because perhaps only the center's name matched.
  const scored = found.map((organization) => {
    const score = scoreOf(nameTermsOf(organization.name.toLowerCase()), readings);
    return { organization, score, key: scoreKey(score, nameKey(organization)) };
  });
  const least = leastFound(Math.max(0, ...scored.map(({ score }) => score)));
  return scored
    .filter(({ score }) => score >= least)
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ organization }) => organization);
}

/** Organizations whose name passes the test, sorted by name and slug. */
export async function organizationsPassing(test: NameTest, session: Session): Promise<readonly Organization[]> {
  const found = await organizationsOf(await centersPassing(test, session, organizationName), session);
  return found.filter(({ name }) => passes(test, name)).sort((a, b) => (nameKey(a) < nameKey(b) ? -1 : 1));
}

/** The organizations of these centers, without duplicates. */
async function organizationsOf(rows: readonly PackedCenter[], session: Session): Promise<Organization[]> {
  const slugs = [...new Set(rows.map((row) => row[packed.organization]))];
  const found = await Promise.all(slugs.map((slug) => organizationBySlug(slug, session.head, session)));
  return found.filter((organization) => organization !== null);
}

const nameKey = ({ name, slug }: Organization): string => nameKeyOf(name, slug);
