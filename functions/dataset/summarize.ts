import { conditions } from '../domain/condition.ts';
import { levels } from '../domain/level-of-care.ts';
import { flag, type LevelSummary, maskFields, type Profile } from './directory.ts';
import { type Facts, fact, housingCode, isDenied } from './facts.ts';
import { familyMask, type Mask } from './masks.ts';
import { factsOf, type PackedCenter, packed } from './packed-center.ts';

/** What the rows of one page hold, by level. Offerings that admissions denied do not count: no search returns them. */
export function summarizeRows(rows: readonly PackedCenter[]): (LevelSummary | null)[] {
  const building = levels.codes.map(() => emptySummary());
  for (const row of rows) {
    let offered: Mask = 0;
    for (const offering of row[packed.offerings]) {
      const facts = factsOf(row, offering);
      if (isDenied(facts)) continue;
      const summary = building[offering[1]];
      if (summary === undefined) throw new RangeError(`level ${offering[1]} of "${row[packed.id]}" is unknown`);
      offered |= 1 << offering[1];
      summary.offerings += 1;
      addTo(summary, sideOf(facts), {
        masks: factMasks(facts),
        insurers: facts[fact.insurers],
        languages: facts[fact.languages],
      });
    }
    for (const [index, summary] of building.entries()) {
      if ((offered & (1 << index)) !== 0) summary.offered += 1;
      else if ((row[packed.unknownLevels] & (1 << index)) !== 0) summary.unknown += 1;
    }
  }
  return building.map(finish);
}

/** What several entries hold together. */
export function mergeSummaries(children: readonly (readonly (LevelSummary | null)[])[]): (LevelSummary | null)[] {
  const building = levels.codes.map(() => emptySummary());
  for (const child of children) {
    for (const [index, level] of child.entries()) {
      const summary = building[index];
      if (level === null || summary === undefined) continue;
      summary.offered += level.offered;
      summary.offerings += level.offerings;
      summary.unknown += level.unknown;
      for (const profile of level.profiles) addTo(summary, sideOfMask(profile.masks[0] ?? 0), profile);
    }
  }
  return building.map(finish);
}

/** The offering's masks in the order of {@link maskFields}. */
export function factMasks(facts: Facts): Mask[] {
  const schedule = facts[fact.schedule];
  const confirmation = facts[fact.confirmation];
  let flags = 0;
  if (facts[fact.housing] === housingCode.yes) flags |= flag.housing;
  if (facts[fact.housing] === housingCode.no) flags |= flag.noHousing;
  if (schedule !== 0) flags |= flag.scheduleKnown;
  if (confirmation !== 0 && confirmation[0] === 'confirmed') flags |= flag.confirmed;
  return [
    facts[fact.conditions],
    facts[fact.populations],
    facts[fact.therapies],
    facts[fact.payers],
    facts[fact.modalities],
    schedule === 0 ? 0 : (schedule[4] ?? 0),
    flags,
  ];
}

interface Side {
  readonly masks: Mask[];
  readonly insurers: Set<string>;
  readonly languages: Set<string>;
}

interface Building {
  offered: number;
  offerings: number;
  unknown: number;
  /** By {@link sideOf}. */
  readonly sides: Map<number, Side>;
}

const emptySummary = (): Building => ({ offered: 0, offerings: 0, unknown: 0, sides: new Map() });

const substanceUse = familyMask(conditions, ['substance-use']);
const sideOfMask = (conditionMask: Mask): number => ((conditionMask & substanceUse) !== 0 ? 0 : 1);
const sideOf = (facts: Facts): number => sideOfMask(facts[fact.conditions]);

function addTo({ sides }: Building, side: number, { masks, insurers, languages }: Profile): void {
  let into = sides.get(side);
  if (into === undefined) {
    into = { masks: maskFields.map(() => 0), insurers: new Set(), languages: new Set() };
    sides.set(side, into);
  }
  for (const [at, mask] of masks.entries()) into.masks[at] = (into.masks[at] ?? 0) | mask;
  for (const insurer of insurers) into.insurers.add(insurer);
  for (const language of languages) into.languages.add(language);
}

function finish({ offered, offerings, unknown, sides }: Building): LevelSummary | null {
  if (offered === 0 && unknown === 0) return null;
  const profiles = [...sides.keys()].sort().flatMap((side): Profile[] => {
    const { masks, insurers, languages } = sides.get(side) ?? { masks: [], insurers: [], languages: [] };
    return [{ masks, insurers: [...insurers].sort(), languages: [...languages].sort() }];
  });
  return { offered, offerings, unknown, profiles };
}
