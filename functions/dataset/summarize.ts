import { conditions } from '../domain/condition.ts';
import { acceptedFields, fields, fieldsOf, yesNoFields } from '../domain/fields.ts';
import { levels } from '../domain/level-of-care.ts';
import { onlys, ruledOutBy } from '../domain/only.ts';
import { sourceVocabularies } from '../domain/source-vocabulary.ts';
import { vocabularyOf } from '../domain/vocabularies.ts';
import { type Facts, fact, isDenied, isKeptToDui, providerMask, yesNo } from './facts.ts';
import { FLAGS, flag, type LevelSummary, MASKS, type Profile, UNSAID, VOCABULARIES } from './index-nodes.ts';
import { familyMask, type Mask, maskOf, valuesOf } from './masks.ts';
import { factsOf, type PackedCenter, packed } from './packed-center.ts';
import { factsOfUnknownLevel } from './unknown-level.ts';
import { unsaidIn } from './unsaid.ts';

/**
 * Summaries of the rows of one page, by level of care. Offerings that admissions denied are skipped, since no search
 * returns them.
 */
export function summarizeRows(rows: readonly PackedCenter[]): (LevelSummary | null)[] {
  const building = levels.codes.map(() => emptySummary());
  for (const row of rows) {
    let offered: Mask = 0;
    for (const offering of row[packed.offerings]) {
      const facts = factsOf(row, offering);
      if (isDenied(facts)) continue;
      const summary = building[offering[1]];
      if (summary === undefined) throw new RangeError(`level ${offering[1]} of "${row[packed.id]}" is unknown`);
      if (isKeptToDui(facts)) summary.keptToDui += 1;
      else offered |= 1 << offering[1];
      summary.offerings += 1;
      addTo(summary, profileOf(facts, factMasks(facts)));
    }
    for (const [index, summary] of building.entries()) {
      if ((offered & (1 << index)) !== 0) summary.offered += 1;
      else if ((row[packed.unknownLevels] & (1 << index)) !== 0) {
        summary.unknown += 1;
        for (const facts of factsOfUnknownLevel(row, index)) addTo(summary, profileOf(facts, unknownLevelMasks(facts)));
      }
    }
  }
  return building.map(finish);
}

/** Combines the summaries of several entries, by level of care. */
export function mergeSummaries(children: readonly (readonly (LevelSummary | null)[])[]): (LevelSummary | null)[] {
  const building = levels.codes.map(() => emptySummary());
  for (const child of children) {
    for (const [index, level] of child.entries()) {
      const summary = building[index];
      if (level === null || summary === undefined) continue;
      summary.offered += level.offered;
      summary.offerings += level.offerings;
      summary.keptToDui += level.keptToDui;
      summary.unknown += level.unknown;
      for (const profile of level.profiles) addTo(summary, profile);
    }
  }
  return building.map(finish);
}

const listed = fieldsOf('list', 'payers').map((field) => fields[field]);
const accepted = acceptedFields.map((field) => fields[field]);
const times = fieldsOf('times').map((field) => fields[field]);

/**
 * Masks of an offering, by position (index-nodes.ts): the values by which a search finds it. Leaves out values that it
 * cannot have, because it only serves other groups.
 */
export function factMasks(facts: Facts): Mask[] {
  const masks = Array<Mask>(MASKS).fill(0);
  for (const row of listed) masks[row.mask] = facts[row.fact];
  const schedule = facts[fact.schedule];
  for (const row of times) masks[row.mask] = schedule === 0 ? 0 : (schedule[4] ?? 0);
  for (const row of accepted) masks[row.mask] = facts[row.fact];
  for (const { mask, ruledOut } of ruledOutIn(facts[fact.only] ?? 0)) masks[mask] = (masks[mask] ?? 0) & ~ruledOut;
  masks[FLAGS] = flagsOf(facts);
  masks[UNSAID] = unsaidIn(facts);
  masks[VOCABULARIES] = 1 << (facts[fact.vocabulary] ?? 0);
  // A provider's file can state any value of its facts, so this offering also has the bit for sources that can say
  // anything.
  if (providerMask(facts) !== 0) masks[VOCABULARIES] |= 1 << sourceVocabularies.indexOf('open');
  return masks;
}

