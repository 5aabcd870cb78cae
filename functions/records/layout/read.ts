import type { Source } from '../../domain/source.ts';
import type { Path } from '../positions.ts';
import { type CenterRow, defaultFacts, factNames, type Layout, plainPhone } from './layout.ts';
import { organizationOf } from './organization.ts';

/** A row of a file, converted to a record that `recordSchema` still has to check. */
export interface ReadRow {
  readonly raw: unknown;
  /** Maps a path in the record to its path in the row, or to the path of the value that it is derived from. */
  readonly placeOf: (path: Path) => Path;
  /** Keys of sources in the row that the file does not define. */
  readonly unknownSources: readonly { readonly path: Path; readonly key: string }[];
}

/**
 * Replaces an unknown source, so that the list of sources is not also reported as too short. A record with this source
 * is never published.
 */
const standIn: Source = { name: 'unknown', asOf: '1970-01-01' };

interface OfferingPlace {
  readonly program: number;
  readonly offering: number;
  readonly own: object;
  readonly shared: object;
}

/** Converts a row that has the right properties. */
export function readRow(
  row: CenterRow,
  { state }: Pick<Layout, 'state'>,
  sources: ReadonlyMap<string, Source>,
): ReadRow {
  const { id, name, street, city, zip, lat, lng, accuracy } = row;
  const places: OfferingPlace[] = [];
  const offerings = (row.programs ?? []).flatMap(({ offerings: own, ...shared }, program) =>
    own.map((offering, index) => {
      places.push({ program, offering: index, own: offering, shared });
      return offeringOf(id, offering, shared);
    }),
  );
  const unknownSources = row.sources.flatMap((key, index) =>
    sources.has(key) ? [] : [{ path: ['sources', index], key }],
  );
  const raw = {
    center: {
      id,
      name,
      alternateNames: given(row.alternateNames, []),
      organization: organizationIn(row),
      sample: given(row.sample, false),
      address: { street, city, state: given(row.state, state), zip },
      location: { lat, lng, accuracy },
      phones: Array.isArray(row.phones) ? row.phones.map(phoneOf) : row.phones,
      website: given(row.website, null),
      unknownLevels: given(row.unknownLevels, []),
      sources: row.sources.map((key) => sources.get(key) ?? standIn),
    },
    offerings,
    ...(row.private !== undefined && { private: row.private }),
  };
  return { raw, unknownSources, placeOf: (path) => placeIn(row, places, path) };
}

/** The value, or the default if it is missing. Null is a value: it does not get the default. */
const given = (value: unknown, usual: unknown): unknown => (value === undefined ? usual : value);

function organizationIn({ organization, name }: CenterRow): unknown {
  const said = given(organization, name);
  return typeof said === 'string' ? organizationOf(said) : said;
}

const phoneOf = (phone: unknown): unknown => (typeof phone === 'string' ? { number: phone, ...plainPhone } : phone);

type Row = Readonly<Record<string, unknown>>;

const defaults: Row = { ...defaultFacts };

function offeringOf(center: unknown, own: Row, shared: Row): unknown {
  const { level, id = level } = own;
  const facts = factNames.map((name) => [name, statedIn(name, own, shared, defaults)]);
  return { id: typeof id === 'string' ? `${String(center)}-${id}` : id, level, ...Object.fromEntries(facts) };
}

/** The value in the first of the rows that has this property, even if it is null. */
const statedIn = (name: string, ...rows: readonly Row[]): unknown =>
  rows.find((row) => Object.hasOwn(row, name))?.[name];

function placeIn(row: CenterRow, offerings: readonly OfferingPlace[], path: Path): Path {
  const [top, member, ...inner] = path;
  if (top === 'offerings' && typeof member === 'number') return placeOfOffering(offerings[member], inner);
  if (top !== 'center') return path;
  switch (member) {
    case 'address':
      return inner.length > 0 ? inner : ['street'];
    case 'location':
      return inner.length > 0 ? inner : ['lat'];
    case 'organization':
      return typeof row.organization === 'object'
        ? ['organization', ...inner]
        : [row.organization === undefined ? 'name' : 'organization'];
    case 'phones': {
      const [index, ...rest] = inner;
      const plain = Array.isArray(row.phones) && typeof index === 'number' && typeof row.phones[index] === 'string';
      return plain ? ['phones', index] : ['phones', ...(index === undefined ? [] : [index]), ...rest];
    }
    default:
      return path.slice(1);
  }
}

function placeOfOffering(place: OfferingPlace | undefined, [field, ...inner]: Path): Path {
  if (place === undefined) return ['programs'];
  const program = ['programs', place.program];
  const offering = [...program, 'offerings', place.offering];
  if (field === undefined) return offering;
  // An id that is not in the file is derived from the center's id and the level, so the center's id is the place of its
  // faults.
  if (field === 'id') return Object.hasOwn(place.own, 'id') ? [...offering, 'id'] : ['id'];
  return !Object.hasOwn(place.own, field) && Object.hasOwn(place.shared, field)
    ? [...program, field, ...inner]
    : [...offering, field, ...inner];
}
