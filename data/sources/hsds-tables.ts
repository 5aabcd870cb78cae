import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readCsv } from '../files/read-csv.ts';
import { readJson } from '../files/read-text.ts';

/** An HSDS object whose members were not validated yet. */
export type Thing = Readonly<Record<string, unknown>>;

/** The objects of a dataset by id, no matter how the file nests them. Lists that belong to an object are inside it. */
export interface Tables {
  readonly organizations: ReadonlyMap<string, Thing>;
  readonly locations: ReadonlyMap<string, Thing>;
  readonly services: ReadonlyMap<string, Thing>;
  /** Taxonomy terms by id, because attributes name their terms by id. */
  readonly terms: ReadonlyMap<string, Thing>;
  readonly serviceAtLocations: readonly { readonly serviceId: string; readonly locationId: string }[];
}

/** The detail tables of a data package. Each row belongs to the object whose id is in one of these members. */
const details = {
  addresses: ['location_id'],
  phones: ['location_id', 'service_id', 'organization_id'],
  languages: ['location_id', 'service_id'],
  attributes: ['link_id'],
  organization_identifiers: ['organization_id'],
} as const;
const main = ['organizations', 'locations', 'services', 'service_at_locations', 'taxonomy_terms'] as const;

/**
 * Reads HSDS 3: one JSON file (a list of services, a page of an API with `contents`, a list of pages, or an object of
 * tables), or a folder with one `.json` or `.csv` file per table, like a data package.
 * @throws for HSDS 1 or 2, and for anything else.
 */
export async function readTables(path: string): Promise<Tables> {
  const found = await stat(path).catch(() => null);
  const raw = found?.isDirectory() === true ? await readFolder(path) : await readJson(path);
  return gather(path, raw);
}

async function readFolder(folder: string): Promise<Record<string, unknown[]>> {
  const tables: Record<string, unknown[]> = Object.create(null);
  const names = await readdir(folder);
  refuseOlder(
    folder,
    names.map((name) => name.replace(/\.(?:csv|json)$/, '')),
  );
  for (const table of [...main, ...Object.keys(details)]) {
    const singular = table.endsWith('sses') ? table.slice(0, -2) : table.slice(0, -1);
    const file = [`${table}.csv`, `${table}.json`, `${singular}.csv`, `${singular}.json`].find((name) =>
      names.includes(name),
    );
    if (file === undefined) continue;
    tables[table] = file.endsWith('.csv')
      ? await readTable(join(folder, file))
      : listOf(await readJson(join(folder, file)));
  }
  if (Object.keys(tables).length === 0) throw new Error(`"${folder}" holds no table of HSDS such as locations.csv`);
  return tables;
}

async function readTable(file: string): Promise<Thing[]> {
  const rows: Thing[] = [];
  let header: string[] | null = null;
  for await (const { cells } of readCsv(file)) {
    if (header === null) header = cells;
    else rows.push(Object.fromEntries(header.map((name, index) => [name, cells[index]])));
  }
  return rows;
}