/** The masks of an offering that stands for an unknown level. */
function unknownLevelMasks(facts: Facts): Mask[] {
  const masks = factMasks(facts);
  masks[FLAGS] = (masks[FLAGS] ?? 0) | flag.unknownLevel;
  return masks;
}

const profileOf = (facts: Facts, masks: readonly Mask[]): Profile => ({
  masks,
  insurers: facts[fact.insurers],
  languages: facts[fields.language.fact],
});

interface RuledOut {
  readonly mask: number;
  readonly ruledOut: Mask;
}
const ruledOutMasks = new Map<Mask, readonly RuledOut[]>();

/** The values that an offering cannot have because of `only`. Cached, because few different masks occur. */
function ruledOutIn(only: Mask): readonly RuledOut[] {
  let found = ruledOutMasks.get(only);
  if (found === undefined) {
    found = fieldsOf('list', 'accepted').flatMap((field): RuledOut[] => {
      const vocabulary = vocabularyOf(field);
      const ruledOut = maskOf(vocabulary, ruledOutBy(valuesOf(onlys, only), field));
      return ruledOut === 0 ? [] : [{ mask: fields[field].mask, ruledOut }];
    });
    ruledOutMasks.set(only, found);
  }
  return found;
}

function flagsOf(facts: Facts): Mask {
  let flags = 0;
  for (const field of yesNoFields) {
    const row = fields[field];
    if (facts[row.fact] === yesNo.yes) flags |= row.flags.yes;
    if (facts[row.fact] === yesNo.no) flags |= row.flags.no;
  }
  const confirmation = facts[fact.confirmation];
  if (facts[fact.schedule] !== 0) flags |= flag.scheduleKnown;
  if (confirmation !== 0 && confirmation[0] === 'confirmed') flags |= flag.confirmed;
  return flags;
}

interface Side {
  readonly masks: Mask[];
  readonly insurers: Set<string>;
  readonly languages: Set<string>;
}

interface Building {
  offered: number;
  offerings: number;
  keptToDui: number;
  unknown: number;
  /** The profiles of the level, by their number from {@link sideOf}. */
  readonly sides: Map<number, Side>;
}

const emptySummary = (): Building => ({ offered: 0, offerings: 0, keptToDui: 0, unknown: 0, sides: new Map() });

const substanceUse = familyMask(conditions, ['substance-use']);

/** True if the offerings of the profile stand for an unknown level. */
export const isOfUnknownLevel = ({ masks }: Profile): boolean => ((masks[FLAGS] ?? 0) & flag.unknownLevel) !== 0;

function sideOf(profile: Profile): number {
  const treatsSubstanceUse = ((profile.masks[fields.condition.mask] ?? 0) & substanceUse) !== 0;
  return (treatsSubstanceUse ? 0 : 1) + (isOfUnknownLevel(profile) ? 2 : 0);
}

function addTo({ sides }: Building, profile: Profile): void {
  const side = sideOf(profile);
  const { masks, insurers, languages } = profile;
  let into = sides.get(side);
  if (into === undefined) {
    into = { masks: Array<Mask>(MASKS).fill(0), insurers: new Set(), languages: new Set() };
    sides.set(side, into);
  }
  for (const [at, mask] of masks.entries()) into.masks[at] = (into.masks[at] ?? 0) | mask;
  for (const insurer of insurers) into.insurers.add(insurer);
  for (const language of languages) into.languages.add(language);
}

function finish({ offered, offerings, keptToDui, unknown, sides }: Building): LevelSummary | null {
  if (offerings === 0 && unknown === 0) return null;
  const profiles = [...sides.keys()].sort().flatMap((side): Profile[] => {
    const { masks, insurers, languages } = sides.get(side) ?? { masks: [], insurers: [], languages: [] };
    return [{ masks, insurers: [...insurers].sort(), languages: [...languages].sort() }];
  });
  return { offered, offerings, keptToDui, unknown, profiles };
}
