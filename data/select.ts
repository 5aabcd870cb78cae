/**
 * Chooses the centers of data/centers out of a whole import: a small set that a person can read, with every level of
 * care, cities and countryside, and both directories. The same listings always give the same choice.
 *
 *   node data/select.ts su-2023.xlsx mh-2024.xlsx --coordinates points.csv --out data/centers
 */
import { createHash } from 'node:crypto';
import { Command } from 'commander';
import { levels } from '../functions/domain/level-of-care.ts';
import type { CenterRecord } from '../functions/domain/record.ts';
import { stateCodes } from '../functions/domain/state.ts';
import { places } from '../functions/places/load.ts';
import { locator, readCoordinates } from './import/coordinates.ts';
import { byState, importListings } from './import/samhsa.ts';
import { readWorkbook } from './import/workbook.ts';
import { writeStates } from './write.ts';

const perState = 15;
const iopPerState = 9;

type Test = (record: CenterRecord) => boolean;

const offersLevel =
  (level: string): Test =>
  ({ offerings }) =>
    offerings.some((offering) => offering.level === level);
const isMerged: Test = ({ center }) => center.sources.length > 1;
const isMentalOnly: Test = ({ center, offerings }) =>
  center.unknownLevels.includes('iop') && center.sources.length === 1 && offerings.length > 0;

/**
 * The choice for one state. Each pick is either a town pick (the city with the most centers left) or a spread pick
 * (the center farthest from all chosen ones); ties go by a hash of the id, so no name or place is favoured.
 */
export function chooseCenters(records: readonly CenterRecord[]): CenterRecord[] {
  const left = [...records].sort((one, other) => (hash(one) < hash(other) ? -1 : 1));
  const chosen: CenterRecord[] = [];
  const pick = (how: typeof inTown, test: Test): void => {
    const organizations = new Set(chosen.map(({ center }) => center.organization.slug));
    const fitting = left.filter(test);
    const fresh = fitting.filter(({ center }) => !organizations.has(center.organization.slug));
    const record = how(fresh.length > 0 ? fresh : fitting, chosen);
    if (record === undefined) return;
    chosen.push(record);
    left.splice(left.indexOf(record), 1);
  };
  pick(inTown, (record) => offersLevel('iop')(record) && isMerged(record));
  pick(spread, (record) => offersLevel('iop')(record) && isMerged(record));
  pick(inTown, isMentalOnly);
  pick(spread, isMentalOnly);
  for (const level of levels.codes) if (!chosen.some(offersLevel(level))) pick(spread, offersLevel(level));
  for (let turn = 0; chosen.filter(offersLevel('iop')).length < iopPerState; turn++) {
    const before = chosen.length;
    pick(turn % 2 === 0 ? inTown : spread, offersLevel('iop'));
    if (chosen.length === before) break;
  }
  for (let turn = 0; chosen.length < perState && left.length > 0; turn++)
    pick(turn % 2 === 0 ? spread : inTown, () => true);
  return chosen.sort((one, other) => (one.center.id < other.center.id ? -1 : 1));
}

function inTown(candidates: readonly CenterRecord[], chosen: readonly CenterRecord[]): CenterRecord | undefined {
  const sizes = new Map<string, number>();
  for (const { center } of candidates) sizes.set(center.address.city, (sizes.get(center.address.city) ?? 0) + 1);
  // A town counts less with each center already chosen there, so that the second city gets its turn.
  const weight = ({ center: { address } }: CenterRecord): number =>
    (sizes.get(address.city) ?? 0) / (1 + chosen.filter(({ center }) => center.address.city === address.city).length);
  return highest(candidates, weight);
}

function spread(candidates: readonly CenterRecord[], chosen: readonly CenterRecord[]): CenterRecord | undefined {
  return highest(candidates, (record) => Math.min(...chosen.map((other) => apart(record, other))));
}

function highest(
  candidates: readonly CenterRecord[],
  weight: Test | ((record: CenterRecord) => number),
): CenterRecord | undefined {
  let best: CenterRecord | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const candidate of candidates) {
    const value = Number(weight(candidate));
    if (value > most) {
      most = value;
      best = candidate;
    }
  }
  return best;
}

/** Near enough for choosing: degrees, a degree of longitude as narrow as it is there. */
function apart({ center: { location: one } }: CenterRecord, { center: { location: other } }: CenterRecord): number {
  const narrow = Math.cos((one.lat * Math.PI) / 180);
  return Math.hypot(one.lat - other.lat, (one.lng - other.lng) * narrow);
}

function hash({ center }: CenterRecord): string {
  return createHash('sha256').update(center.id).digest('hex');
}

async function main(workbooks: readonly string[], options: { coordinates: string; out: string }): Promise<void> {
  const states = new Set<string>(stateCodes);
  const listings = (await Promise.all(workbooks.map((path) => readWorkbook(path, { states })))).flat();
  const zipPoint = (zip: string) => places().zip(zip)?.location ?? null;
  const { records } = importListings(listings, locator(await readCoordinates(options.coordinates), zipPoint));
  // Only points that were found by the address itself, and of those none that the importer would not trust.
  const exact = new Set([...(await readCoordinates(options.coordinates, 'address2020')).values()].map(pointOf));
  const sure = records.filter(
    ({ center: { location } }) => location.accuracy === 'address' && exact.has(pointOf(location)),
  );
  const chosen = [...byState(sure, stateCodes)].map(([state, list]) => [state, chooseCenters(list)] as const);
  await writeStates(options.out, new Map(chosen));
  for (const [state, list] of chosen) {
    const byLevel = levels.codes.map((level) => `${level} ${list.filter(offersLevel(level)).length}`);
    console.log(
      `${state}: ${list.length} centers, merged ${list.filter(isMerged).length}, mental health only ${list.filter(isMentalOnly).length}; ${byLevel.join(', ')}`,
    );
  }
}

function pointOf({ lat, lng }: { lat: number; lng: number }): string {
  return `${lat},${lng}`;
}

if (import.meta.main) {
  const command = new Command('select')
    .description('Chooses the centers of data/centers out of a whole import.')
    .argument('<workbook...>', 'the .xlsx files as published')
    .requiredOption('--coordinates <csv>', 'points looked up for the listings')
    .option('--out <folder>', 'where to write', 'data/centers')
    .action(main);
  await command.parseAsync();
}
