import { levels } from '../../functions/domain/level-of-care.ts';
import { scheme } from '../../functions/faces/hsds/shapes/uuid.ts';
import { listCell, phoneCell, termCell } from '../../functions/records/columns/cells.ts';
import { type Cells, columnNames } from '../../functions/records/columns/columns.ts';
import { readTables, type Tables, type Thing, textOf, things } from '../sources/hsds-tables.ts';
import { Collector } from '../sources/sheet/records.ts';
import { finish, type Outcome, type SheetOptions, zipPoint } from './sheet.ts';

export interface HsdsOptions extends SheetOptions {
  /** Source for centers whose file names none, as `name @ 2026-11-01`. */
  readonly source?: string | undefined;
}

/**
 * Reads records from HSDS 3. Each location with each of its services is a row. Facts that our own export put into
 * attributes return unchanged. In other files, a service is an offering if its name or one of its terms is a level of
 * care. Other services are refused, because most of a directory of all human services is not treatment.
 */
export async function importHsds(path: string, options: HsdsOptions): Promise<Outcome> {
  const tables = await readTables(path);
  const collector = new Collector(zipPoint);
  const offered = new Map<string, string[]>();
  for (const { serviceId, locationId } of tables.serviceAtLocations) {
    offered.set(locationId, [...(offered.get(locationId) ?? []), serviceId]);
  }
  for (const [locationId, location] of tables.locations) {
    const own = ownAttributes(location);
    const sources = own.sources ?? options.source ?? '';
    for (const serviceId of offered.get(locationId) ?? [null]) {
      const where = `location "${textOf(location.name) || locationId}"${serviceId === null ? '' : `, service "${textOf(tables.services.get(serviceId)?.name) || serviceId}"`}`;
      const service = serviceId === null ? null : (tables.services.get(serviceId) ?? {});
      const offering = service === null ? {} : offeringCells(service, tables);
      if (offering === null) collector.refuse(where, 'no level of care in its name or its terms');
      else if (things(location.addresses).length === 0) {
        collector.refuse(
          where,
          'its location has no address: ask for pages with full=true, or add the table of addresses',
        );
      } else if (sources === '') collector.refuse(where, 'nothing says where its facts are from: give --source');
      else collector.add({ where, cells: { ...centerCells(location, service, tables), sources, ...own, ...offering } });
    }
  }
  return finish(collector.finish(), options);
}

function centerCells(location: Thing, service: Thing | null, { organizations }: Tables): Cells {
  const organization = organizations.get(textOf(location.organization_id ?? service?.organization_id)) ?? {};
  const [address = {}] = things(location.addresses);
  const identifier = things(organization.organization_identifiers).find((each) => each.identifier_scheme === scheme);
  const lines = [textOf(address.address_1), textOf(address.address_2)].filter((line) => line !== '');
  const name = textOf(location.name) || textOf(organization.name);
  return {
    id: location.external_identifier_type === scheme ? textOf(location.external_identifier) : '',
    name,
    organization: textOf(organization.name),
    organization_slug: textOf(identifier?.identifier),
    street: lines.join(', '),
    city: textOf(address.city),
    state: textOf(address.state_province),
    zip: textOf(address.postal_code),
    lat: textOf(location.latitude),
    lng: textOf(location.longitude),
    phones: phonesOf(location, organization),
    website: textOf(organization.website) || textOf(organization.url),
  };
}

/**
 * The location's own phone numbers. If it has none, its organization's numbers, marked as answered by central
 * admissions.
 */
function phonesOf(location: Thing, organization: Thing): string {
  const own = things(location.phones);
  const phones = own.length > 0 ? own : things(organization.phones);
  const cells = phones.map((phone) => {
    const text = `${textOf(phone.number)}${textOf(phone.extension) === '' ? '' : ` x${textOf(phone.extension)}`}`;
    return says(phone) ?? (own.length > 0 ? text : `main, central-admissions: ${text}`);
  });
  return listCell.write(cells.slice(0, 10));
}

/** The phone's description, if our own export wrote it for this number; otherwise null. */
function says(phone: Thing): string | null {
  const description = textOf(phone.description);
  if (!/^[a-z-]+, [a-z-]+: /.test(description)) return null;
  try {
    return phoneCell.read(description).number === textOf(phone.number) ? description : null;
  } catch {
    return null;
  }
}

const levelCell = termCell(levels);

/** Returns the cells of an offering; null if the service is not an offering. */
function offeringCells(service: Thing, { terms }: Tables): Cells | null {
  const own = ownAttributes(service);
  if (own.level !== undefined) return own;
  const classified = things(service.attributes).flatMap((each) =>
    things([each.taxonomy_term ?? terms.get(textOf(each.taxonomy_term_id))]),
  );
  const words = [textOf(service.name), ...classified.flatMap((term) => [textOf(term.code), textOf(term.name)])];
  for (const word of words) {
    const level = word === '' ? null : levelOf(word);
    const languages = things(service.languages).map((language) => textOf(language.code) || textOf(language.name));
    if (level !== null)
      return { level, languages: listCell.write([...new Set(languages)].filter((code) => code !== 'en')) };
  }
  return null;
}

function levelOf(word: string): string | null {
  try {
    return levelCell.read(word);
  } catch {
    return null;
  }
}

/** Finds the attributes that our own export wrote, by column. */
function ownAttributes(thing: Thing): Record<string, string> {
  const own = things(thing.attributes).filter(({ link_type }) => link_type === scheme);
  return Object.fromEntries(
    own
      .map(({ label, value }) => [textOf(label), textOf(value)])
      .filter(([label]) => columnNames.includes(label ?? '')),
  );
}