function gather(path: string, raw: unknown): Tables {
  const organizations = new Map<string, Thing>();
  const locations = new Map<string, Thing>();
  const services = new Map<string, Thing>();
  const links = new Map<string, { serviceId: string; locationId: string }>();
  const keep = (table: Map<string, Thing>, thing: Thing): void => {
    const id = textOf(thing.id);
    if (id !== '') table.set(id, { ...table.get(id), ...thing });
  };
  const location = (thing: Thing): void => keep(locations, thing);
  const organization = (thing: Thing): void => {
    keep(organizations, thing);
    for (const each of things(thing.locations)) location({ organization_id: thing.id, ...each });
    for (const each of things(thing.services)) service({ organization_id: thing.id, ...each });
  };
  const service = (thing: Thing): void => {
    const [owner] = things([thing.organization]);
    if (owner !== undefined) organization(owner);
    keep(services, { ...(owner === undefined ? {} : { organization_id: owner.id }), ...thing });
    for (const each of things(thing.service_at_locations)) serviceAtLocation({ service_id: thing.id, ...each });
  };
  const serviceAtLocation = (thing: Thing): void => {
    const [place] = things([thing.location]);
    const [what] = things([thing.service]);
    if (place !== undefined) location(place);
    if (what !== undefined) service(what);
    const [serviceId, locationId] = [textOf(thing.service_id ?? what?.id), textOf(thing.location_id ?? place?.id)];
    if (serviceId !== '' && locationId !== '') links.set(`${serviceId} ${locationId}`, { serviceId, locationId });
  };
  const tables = tablesOf(path, raw);
  const terms = new Map<string, Thing>();
  for (const each of things(tables.taxonomy_terms)) keep(terms, each);
  for (const each of things(tables.organizations)) organization(each);
  for (const each of things(tables.locations)) location(each);
  for (const each of things(tables.services)) service(each);
  for (const each of things(tables.service_at_locations)) serviceAtLocation(each);
  for (const [name, owners] of Object.entries(details)) {
    for (const each of things(tables[name])) attach(name, each, owners, [organizations, locations, services]);
  }
  if (locations.size === 0)
    throw new Error(`"${path}" has no locations: it is not HSDS 3, or its pages are without them`);
  return { organizations, locations, services, terms, serviceAtLocations: [...links.values()] };
}

/** Reads the tables of a file. If it has a list of objects or pages, sorts the objects into tables by their type. */
function tablesOf(path: string, raw: unknown): Thing {
  const items = isThing(raw) && Array.isArray(raw.contents) ? raw.contents : raw;
  if (!Array.isArray(items)) {
    const tables = isThing(items) ? items : {};
    refuseOlder(path, Object.keys(tables));
    for (const each of things(tables.locations).slice(0, 1)) refuseOlder(path, Object.keys(each));
    return tables;
  }
  const pages = items.every((item) => isThing(item) && Array.isArray(item.contents));
  const objects = pages ? things(items).flatMap((page) => things(page.contents)) : things(items);
  for (const object of objects.slice(0, 100)) {
    const [place = {}] = things([object.location, ...things(object.service_at_locations).map((each) => each.location)]);
    refuseOlder(path, [...Object.keys(object), ...Object.keys(place)]);
  }
  return Object.groupBy(objects, kindOf);
}

function kindOf(object: Thing): 'service_at_locations' | 'locations' | 'organizations' | 'services' {
  const has = (...names: string[]): boolean => names.some((name) => object[name] !== undefined);
  if (has('service', 'service_id') && has('location', 'location_id')) return 'service_at_locations';
  if (has('location_type', 'addresses', 'latitude')) return 'locations';
  return has('services', 'locations', 'organization_identifiers') ? 'organizations' : 'services';
}

/** Tables and members that only older versions of HSDS have, by version. */
const older = {
  'HSDS 2': /^(?:service_attributes?|other_attributes?)$/,
  'HSDS 1': /^(?:services?_taxonom(?:y|ies))$/,
  'HSDS 1 or 2':
    /^(?:(?:physical|postal)_address(?:es)?|(?:regular|holiday)_schedules?|accessibility_for_disabilities)$/,
} as const;

function refuseOlder(path: string, names: readonly string[]): void {
  for (const [version, pattern] of Object.entries(older)) {
    const name = names.find((each) => pattern.test(each));
    if (name !== undefined)
      throw new Error(`"${path}" is ${version}, since it has "${name}": only HSDS 3 is read, so convert it first`);
  }
}

/** Appends a detail table's row to the list of the object that it names. */
function attach(name: string, row: Thing, owners: readonly string[], tables: readonly Map<string, Thing>[]): void {
  for (const owner of owners) {
    const id = textOf(row[owner]);
    const table = tables.find((each) => each.has(id));
    const thing = table?.get(id);
    if (table === undefined || thing === undefined) continue;
    table.set(id, { ...thing, [name]: [...things(thing[name]), row] });
    return;
  }
}

export function things(value: unknown): Thing[] {
  return listOf(value).filter(isThing);
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns a member as text; empty if it is neither text nor a number. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
