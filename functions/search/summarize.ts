import { levels } from '../domain/level-of-care.ts';
import { flag, type LevelSummary, maskFields } from './directory.ts';
import { type Facts, fact, housingCode } from './facts.ts';
import type { Mask } from './masks.ts';
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
      for (const [index, mask] of factMasks(facts).entries()) summary.masks[index] = (summary.masks[index] ?? 0) | mask;
      for (const insurer of facts[fact.insurers]) summary.insurers.add(insurer);
      for (const language of facts[fact.languages]) summary.languages.add(language);
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
      summary.unknown += level.unknown;
      for (const [at, mask] of level.masks.entries()) summary.masks[at] = (summary.masks[at] ?? 0) | mask;
      for (const insurer of level.insurers) summary.insurers.add(insurer);
      for (const language of level.languages) summary.languages.add(language);
    }
  }
  return building.map(finish);
}

export function isDenied(facts: Facts): boolean {
  const confirmation = facts[fact.confirmation];
  return confirmation !== 0 && confirmation[0] === 'denied';
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

interface Building {
  offered: number;
  unknown: number;
  masks: Mask[];
  insurers: Set<string>;
  languages: Set<string>;
}

function emptySummary(): Building {
  return { offered: 0, unknown: 0, masks: maskFields.map(() => 0), insurers: new Set(), languages: new Set() };
}

function finish(building: Building): LevelSummary | null {
  if (building.offered === 0 && building.unknown === 0) return null;
  return { ...building, insurers: [...building.insurers].sort(), languages: [...building.languages].sort() };
}
