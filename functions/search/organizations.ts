import { organizationsByNumber } from '../dataset/lookup/numbers.ts';
import { keysOfOrganizations, organizationBySlug } from '../dataset/lookup/organizations.ts';
import type { KeySet } from '../dataset/read/key-range.ts';
import type { Organization } from '../domain/organization.ts';
import type { Filter } from './filter.ts';
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

/** Keys of the centers that belong to the organizations in the filter; null if it names no organization. */
export async function organizationsAsked({ organization }: Filter, session: Session): Promise<KeySet | null> {
  return organization ? keysOfOrganizations(organization, session.head, session) : null;
}
