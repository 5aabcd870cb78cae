import type { Meter } from '../dataset/dataset-reader.ts';
import type { VersionKey } from '../dataset/head.ts';
import { centerById } from '../dataset/lookup/numbers.ts';
import { type PackedCenter, packed } from '../dataset/packed-center.ts';
import { centersAt } from '../dataset/read/centers-at.ts';
import { TooBroadError } from '../dataset/read/too-broad.ts';
import { geohashBox } from '../geo/geohash.ts';
import { alternatives, bothOf, type Chosen } from './alternatives.ts';
import { centersByKeys, matching } from './by-key.ts';
import { type Answer, isShort } from './changes.ts';
import { continuum } from './continuum.ts';
import type { FromDataset } from './datasets.ts';
import { compileFilter, type Filter } from './filter.ts';
import { listing } from './listing.ts';
import { Lookups } from './lookups.ts';
import { reachesStates, type Wanted } from './match.ts';
import type { NameTest } from './names/name-test.ts';
import { nearest, nearestToCell } from './nearest.ts';
import { organizationsAsked } from './organizations.ts';
import type { PathQuery, PathsAnswer } from './paths/path.ts';
import {
  type CellQuery,
  type Match,
  type NameQuery,
  type NearQuery,
  type SearchResult,
  type StateQuery,
  wantedBy,
} from './query.ts';
import { narrowingFields, type Question, type RecordKey, radiusHelps } from './question.ts';
import { fromPoint, fromRegion } from './reach.ts';
import { listingKeyOfRow, nameKeyOfRow } from './row-keys.ts';
import type { Session } from './session.ts';
import { withAlternatives } from './short-page.ts';
import { sortedRows } from './sorted-rows.ts';
import type { Step } from './steps.ts';
import { tallyOf } from './tally.ts';
import { noneUnknown } from './unknown.ts';

// Loaded on demand: few of a container's first requests need this code.
const names = () => import('./name-search.ts');
const paths = () => import('./paths/paths.ts');

/** Answers all searches of the published data, and lookups by key. */
export class Locator extends Lookups {
  /**
   * Finds the centers that match a question.
   * @param version Version of the dataset that the previous page came from; null for a first page.
   * @throws TooBroadError that says how to narrow the question.
   */
  async answer(question: Question, meter: Meter, version: VersionKey | null = null): Promise<FromDataset<Answer>> {
    try {
      const found = await this.#answer(question, meter, version);
      if ((question.after ?? null) === null) tally(found.answer, meter);
      return found;
    } catch (error) {
      if (!(error instanceof TooBroadError)) throw error;
      const narrowing = { fields: narrowingFields(question), radiusHelps: radiusHelps(question) };
      throw new TooBroadError(error.message, narrowing, error);
    }
  }

