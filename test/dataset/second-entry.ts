/*
 * The content of an entry for the centers below it, computed from their rows: section 5 of functions/dataset/FORMAT.md,
 * without the code that summarizes them.
 */

import { listOf } from './format-page.ts';
import { type Facts, isDenied, isKeptToDui, offeringsOf } from './second-center.ts';
import type { Level, Profile } from './second-reader.ts';

type Row = readonly unknown[];

const LEVELS = listOf('levels');
const MENTAL_HEALTH_LEVELS = ['op', 'php', 'residential', 'inpatient'];
const LIVED_IN = ['residential', 'inpatient', 'detox', 'sober-living'];
const OF_UNKNOWN_LEVEL = 256;

const mask = (facts: Facts, position: number): number => (facts[position] as number | undefined) ?? 0;
const list = (facts: Facts, position: number): string[] => (facts[position] as string[] | undefined) ?? [];

/** The smallest box of the points, rounded out to four decimals. */
export function boxOf(rows: readonly Row[]): number[] {
  const [lats, lngs] = [rows.map((row) => row[10] as number), rows.map((row) => row[11] as number)];
  return [down(Math.min(...lats)), down(Math.min(...lngs)), -down(-Math.max(...lats)), -down(-Math.max(...lngs))];
}

/** Rounds down to four decimals, as the specification says: at most two steps of 0.0001. */
function down(value: number): number {
  const steps = Math.floor(value * 10_000);
  return steps / 10_000 <= value ? steps / 10_000 : (steps - 1) / 10_000;
}

/** States with a center, ascending. */
export const statesOf = (rows: readonly Row[]): string[] => [...new Set(rows.map((row) => row[8] as string))].sort();

/** Mask of the levels of offerings that are neither denied nor only for DUI clients. */
export const offeredBy = (row: Row): number =>
  offeringsOf(row)
    .filter(({ facts }) => !isDenied(facts) && !isKeptToDui(facts))
    .reduce((levels, { level }) => levels | (1 << level), 0);

export function levelsOf(rows: readonly Row[]): (Level | null)[] {
  return LEVELS.map((_, level) => {
    const listed = rows.flatMap(offeringsOf).filter((one) => one.level === level && !isDenied(one.facts));
    const offers = (row: Row) => (offeredBy(row) & (1 << level)) !== 0;
    const inDoubt = rows.filter((row) => !offers(row) && ((row[15] as number) & (1 << level)) !== 0);
    if (listed.length === 0 && inDoubt.length === 0) return null;
    const models = inDoubt.flatMap((row) => modelsOf(row, level));
    return {
      offered: rows.filter(offers).length,
      unknown: inDoubt.length,
      offerings: listed.length,
      keptToDui: listed.filter(({ facts }) => isKeptToDui(facts)).length,
      profiles: profilesOf([
        ...listed.map(({ facts }) => profileOf(facts, 0)),
        ...models.map((facts) => profileOf(facts, OF_UNKNOWN_LEVEL)),
      ]),
    };
  });
}

/** The offerings that stand in for an unknown level. */
function modelsOf(row: Row, level: number): Facts[] {
  const own = offeringsOf(row).filter(({ facts }) => !isDenied(facts));
  if (own.length === 0) return [[0, 0, 0, 0, [], [], 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]];
  const silent = own.filter(({ facts }) => !hasWordFor(mask(facts, 15), level));
  return (silent.length > 0 ? silent : own).map((one) => {
    const facts = [...one.facts];
    for (const position of [7, 8, 9, 10]) facts[position] = 0;
    if (isLivedIn(one.level) !== isLivedIn(level)) facts[6] = 0;
    return facts;
  });
}

function hasWordFor(vocabulary: number, level: number): boolean {
  const name = listOf('vocabularies')[vocabulary];
  return name === 'substance-use' || (name === 'mental-health' && MENTAL_HEALTH_LEVELS.includes(LEVELS[level] ?? ''));
}

const isLivedIn = (level: number): boolean => LIVED_IN.includes(LEVELS[level] ?? '');

/**
 * One offering's profile.
 * @param flags Flags in addition to those of its facts.
 */
