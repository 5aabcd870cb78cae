import { nameKeyOf } from '../dataset/keys.ts';
import { organizationsByNumber } from '../dataset/lookup/numbers.ts';
import { organizationBySlug } from '../dataset/lookup/organizations.ts';
import { nameTermsOf } from '../dataset/name-text.ts';
import { packed } from '../dataset/packed-center.ts';
import { centersAt } from '../dataset/read/centers-at.ts';
import type { Organization } from '../domain/organization.ts';
import { keysOf, readAndScored } from './by-name.ts';
import { type NameTest, passes } from './names/name-test.ts';
import { leastFound, scoreKey, scoreOf } from './names/score.ts';
import type { RecordKey } from './question.ts';
import type { Session } from './session.ts';
import { centersPassing, organizationName } from './tested-names.ts';

/** Finds organizations by slug or number, in the order of the keys; null for an unknown key. */
export async function organizationsByKeys(
  keys: readonly RecordKey[],
  session: Session,
): Promise<readonly (Organization | null)[]> {
  const { head } = session;
  return Promise.all(
    keys.map(async (key) =>
      'id' in key
        ? organizationBySlug(key.id, head, session)
        : ((await organizationsByNumber(key.number, head, session))[0] ?? null),
    ),
  );
}

/** Organizations that match the typed name (names/score.ts). Best match first, ties by name and slug. */
export async function organizationsNamed(name: string, session: Session): Promise<readonly Organization[]> {
  const { head } = session;
  const { named, readings } = await readAndScored(name, head, session);
  const rows = await centersAt(keysOf(named), head, session);
  const slugs = [...new Set(rows.map((row) => row[packed.organization]))];
  const found = await Promise.all(slugs.map((slug) => organizationBySlug(slug, head, session)));
  // The name may be the center's own and not its organization's.
  const scored = found
    .filter((organization) => organization !== null)
    .map((organization) => {
      const score = scoreOf(nameTermsOf(organization.name.toLowerCase()), readings);
      return { organization, score, key: scoreKey(score, nameKeyOf(organization.name, organization.slug)) };
    });
  const least = leastFound(Math.max(0, ...scored.map(({ score }) => score)));
  return scored
    .filter(({ score }) => score >= least)
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ organization }) => organization);
}

/** Organizations whose name passes a test, sorted by name and slug. */
export async function organizationsPassing(test: NameTest, session: Session): Promise<readonly Organization[]> {
  const rows = await centersPassing(test, session, organizationName);
  const slugs = [...new Set(rows.map((row) => row[packed.organization]))];
  const found = await Promise.all(slugs.map((slug) => organizationBySlug(slug, session.head, session)));
  const nameKey = ({ name, slug }: Organization): string => nameKeyOf(name, slug);
  return found
    .filter((one) => one !== null)
    .filter(({ name }) => passes(test, name))
    .sort((a, b) => (nameKey(a) < nameKey(b) ? -1 : 1));
}