  #answer(
    { where, after, ...asked }: Question,
    meter: Meter,
    version: VersionKey | null,
  ): Promise<FromDataset<Answer>> {
    // Safe: a cursor of a search with another order is refused when it is read (http/cursor.ts).
    const [position, key] = typeof after === 'string' ? [null, after] : [after, null];
    switch (where.kind) {
      case 'near':
        return this.near({ ...asked, ...where, after: position }, meter, version);
      case 'cell':
        return this.nearCell({ ...asked, ...where }, meter);
      case 'state':
        return this.inState({ ...asked, ...where, after: key }, meter, version);
      case 'name':
        return this.named({ ...asked, name: where.name, after: key }, meter, version);
      case 'organization':
        return this.ofOrganizations({ ...asked, after: key }, meter, version).then(withoutAlternatives);
      case 'ids':
        return this.among(where.ids, asked.filter, meter, wantedBy(asked), version).then((found) =>
          withoutAlternatives({ ...found, answer: whole(found.answer) }),
        );
    }
  }

  /** The nearest matching centers. */
  near(query: NearQuery, meter: Meter, version: VersionKey | null = null): Promise<FromDataset<Answer>> {
    return this.datasets.answer(meter, version, async (session, context) => {
      const perhapsName = perhapsNamed(query);
      const perhaps =
        perhapsName === null ? null : await (await names()).nameMeantNear(perhapsName, query, session, context);
      const own = await chosenBy(query, session);
      const chosen = perhaps === null ? own : { ...own, name: perhaps };
      const isNamed = perhaps === null ? {} : { isNamed: true as const };
      const narrowed = { ...context, only: bothOf(chosen) };
      const result = await nearest(query, narrowed);
      if (!isShort(query, result)) return { ...result, ...isNamed, alternatives: [] };
      const changeable = { ...query, reach: fromPoint(query.origin) };
      const changes = await alternatives(changeable, result.matches, chosen, narrowed);
      return { ...result, ...isNamed, alternatives: changes };
    });
  }

  /** Every center that is among the nearest for some point of a cell. */
  nearCell(query: CellQuery, meter: Meter): Promise<FromDataset<Answer>> {
    return this.datasets.answer(meter, null, async (session, context) => {
      const chosen = await chosenBy(query, session);
      const narrowed = { ...context, only: bothOf(chosen) };
      const result = await nearestToCell(query, narrowed);
      if (!isShort(query, result)) return { ...result, alternatives: [] };
      const changeable = { ...query, reach: fromRegion(geohashBox(query.cell)) };
      return { ...result, alternatives: await alternatives(changeable, result.matches, chosen, narrowed) };
    });
  }

  /** The next matching centers of a state, by city, name and id. */
  inState(query: StateQuery, meter: Meter, version: VersionKey | null = null): Promise<FromDataset<Answer>> {
    return this.datasets.answer(meter, version, async (session, context) => {
      const page = async (asked: StateQuery): Promise<SearchResult> => {
        const { head } = session;
        const only = bothOf(await chosenBy(asked, session));
        if (only === null) return listing(asked, { ...context, root: head.roots.listing });
        const rows = (await centersAt(only, head, session)).filter((row) => row[packed.state] === asked.state);
        return sortedRows(rows, listingKeyOfRow, asked, compileFilter(asked.filter, context.now));
      };
      const perhapsName = perhapsNamed(query);
      if (perhapsName === null) return withAlternatives(query, page);
      const named = { ...query, name: perhapsName };
      const perhaps = await (await names()).nameMeant(perhapsName, session, async () => {
        const { matches } = await page({ ...named, limit: 1, after: null });
        return matches.length > 0;
      });
      if (perhaps === null) return withAlternatives(query, page);
      return { ...(await withAlternatives(named, page)), isNamed: true };
    });
  }

  /** Next page of centers with a name. Best match first, ties by name and id. */
  named(query: NameQuery, meter: Meter, version: VersionKey | null = null): Promise<FromDataset<Answer>> {
    return this.datasets.answer(meter, version, async (session, { now }) =>
      (await names()).namedPage(query, session, now),
    );
  }

  /** Every center whose name passes a test, sorted by name and id. */
  passing(
    test: NameTest,
    query: Pick<NameQuery, 'filter' | 'limit' | 'withUnknown'>,
    meter: Meter,
    version: VersionKey | null = null,
  ): Promise<FromDataset<SearchResult>> {
    return this.datasets.answer(meter, version, async (session, { now }) =>
      (await names()).passingPage(test, query, session, now),
    );
  }

  /** The next matching centers of the organizations that the filter names, by name and id. */
  ofOrganizations(
    query: {
      readonly filter: Filter;
      readonly limit: number;
      readonly after?: string | null;
      readonly withUnknown?: boolean;
    },
    meter: Meter,
    version: VersionKey | null = null,
  ): Promise<FromDataset<SearchResult>> {
    return this.datasets.answer(meter, version, async (session, context) => {
      const keys = await organizationsAsked(query.filter, session);
      const filter = compileFilter(query.filter, context.now);
      const rows =
        keys === null ? [] : await centersAt(keys, session.head, session, ({ entry }) => reachesStates(entry, filter));
      return sortedRows(rows, nameKeyOfRow, query, filter);
    });
  }

  /**
   * The matching centers among those with these ids, in the order of the ids. Ids that the dataset does not have are
   * skipped.
   */
  among(
    ids: readonly RecordKey[],
    filter: Filter,
    meter: Meter,
    wanted: Wanted = 'listed',
    version: VersionKey | null = null,
  ): Promise<FromDataset<readonly Match[]>> {
    return this.datasets.answer(meter, version, async (session, context) => {
      const rows = await centersByKeys(ids, session);
      return matching(rows, compileFilter(filter, context.now), wanted);
    });
  }

  /**
   * One center with its next levels of care up and down, at the nearest centers; null if the dataset does not have the
   * center.
   */
  continuum(
    id: string,
    withinKm: number | null,
    meter: Meter,
  ): Promise<FromDataset<{ row: PackedCenter; steps: Step[] } | null>> {
    return this.datasets.answer(meter, null, async (session, context) => {
      const row = await centerById(id, session.head, session);
      if (row === null) return null;
      try {
        return { row, steps: await continuum(row, withinKm, context) };
      } catch (error) {
        if (!(error instanceof TooBroadError)) throw error;
        throw new TooBroadError(error.message, { fields: null, radiusHelps: true }, error);
      }
    });
  }

  /** The shortest paths through one center of each level. @throws TooBroadError */
  paths(query: PathQuery, meter: Meter): Promise<FromDataset<PathsAnswer>> {
    return this.datasets.answer(meter, null, async (_, context) => {
      try {
        return await (await paths()).shortestPaths(query, context);
      } catch (error) {
        if (!(error instanceof TooBroadError)) throw error;
        const fields = [
          'levels',
          ...(['payer', 'population', 'age', 'gender'] as const).filter((field) => query[field]),
        ];
        throw new TooBroadError(error.message, { fields, radiusHelps: false }, error);
      }
    });
  }
}

/** Keys of the centers that belong to the requested organizations, and of those with the requested name. */
async function chosenBy(
  query: { filter: Filter; name?: string | null; nameTest?: NameTest | null },
  session: Session,
): Promise<Chosen> {
  const { name = null, nameTest = null } = query;
  const [organization, named, passing] = await Promise.all([
    organizationsAsked(query.filter, session),
    name === null ? null : names().then(({ keysNamed }) => keysNamed(name, session)),
    nameTest === null ? null : names().then(({ keysPassing }) => keysPassing(nameTest, session)),
  ]);
  return { organization, name: named !== null && passing !== null ? named.and(passing) : (named ?? passing) };
}

/** The words that may be a center's name. Null if the search has an explicit name. */
const perhapsNamed = ({ name = null, perhapsName = null }: Pick<NearQuery, 'name' | 'perhapsName'>): string | null =>
  name === null ? perhapsName : null;

const whole = (matches: readonly Match[]): SearchResult => ({
  matches,
  more: false,
  unknown: noneUnknown,
});

const withoutAlternatives = ({ answer, ...dataset }: FromDataset<SearchResult>): FromDataset<Answer> => ({
  ...dataset,
  answer: { ...answer, alternatives: [] },
});

/** Counts the search's outcome for the metrics; nothing about its content. */
function tally({ matches, unknown }: Answer, meter: Meter): void {
  const counts = tallyOf(meter);
  counts.searches += 1;
  if (matches.length === 0) counts.emptySearches += 1;
  if (unknown.count > 0) counts.searchesWithUnknowns += 1;
}
