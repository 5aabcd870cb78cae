import type { Meter } from '../dataset/dataset-reader.ts';
import type { Part } from '../dataset/device/part-text.ts';
import type { PartNote } from '../dataset/device/parts.ts';
import type { VersionKey } from '../dataset/head.ts';
import { centerById, centersByNumber, organizationsByNumber } from '../dataset/lookup/numbers.ts';
import { organizationBySlug } from '../dataset/lookup/organizations.ts';
import { maskOf } from '../dataset/masks.ts';
import type { PackedCenter } from '../dataset/packed-center.ts';
import type { FormerId } from '../domain/former-id.ts';
import { type Level, levels } from '../domain/level-of-care.ts';
import type { Organization } from '../domain/organization.ts';
import type { State } from '../domain/state.ts';
import { Datasets, type DatasetsOptions, type FromDataset } from './datasets.ts';
import { insurersOf } from './insurers.ts';
import type { NameTest } from './names/name-test.ts';
import { organizationsByKeys } from './organizations.ts';
import type { RecordKey } from './question.ts';
import { type Offered, offeringsAlong, organizationsAlong, type Slice, type SliceBounds } from './slice.ts';
import { rowsOfState } from './state-rows.ts';

// Loaded on demand: few of a container's first requests need this code.
const organizationNames = () => import('./organizations-by-name.ts');
const deviceParts = () => import('../dataset/device/parts.ts');

/** Lookups by id, number or name, and reads of whole lists: everything except searches for centers. */
export class Lookups {
  protected readonly datasets: Datasets;

  constructor(options: DatasetsOptions) {
    this.datasets = new Datasets(options);
  }

  /** Every organization whose name passes a test, sorted by name and slug. */
  organizationsPassing(
    test: NameTest,
    meter: Meter,
    version: VersionKey | null = null,
  ): Promise<FromDataset<readonly Organization[]>> {
    return this.datasets.answer(meter, version, async (session) =>
      (await organizationNames()).organizationsPassing(test, session),
    );
  }

  /** One center; null if the dataset does not have it. */
  center(id: string, meter: Meter): Promise<FromDataset<PackedCenter | null>> {
    return this.datasets.answer(meter, null, (session) => centerById(id, session.head, session));
  }

  /**
   * Says what became of ids that no center has now. Usually returns one or none; empty for an id that was never
   * published.
   */
  formers(key: RecordKey, meter: Meter): Promise<FromDataset<readonly FormerId[]>> {
    return this.datasets.answer(meter, null, async (session) => {
      const { formerById, formersByNumber } = await import('../dataset/lookup/former.ts');
      if ('number' in key) return formersByNumber(key.number, session.head, session);
      const former = await formerById(key.id, session.head, session);
      return former === null ? [] : [former];
    });
  }

  /**
   * The centers and organizations with this number (domain/record-number.ts): usually one or none. Different ids can
   * have the same number.
   */
  numbered(
    number: string,
    meter: Meter,
    version: VersionKey | null = null,
  ): Promise<FromDataset<{ centers: readonly PackedCenter[]; organizations: readonly Organization[] }>> {
    return this.datasets.answer(meter, version, async (session) => {
      const { head } = session;
      const [centers, organizations] = await Promise.all([
        centersByNumber(number, head, session),
        organizationsByNumber(number, head, session),
      ]);
      return { centers, organizations };
    });
  }

  /** One organization; null if no center has one with that slug. */
  organization(
    slug: string,
    meter: Meter,
    version: VersionKey | null = null,
  ): Promise<FromDataset<Organization | null>> {
    return this.datasets.answer(meter, version, (session) => organizationBySlug(slug, session.head, session));
  }

  /** Organizations by slug or number, in the given order; null if unknown. All are read together. */
  organizationsOf(
    keys: readonly RecordKey[],
    meter: Meter,
    version: VersionKey | null = null,
  ): Promise<FromDataset<readonly (Organization | null)[]>> {
    return this.datasets.answer(meter, version, (session) => organizationsByKeys(keys, session));
  }

  /** Organizations that match the typed name. Best match first, ties by name and slug. */
  organizationsNamed(
    name: string,
    meter: Meter,
    version: VersionKey | null = null,
  ): Promise<FromDataset<readonly Organization[]>> {
    return this.datasets.answer(meter, version, async (session) =>
      (await organizationNames()).organizationsNamed(name, session),
    );
  }

  /** A slice of all organizations, by slug. */
  organizations(
    bounds: SliceBounds,
    meter: Meter,
    version: VersionKey | null = null,
  ): Promise<FromDataset<Slice<Organization>>> {
    return this.datasets.answer(meter, version, (session) => organizationsAlong(session.head, bounds, session));
  }

  /**
   * A slice of all offerings, in the order of their centers' state, city, name and id.
   * @param level Only offerings of these levels.
   */
  offerings(
    level: readonly Level[],
    bounds: SliceBounds,
    meter: Meter,
    version: VersionKey | null = null,
  ): Promise<FromDataset<Slice<Offered>>> {
    return this.datasets.answer(meter, version, (session) =>
      offeringsAlong(session.head.roots.listing, maskOf(levels, level), bounds, session),
    );
  }

  /**
   * Every center of a state, by city, name and id.
   * @param initial Only cities that begin with it, in lower case.
   */
  ofState(state: State, initial: string | null, meter: Meter): Promise<FromDataset<readonly PackedCenter[]>> {
    return this.datasets.answer(meter, null, async (session) =>
      rowsOfState(session.head.roots.listing, state, initial, session),
    );
  }

  /** The files, called parts, that a device downloads to search by itself. */
  parts(meter: Meter): Promise<FromDataset<readonly PartNote[]>> {
    return this.datasets.answer(meter, null, async (session) =>
      (await deviceParts()).partsOf(session.head.roots.listing, session),
    );
  }

  /** One of the parts that devices download, by its hash; null if the dataset has no such part. */
  part(hash: string, meter: Meter, version: VersionKey | null = null): Promise<FromDataset<Part | null>> {
    return this.datasets.answer(meter, version, async (session) => {
      const { partsOf, readPages } = await deviceParts();
      const parts = await partsOf(session.head.roots.listing, session);
      const note = parts.find((one) => one.hash === hash);
      return note === undefined ? null : readPages(note, session);
    });
  }

  /** Returns only HEAD and the dataset's counts. */
  overview(meter: Meter): Promise<FromDataset<null>> {
    return this.datasets.answer(meter, null, async () => null);
  }

  /**
   * Insurers and languages that the dataset names, for parsing a request. From the cached HEAD, which is not checked.
   */
  async glimpse(meter: Meter): Promise<{ insurers: readonly string[]; languages: readonly string[] }> {
    const { answer } = await this.datasets.answer(
      meter,
      null,
      async (_, { summary }) => ({
        insurers: insurersOf(summary),
        languages: Object.keys(summary.values.language ?? {}),
      }),
      false,
    );
    return answer;
  }
}
