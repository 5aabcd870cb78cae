import { nameKeyOf } from '../dataset/keys.ts';
import { organizationsByNumber } from '../dataset/lookup/numbers.ts';
import { organizationBySlug } from '../dataset/lookup/organizations.ts';
import { packed } from '../dataset/packed-center.ts';
import { centersAt } from '../dataset/read/centers-at.ts';
import { oneStepApart, wordsOf, wordsOfName } from '../dataset/words.ts';
import type { Organization } from '../domain/organization.ts';
import { centersNamed, keysOf } from './by-name.ts';
import type { RecordKey } from './question.ts';
import type { Session } from './session.ts';

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

/** Finds organizations in whose names each asked word is a word or starts one, sorted by name and slug. */
export async function organizationsNamed(name: string, session: Session): Promise<readonly Organization[]> {
  const { head } = session;
  const rows = await centersAt(keysOf(await centersNamed(name, head, session)), head, session);
  const slugs = [...new Set(rows.map((row) => row[packed.organization]))];
  const found = await Promise.all(slugs.map((slug) => organizationBySlug(slug, head, session)));
  // The name may be the center's own and not its organization's.
  const asked = wordsOf(name);
  const isNamed = (own: readonly string[]) =>
    asked.every((word) => own.some((one) => one.startsWith(word) || oneStepApart(one, word)));
  const nameKey = (one: Organization) => nameKeyOf(one.name, one.slug);
  return found
    .filter((organization) => organization !== null)
    .filter((organization) => isNamed(wordsOfName(organization.name)))
    .sort((a, b) => (nameKey(a) < nameKey(b) ? -1 : 1));
}
