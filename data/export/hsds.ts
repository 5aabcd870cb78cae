import { createHash } from 'node:crypto';
import { languageLabel } from '../../functions/domain/language.ts';
import { offeringName } from '../../functions/domain/offering.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { type Column, columns } from '../sheet/columns.ts';
import { type RowOptions, rowsOf } from '../sheet/rows.ts';

/** Whose identifiers and attributes these are, in `external_identifier_type`, `identifier_scheme` and `link_type`. */
export const scheme = 'program-locator';

/**
 * The dataset in the objects of Open Referral HSDS 3: a center is a location, an offering a service at that location alone.
 * What HSDS has no property for stands in attributes whose label is the column of the CSV export and whose value is its cell.
 */
export function toHsds(records: readonly CenterRecord[], options: RowOptions) {
  const organizations = new Map(records.map(({ center }) => [center.organization.slug, center.organization]));
  const offered = records.flatMap(({ center, offerings }) => offerings.map((offering) => ({ center, offering })));
  return {
    organizations: [...organizations.values()].map(({ slug, name }) => ({
      id: uuid('organization', slug),
      name,
      description: `${name} runs treatment centers.`,
      organization_identifiers: [
        { id: uuid('organization_identifier', slug), identifier_scheme: scheme, identifier: slug },
      ],
    })),
    locations: records.map((record) => locationOf(record, options)),
    services: records.flatMap((record) => servicesOf(record, options)),
    service_at_locations: offered.map(({ center, offering }) => ({
      id: uuid('service_at_location', offering.id),
      service_id: uuid('service', offering.id),
      location_id: uuid('location', center.id),
    })),
  };
}

/** The columns that have a property of their own in HSDS. Not an organization's name: centers of one may spell it differently. */
const ownProperty = new Set(
  ['id', 'name', 'organization_slug', 'street', 'city', 'state', 'zip', 'lat', 'lng', 'phones'].concat(['offering_id']),
);

function locationOf(record: CenterRecord, options: RowOptions) {
  const { center } = record;
  const id = uuid('location', center.id);
  return {
    id,
    location_type: 'physical',
    organization_id: uuid('organization', center.organization.slug),
    name: center.name,
    ...(center.alternateNames[0] === undefined ? {} : { alternate_name: center.alternateNames[0] }),
    latitude: center.location.lat,
    longitude: center.location.lng,
    external_identifier: center.id,
    external_identifier_type: scheme,
    addresses: [
      {
        id: uuid('address', center.id),
        address_1: center.address.street,
        city: center.address.city,
        state_province: center.address.state,
        postal_code: center.address.zip,
        country: 'US',
        address_type: 'physical',
      },
    ],
    // HSDS knows an extension as a number; the description keeps it as it is written, with who answers.
    phones: center.phones.map((phone, index) => ({
      id: uuid('phone', `${center.id} ${index}`),
      number: phone.number,
      ...(phone.extension === null ? {} : { extension: Number(phone.extension) }),
      type: 'voice',
      description: columnOf('phones').write([phone]),
    })),
    attributes: attributesOf('location', center.id, record, 0, options),
  };
}

function servicesOf(record: CenterRecord, options: RowOptions) {
  const { center, offerings } = record;
  return offerings.map((offering, index) => ({
    id: uuid('service', offering.id),
    organization_id: uuid('organization', center.organization.slug),
    name: offeringName(center, offering),
    status: 'active',
    ...(center.website === null ? {} : { url: center.website }),
    languages: offering.languages.map((code) => ({
      id: uuid('language', `${offering.id} ${code}`),
      name: languageLabel(code),
      code,
    })),
    attributes: [
      attribute('service', offering.id, 'offering_id', offering.id),
      ...attributesOf('service', offering.id, record, index, options),
    ],
  }));
}

function attributesOf(
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
    .map(({ name }) => attribute(entity, id, name, cells[name] ?? ''));
}

function attribute(entity: string, id: string, label: string, value: string) {
  return {
    id: uuid('attribute', `${entity} ${id} ${label}`),
    link_id: uuid(entity, id),
    link_entity: entity,
    link_type: scheme,
    label,
    value,
  };
}

function columnOf(name: string): Column {
  const found = columns.find((column) => column.name === name);
  if (found === undefined) throw new Error(`there is no column "${name}"`);
  return found;
}

/** HSDS wants UUIDs: version 8 (RFC 9562) of the thing's own id, so each export has the same ones. */
export function uuid(entity: string, id: string): string {
  const bytes = createHash('sha256').update(`${scheme} ${entity} ${id}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
