import type { CastingContext } from 'csv-stringify';
import { stringify } from 'csv-stringify/sync';
import { help } from '../../../http/help.ts';
import type { ResultAnswer } from '../shapes/center.ts';

const columns = [
  'id',
  'name',
  'organization',
  'street',
  'city',
  'state',
  'zip',
  'lat',
  'lng',
  'accuracy',
  'miles',
  'km',
  'min_miles',
  'max_miles',
  'approximate',
  'phone',
  'answered_by',
  'levels',
  'payers',
  'populations',
  'ages',
  'genders',
  'only',
  'confirmation',
  'website',
  'sample',
  'source',
  'source_as_of',
] as const;

/**
 * One line per center, with several values in one cell joined by semicolons. Escapes cells that a spreadsheet would
 * run. Begins with a byte order mark, without which Excel misreads letters beyond ASCII. A ZIP that begins with a zero
 * is written ="07102", the only form in which Excel keeps the zero.
 * @param crisis True if the request expresses danger to life. The helplines are then the first two columns of every
 * row, and of one row without an id if nothing was found: people who open the file would not see a header field, and
 * CSV has no comments.
 */
export function toCsv(results: readonly ResultAnswer[], crisis = false): string {
  const inDoubt = results.some(({ certainty }) => certainty !== undefined) ? (['certainty', 'ask'] as const) : [];
  const rows = results.map(({ center, distance, offerings, certainty, ask }) => {
    const { address, location, phones, sources } = center;
    const [phone] = phones;
    const all = <T>(values: readonly T[]) => [...new Set(values)].join(';');
    const row: Partial<Record<(typeof columns)[number] | 'certainty' | 'ask', unknown>> = {
      id: center.id,
      name: center.name,
      organization: center.organization.name,
      ...address,
      ...location,
      ...distanceColumns(distance),
      phone: phone?.display,
      answered_by: phone?.answeredBy,
      levels: all(offerings.map(({ level }) => level)),
      payers: all(offerings.flatMap(({ payers }) => payers)),
      populations: all(offerings.flatMap(({ populations }) => populations)),
      ages: all(offerings.flatMap(({ ages }) => ages ?? [])),
      genders: all(offerings.flatMap(({ genders }) => genders ?? [])),
      only: all(offerings.flatMap(({ only }) => only)),
      confirmation: all(offerings.map(({ confirmation }) => confirmation.state)),
      website: center.website,
      sample: center.sample,
      source: all(sources.map(({ name }) => name)),
      source_as_of: all(sources.map(({ asOf }) => asOf)),
      certainty,
      ask: ask?.join(';'),
    };
    return row;
  });
  const helplines = { crisis: true, help: `${help.crisis}. Emergency: ${help.emergency}` };
  const shown = crisis ? (rows.length === 0 ? [{}] : rows).map((row) => ({ ...helplines, ...row })) : rows;
  return stringify(shown, {
    header: true,
    columns: [...(crisis ? ['crisis', 'help'] : []), ...columns, ...inDoubt],
    // Line ends as in RFC 4180. A cell that begins with =, +, - or @ gets an apostrophe, unless it is a number.
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { boolean: String, number: String, string: cellOf },
    bom: true,
  });
}

/** The ZIP's formula is our own, so it is not escaped. */
const cellOf = (value: string, { column }: CastingContext) =>
  column === 'zip' && value.startsWith('0') ? { value: `="${value}"`, escape_formulas: false } : value;

function distanceColumns(distance: ResultAnswer['distance']) {
  if (distance === undefined) return {};
  const approximate = distance.approximate === true;
  if ('miles' in distance) return { ...distance, approximate };
  return { min_miles: distance.minMiles, max_miles: distance.maxMiles, approximate };
}
