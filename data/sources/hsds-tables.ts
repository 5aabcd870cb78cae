import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readCsv } from '../files/read-csv.ts';
import { readJson } from '../files/read-text.ts';

/** An HSDS object whose members are not yet validated. */
export type Thing = Readonly<Record<string, unknown>>;

/** A dataset's objects by id, regardless of how the file nests them. Each object contains its own lists. */
export interface Tables {
  readonly organizations: ReadonlyMap<string, Thing>;
  readonly locations: ReadonlyMap<string, Thing>;
  readonly services: ReadonlyMap<string, Thing>;
  readonly serviceAtLocations: readonly { readonly serviceId: string; readonly locationId: string }[];
}

/** For each detail table of a data package, the members that may name the object that owns a row. */
const details = {
  addresses: ['location_id'],
  phones: ['location_id', 'service_id', 'organization_id'],
  languages: ['location_id', 'service_id'],
  attributes: ['link_id'],
  organization_identifiers: ['organization_id'],
} as const;
const main = ['organizations', 'locations', 'services', 'service_at_locations'] as const;

/**
 * Reads HSDS 3: one JSON file (a list of services, an API page with `contents`, or an object of tables), or a folder
 * with one `.json` or `.csv` file per table, like a data package.
 */
export async function readTables(path: string): Promise<Tables> {
  const found = await stat(path).catch(() => null);
  const raw = found?.isDirectory() === true ? await readFolder(path) : await readJson(path);
  return gather(path, raw);
}

async function readFolder(folder: string): Promise<Record<string, unknown[]>> {
  const tables: Record<string, unknown[]> = Object.create(null);
  const names = await readdir(folder);
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
  const top = isThing(raw) && Array.isArray(raw.contents) ? { services: raw.contents } : raw;
  const tables: Thing = isThing(top) ? top : { services: top };
  for (const each of things(tables.organizations)) organization(each);
  for (const each of things(tables.locations)) location(each);
  for (const each of things(tables.services)) service(each);
  for (const each of things(tables.service_at_locations)) serviceAtLocation(each);
  for (const [name, owners] of Object.entries(details)) {
    for (const each of things(tables[name])) attach(name, each, owners, [organizations, locations, services]);
  }
  if (locations.size === 0)
    throw new Error(`"${path}" has no locations: it is not HSDS 3, or its pages are without them`);
  return { organizations, locations, services, serviceAtLocations: [...links.values()] };
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

/** A member as text; empty unless it is text or a number. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
