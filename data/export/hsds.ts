import type { Center } from '../../functions/domain/center.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import {
  locationOf,
  organizationOf,
  serviceAtLocationOf,
  serviceOf,
} from '../../functions/faces/hsds/shapes/objects.ts';
import { taxonomyOf, type termOf } from '../../functions/faces/hsds/shapes/taxonomies.ts';
import { scheme, uuidOfCenter } from '../../functions/faces/hsds/shapes/uuid.ts';
import { columns } from '../../functions/records/columns/columns.ts';
import { type RowOptions, rowsOf } from './rows.ts';

/**
 * Writes the dataset as Open Referral HSDS 3 objects, as the API does. Facts without an HSDS property become additional
 * attributes: the label is the CSV export's column, the value its cell.
 */
export function toHsds(records: readonly CenterRecord[], options: RowOptions) {
  const organizations = new Map<string, Center['organization']>();
  for (const { center } of records) {
    // Centers may spell the name of one organization differently. The name in the center with the first id is used, as
    // in the API.
    if (!organizations.has(center.organization.slug)) organizations.set(center.organization.slug, center.organization);
  }
  const offered = records.flatMap((record) =>
    record.offerings.map((offering, index) => ({ center: record.center, offering, record, index })),
  );
  const terms = new Map<string, Term>();
  const services = offered.map(({ center, offering, record, index }) => {
    const service = serviceOf(center, offering);
    const classified = service.attributes.map((one) => {
      if (!('taxonomy_term' in one)) return one;
      const { taxonomy_term: term, ...attribute } = one;
      terms.set(term.id, term);
      return attribute;
    });
    const own = [
      ownAttribute('service', center.id, offering.id, 'offering_id', offering.id),
      ...ownAttributes('service', offering.id, record, index, options),
    ];
    return { ...service, attributes: [...classified, ...own] };
  });
  const named = new Set([...terms.values()].map(({ taxonomy }) => taxonomy));
  return {
    organizations: [...organizations.values()].map(organizationOf),
    locations: records.map((record) => ({
      ...locationOf(record.center),
      attributes: ownAttributes('location', record.center.id, record, 0, options),
    })),
    services,
    service_at_locations: offered.map(({ center, offering }) => serviceAtLocationOf(center, offering)),
    // Taxonomies are separate tables, as in an HSDS data package. Repeated in every attribute, they would be half of
    // the file.
    taxonomies: [...named].map(taxonomyOf),
    taxonomy_terms: [...terms.values()],
  };
}

type Term = ReturnType<typeof termOf>;

/**
 * Writes the tables as JSON with one object per line. This takes a tenth of the time of the layout for review, and two
 * thirds of its size.
 */
export function hsdsText(tables: ReturnType<typeof toHsds>): string {
  const texts = Object.entries(tables).map(
    ([name, rows]) => `${JSON.stringify(name)}: [\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`,
  );
  return `{\n${texts.join(',\n')}\n}\n`;
}

/**
 * Columns that have an HSDS property of their own, so they need no attribute. The organization's name is not one of
 * them, because centers may spell it differently.
 */
const ownProperty = new Set(
  ['id', 'name', 'organization_slug', 'street', 'city', 'state', 'zip', 'lat', 'lng', 'phones'].concat(['offering_id']),
);

function ownAttributes(
  entity: 'location' | 'service',
  id: string,
  record: CenterRecord,
  row: number,
  options: RowOptions,
) {
  const cells = rowsOf(record, options)[row] ?? {};
  return columns
    .filter(({ name, of }) => (of === 'offering') === (entity === 'service') && !ownProperty.has(name))
    .filter(({ name }) => (cells[name] ?? '') !== '')
    .map(({ name }) => ownAttribute(entity, record.center.id, id, name, cells[name] ?? ''));
}

function ownAttribute(entity: 'location' | 'service', centerId: string, id: string, label: string, value: string) {
  return {
    id: uuidOfCenter(centerId, 'attribute', `${entity} ${id} ${label}`),
    link_id: uuidOfCenter(centerId, entity, id),
    link_entity: entity,
    link_type: scheme,
    label,
    value,
  };
}