export function profileOf(facts: Facts, flags: number): Profile {
  const [schedule, confirmation] = [facts[7] as readonly unknown[] | 0, facts[9] as readonly unknown[] | 0];
  const masks = Array<number>(13).fill(0);
  const from = [0, 1, 2, 3, 6];
  for (const [position, fact] of from.entries()) masks[position] = mask(facts, fact);
  masks[5] = schedule === 0 ? 0 : ((schedule[4] as number | null) ?? 0);
  masks[6] = flags;
  if (mask(facts, 8) === 2) masks[6] |= 1;
  if (mask(facts, 8) === 1) masks[6] |= 2;
  if (schedule !== 0) masks[6] |= 4;
  if (confirmation !== 0 && confirmation[0] === 'confirmed') masks[6] |= 8;
  for (const [at, fact] of [11, 12, 13].entries()) masks[7 + at] = mask(facts, fact);
  masks[11] = unsaidIn(facts);
  masks[12] = 1 << mask(facts, 15);
  for (const [position, excluded] of excludedBy(mask(facts, 14))) masks[position] = (masks[position] ?? 0) & ~excluded;
  return [masks, list(facts, 4), list(facts, 5)];
}

const bitsOf = (name: string, values: readonly string[]): number =>
  values.reduce((bits, value) => bits | (1 << listOf(name).indexOf(value)), 0);

const SUBSTANCES = ['alcohol', 'opioids', 'stimulants', 'prescription-medications'];
const BOTH = ['women', 'men'];

function excludedBy(only: number): [position: number, excluded: number][] {
  const named = listOf('only').filter((_, bit) => (only & (1 << bit)) !== 0);
  const others = (all: readonly string[]) =>
    all.some((value) => named.includes(value)) ? all.filter((value) => !named.includes(value)) : [];
  return [
    [0, bitsOf('conditions', others(SUBSTANCES))],
    [1, bitsOf('populations', others(BOTH))],
    [8, bitsOf('genders', others(BOTH))],
  ];
}

function unsaidIn(facts: Facts): number {
  const [sessions, hoursPerSession, hoursPerWeek, weeks, tracks] =
    facts[7] === 0 ? [null, null, null, null, null] : (facts[7] as readonly unknown[]);
  const unsaid: readonly [bit: number, unsaid: boolean][] = [
    [1, mask(facts, 0) === 0],
    [2, mask(facts, 1) === 0],
    [4, mask(facts, 2) === 0],
    [8, mask(facts, 3) === 0 && list(facts, 4).length === 0],
    [16, mask(facts, 6) === 0],
    [32, tracks === null],
    [64, list(facts, 5).length === 0],
    [128, mask(facts, 8) === 0],
    [256, hoursPerWeek === null && (sessions === null || hoursPerSession === null)],
    [512, sessions === null],
    [1024, weeks === null],
    [2048, (mask(facts, 0) & bitsOf('conditions', SUBSTANCES)) === 0],
    [4096, mask(facts, 11) === 0],
    [8192, mask(facts, 12) === 0],
    [16384, mask(facts, 13) === 0],
  ];
  return unsaid.reduce((bits, [bit, is]) => bits | (is ? bit : 0), 0);
}

/** Substance use and its kinds: bits 0 to 4 of the conditions. */
const SUBSTANCE_USE = 0b11111;

function profilesOf(single: readonly Profile[]): Profile[] {
  const numberOf = ([masks]: Profile): number =>
    (((masks[0] ?? 0) & SUBSTANCE_USE) !== 0 ? 0 : 1) + (((masks[6] ?? 0) & OF_UNKNOWN_LEVEL) !== 0 ? 2 : 0);
  return [0, 1, 2, 3].flatMap((number): Profile[] => {
    const own = single.filter((profile) => numberOf(profile) === number);
    if (own.length === 0) return [];
    const masks = Array.from({ length: 13 }, (_, at) => own.reduce((bits, [all]) => bits | (all[at] ?? 0), 0));
    const union = (lists: readonly (readonly string[])[]) => [...new Set(lists.flat())].sort();
    return [[masks, union(own.map(([, insurers]) => insurers)), union(own.map(([, , languages]) => languages))]];
  });
}

/** The spots of a page's centers; null if a point has more than six decimals. */
export function spotsOf(rows: readonly Row[]): [number, number, number[]][] | null {
  const millionths = (degrees: number): number => Math.round(degrees * 1e6);
  if (rows.some((row) => [row[10], row[11]].some((one) => millionths(one as number) / 1e6 !== one))) return null;
  const [minLat = 0, minLng = 0] = boxOf(rows);
  const groups: [number, number, number[]][] = [];
  for (const row of rows) {
    const [offered, unknown] = [offeredBy(row), row[15] as number];
    let group = groups.find((one) => one[0] === offered && one[1] === unknown);
    if (group === undefined) {
      group = [offered, unknown, []];
      groups.push(group);
    }
    group[2].push(
      millionths(row[10] as number) - millionths(minLat),
      millionths(row[11] as number) - millionths(minLng),
    );
  }
  return groups.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}
