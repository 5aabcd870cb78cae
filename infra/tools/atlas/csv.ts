import { stringify } from 'csv-stringify/sync';
import { escapeFormula } from '../../../data/files/formulas.ts';
import { unpackCenter } from '../../../functions/dataset/packed-center.ts';
import { ages } from '../../../functions/domain/age.ts';
import { displayPhone } from '../../../functions/domain/contact.ts';
import { payers } from '../../../functions/domain/payer.ts';
import type { OpenCenter } from '../../../functions/faces/agent/open-centers.ts';
import { anything, type Choice } from '../../../web/atlas/choices.ts';
import { type Found, nearestOf, type Survey } from './survey.ts';

/** The choice that each group of columns is about. The prefix is the beginning of these columns' names. */
export const columnChoices: readonly (readonly [prefix: string, choice: Choice])[] = [
  ['iop', anything],
  ...payers.codes.map((payer) => [`payer_${payer}`, { ...anything, payer }] as const),
  ...ages.codes.map((age) => [`age_${age}`, { ...anything, age }] as const),
  ['language_es', { ...anything, language: 'es' }],
];

const cellsOf = ['id', 'name', 'miles'] as const;

/** Names of the columns of zips.csv, in order. */
export const zipColumns: readonly string[] = [
  ...['zip', 'city', 'county', 'state', 'people', 'unlisted_state', 'unlisted_state_miles'],
  ...columnChoices.flatMap(([prefix]) =>
    ['listed', 'may'].flatMap((kind) => cellsOf.map((cell) => `${prefix}_${kind}_${cell}`)),
  ),
];

/**
 * Writes one row per ZIP. For each choice, the `listed` columns are about the nearest center that lists such a program,
 * the `may` columns about the nearest that may offer it.
 */
export function zipsCsv(survey: Survey): string {
  const rows = survey.zips.map((zip) => [
    ...[zip.zip, zip.city, zip.county, zip.state, String(zip.people)],
    ...[zip.beyond.state, zip.beyond.miles.toFixed(1)],
    ...columnChoices.flatMap(([, choice]) => {
      const { listed, may } = nearestOf(zip, choice, survey);
      return [...cells(listed), ...cells(may)];
    }),
  ]);
  return csvOf(zipColumns, rows);
}

function cells(found: Found | null): readonly string[] {
  if (found === null) return cellsOf.map(() => '');
  const { id, name } = unpackCenter(found.center.row);
  return [id, name, String(found.miles)];
}

export const worklistColumns: readonly string[] = [
  ...['rank', 'people_near', 'id', 'name', 'city', 'state', 'zip', 'phone'],
  ...['unconfirmed_iop', 'stale_iop', 'iop_unknown'],
];

/**
 * Writes one row per center that somebody should ask about its intensive outpatient program. Rows have the order of
 * `GET /v1/agent/worklist?level=iop`.
 */
export function worklistCsv(open: readonly OpenCenter[]): string {
  const rows = open.map(({ row, people, unconfirmed, stale, unknownLevels }, at) => {
    const { id, name, address, phones } = unpackCenter(row);
    const [phone] = phones;
    return [
      ...[String(at + 1), String(people), id, name, address.city, address.state, address.zip],
      ...[phone === undefined ? '' : displayPhone(phone), String(unconfirmed), String(stale)],
      unknownLevels.includes('iop') ? 'yes' : 'no',
    ];
  });
  return csvOf(worklistColumns, rows);
}

const csvOf = (names: readonly string[], rows: readonly (readonly string[])[]): string =>
  stringify([names, ...rows.map((row) => row.map(escapeFormula))], { bom: true, record_delimiter: 'windows' });
