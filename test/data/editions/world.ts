import { directories } from '../../../data/records/source-names.ts';
import { centerIds } from '../../../data/sources/ids.ts';
import type { CenterRecord } from '../../../functions/domain/record.ts';
import { addressKey } from '../../../functions/records/street.ts';
import { seeded } from '../../support/random.ts';

/** Events between two editions, with the share of centers to which each happens in a year. */
const shares = {
  closes: 0.03,
  skips: 0.03,
  renamed: 0.03,
  moves: 0.02,
  phone: 0.06,
  splits: 0.01,
  merges: 0.5,
  directory: 0.01,
  loses: 0.02,
} as const;
export type Happening = keyof typeof shares;

/** One real place of treatment, however the directories list it. */
export interface Site {
  /** Never changes and is in no record: tests identify sites by it. */
  readonly key: string;
  readonly record: CenterRecord;
  /** The site that it split off from, and may merge with again. */
  readonly parent: string | null;
  readonly state: 'listed' | 'away' | 'closed' | 'merged';
}

export interface Edition {
  readonly asOf: string;
  /** As importers make them: with ids derived from name, town and street. */
  readonly records: readonly CenterRecord[];
  /** The site of each record, by the record's id in this edition. */
  readonly keyOf: ReadonlyMap<string, string>;
  readonly happened: ReadonlyMap<string, Happening>;
}

/** The real centers over the years, and the yearly editions that list them. The same seed gives the same years. */
export class World {
  readonly sites = new Map<string, Site>();
  readonly #random: () => number;
  #year: number;

  constructor(records: readonly CenterRecord[], seed: number, year = 2025) {
    this.#random = seeded(seed);
    this.#year = year;
    for (const record of records) {
      const key = record.center.id;
      this.sites.set(key, { key, record, parent: null, state: 'listed' });
    }
  }

  /** This year's edition, before further events. */
  edition(happened: ReadonlyMap<string, Happening> = new Map()): Edition {
    const asOf = `${this.#year}-04-01`;
    const listed = [...this.sites.values()].filter(({ state }) => state === 'listed');
    const ids = centerIds(
      listed.map(({ key, record: { center } }) => {
        const { street, zip } = center.address;
        const place = addressKey({ street1: street?.split(', ')[0] ?? '', street2: '', zip });
        return { name: center.name, city: center.address.city, place: place ?? key, further: `${street} ${key}` };
      }),
    );
    const records = listed.map(({ record }, at) => underId(record, ids[at] ?? '', asOf));
    const keyOf = new Map(listed.map(({ key }, at) => [ids[at] ?? '', key]));
    return { asOf, records: records.sort((a, b) => (a.center.id < b.center.id ? -1 : 1)), keyOf, happened };
  }

  /** Advances a year: at most one event happens to each center. */
  nextYear(): Edition {
    this.#year += 1;
    const happened = new Map<string, Happening>();
    for (const site of [...this.sites.values()]) {
      const happening = this.#happeningTo(site);
      if (happening === null) continue;
      happened.set(site.key, happening);
      this.#let(happening, site);
    }
    return this.edition(happened);
  }

  #happeningTo(site: Site): Happening | null {
    if (site.state === 'away') {
      this.sites.set(site.key, { ...site, state: 'listed' });
      return null;
    }
    if (site.state !== 'listed') return null;
    if (site.parent !== null) return this.#random() < shares.merges ? 'merges' : null;
    let at = this.#random();
    for (const happening of ['closes', 'skips', 'renamed', 'moves', 'phone', 'splits', 'directory', 'loses'] as const) {
      at -= shares[happening];
      if (at >= 0) continue;
      return this.#isPossible(happening, site) ? happening : null;
    }
    return null;
  }

  #isPossible(happening: Happening, { key, record }: Site): boolean {
    if (happening === 'splits') return ![...this.sites.values()].some(({ parent }) => parent === key);
    if (happening === 'loses') return record.offerings.length > 1;
    return happening !== 'directory' || record.center.sources.length === 1;
  }

  #let(happening: Happening, site: Site): void {
    const { key, record } = site;
    const set = (change: Partial<Site>): void => void this.sites.set(key, { ...site, ...change });
    const number = (): string => `+1602${String(2_000_000 + Math.floor(this.#random() * 7_999_999))}`;
    switch (happening) {
      case 'closes':
        set({ state: 'closed' });
        break;
      case 'skips':
        set({ state: 'away' });
        break;
      case 'renamed':
        set({ record: withCenter(record, renamedTo(`Fresh Start ${words(this.#random)}`)) });
        break;
      case 'moves': {
        const street = `${1000 + Math.floor(this.#random() * 8999)} Relocation Road`;
        set({ record: withCenter(record, { address: { ...record.center.address, street } }) });
        break;
      }
      case 'phone':
        set({ record: withCenter(record, { phones: [mainPhone(number())] }) });
        break;
      case 'loses':
        set({ record: { ...record, offerings: record.offerings.slice(0, -1) } });
        break;
      case 'directory':
        set({ record: inOtherDirectory(record) });
        break;
      case 'splits': {
        const name = `${record.center.name} ${words(this.#random)} House`;
        const own = withCenter(record, { ...renamedTo(name), phones: [mainPhone(number())] });
        const child = `${key}/${this.#year}`;
        this.sites.set(child, { key: child, record: own, parent: key, state: 'listed' });
        break;
      }
      case 'merges':
        set({ state: 'merged' });
        break;
    }
  }
}

const renamedTo = (name: string): Partial<CenterRecord['center']> => ({
  name,
  alternateNames: [],
  organization: {
    slug: name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, ''),
    name,
  },
});

const mainPhone = (number: string): CenterRecord['center']['phones'][number] => ({
  number,
  extension: null,
  purpose: 'main',
  answeredBy: 'facility',
});

const withCenter = (record: CenterRecord, change: Partial<CenterRecord['center']>): CenterRecord => ({
  ...record,
  center: { ...record.center, ...change },
});

const spoken = [
  'Juniper',
  'Copper',
  'Granite',
  'Willow',
  'Meadow',
  'Falcon',
  'Lantern',
  'Saguaro',
  'Prairie',
  'Harbor',
];
const words = (random: () => number): string =>
  [0, 1].map(() => spoken[Math.floor(random() * spoken.length)]).join(' ');

/** The same programs, listed in the other directory. */
function inOtherDirectory(record: CenterRecord): CenterRecord {
  const { center, offerings } = record;
  const isMental = center.sources.some(({ name }) => name.startsWith(directories['mental-health']));
  const prefix = directories[isMental ? 'substance-use' : 'mental-health'];
  return {
    center: { ...center, sources: center.sources.map(({ asOf }) => ({ name: `${prefix} ${asOf.slice(0, 4)}`, asOf })) },
    offerings: offerings
      .filter(({ level }) => isMental || level !== 'iop')
      .map((offering) => ({ ...offering, id: `${center.id}-${offering.level}${isMental ? '' : '-mental-health'}` }))
      .filter(({ id }, at, all) => all.findIndex((one) => one.id === id) === at),
  };
}

/** The record as this year's import makes it: id by name and place, dated by the edition. */
function underId({ center, offerings }: CenterRecord, id: string, asOf: string): CenterRecord {
  const sources = center.sources.map(({ name }) => ({ name: name.replace(/\d{4}$/, asOf.slice(0, 4)), asOf }));
  return {
    center: { ...center, id, sources },
    offerings: offerings.map((offering) => ({ ...offering, id: id + offering.id.slice(center.id.length) })),
  };
}
