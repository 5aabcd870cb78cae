import { conditions } from '../domain/condition.ts';
import { levels } from '../domain/level-of-care.ts';
import { modalities } from '../domain/modality.ts';
import { isPayerKind, payers } from '../domain/payer.ts';
import { populations } from '../domain/population.ts';
import type { CenterRecord } from '../domain/record.ts';
import { tracks } from '../domain/schedule.ts';
import { stateCodes } from '../domain/state.ts';
import { therapies } from '../domain/therapy.ts';
import type { Vocabulary } from '../domain/vocabulary.ts';
import { type MaskField, maskFields } from '../search/directory.ts';
import { type Facts, fact, packFacts } from '../search/facts.ts';
import { factMasks } from '../search/summarize.ts';
import type { LevelCounts, Summary } from '../search/summary.ts';

const MASK_BITS = 31;

/** Counts what a dataset holds. Offerings that admissions denied do not count. */
export function summarizeDataset(records: readonly CenterRecord[]): Summary {
  const byState: Record<string, { centers: number; byLevel: Record<string, number> }> = Object.fromEntries(
    stateCodes.map((code) => [
      code,
      { centers: 0, byLevel: Object.fromEntries(levels.codes.map((level) => [level, 0])) },
    ]),
  );
  const values = emptyValues();
  const counts = levels.codes.map(() => emptyCounts());
  for (const { center, offerings } of records) {
    const state = byState[center.address.state];
    if (state === undefined) throw new RangeError(`center "${center.id}" is in no state that is served`);
    state.centers += 1;
    const offered = offerings.filter(({ confirmation }) => confirmation.state !== 'denied');
    const packedByLevel = new Map<number, Facts[]>();
    for (const offering of offered) {
      const level = levels.codes.indexOf(offering.level);
      packedByLevel.set(level, [...(packedByLevel.get(level) ?? []), packFacts(offering)]);
    }
    countOnce(
      values.level,
      offered.map(({ level }) => level),
    );
    for (const level of new Set(offered.map((offering) => offering.level))) {
      state.byLevel[level] = (state.byLevel[level] ?? 0) + 1;
    }
    countOnce(
      values.condition,
      offered.flatMap((offering) => withParents(conditions, offering.conditions)),
    );
    countOnce(
      values.population,
      offered.flatMap((offering) => offering.populations),
    );
    countOnce(
      values.therapy,
      offered.flatMap((offering) => withParents(therapies, offering.therapies)),
    );
    countOnce(
      values.payer,
      offered.flatMap((offering) => withPrivate(offering.payers)),
    );
    countOnce(
      values.language,
      offered.flatMap((offering) => offering.languages),
    );
    countOnce(
      values.modality,
      offered.flatMap((offering) => offering.modalities),
    );
    countOnce(
      values.schedule,
      offered.flatMap((offering) => offering.schedule?.tracks ?? []),
    );
    countOnce(
      values.confirmation,
      offered.map(({ confirmation }) => confirmation.state),
    );
    for (const [level, factsOfLevel] of packedByLevel) {
      const count = counts[level];
      if (count !== undefined) countLevel(count, factsOfLevel);
    }
  }
  return {
    centers: records.length,
    byState,
    values: { ...values, payer: sorted(values.payer), language: sorted(values.language) },
    levels: counts.map((level) => ({
      ...level,
      insurers: sorted(level.insurers),
      languages: sorted(level.languages),
    })),
  };
}

/** Keys in one order whatever order the records came in, so that the same records give the same content. */
export function sorted(counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

interface Counting {
  offered: number;
  bits: Record<MaskField, number[]>;
  insurers: Record<string, number>;
  languages: Record<string, number>;
}

function countLevel(count: Counting, factsOfLevel: readonly Facts[]): void {
  count.offered += 1;
  for (const [index, field] of maskFields.entries()) {
    const union = factsOfLevel.reduce((mask, facts) => mask | (factMasks(facts)[index] ?? 0), 0);
    const bits = count.bits[field];
    for (let bit = 0; bit < MASK_BITS; bit += 1) if ((union & (1 << bit)) !== 0) bits[bit] = (bits[bit] ?? 0) + 1;
  }
  countOnce(
    count.insurers,
    factsOfLevel.flatMap((facts) => facts[fact.insurers]),
  );
  countOnce(
    count.languages,
    factsOfLevel.flatMap((facts) => facts[fact.languages]),
  );
}

function emptyCounts(): LevelCounts & Counting {
  const bits = Object.fromEntries(maskFields.map((field) => [field, Array<number>(MASK_BITS).fill(0)]));
  return { offered: 0, bits: bits as Record<MaskField, number[]>, insurers: {}, languages: {} };
}

/** Every value of every closed list at zero, so that the taxonomy can say `0` rather than nothing. */
function emptyValues() {
  const zeros = <Code extends string>(vocabulary: Vocabulary<Code>): Record<string, number> =>
    Object.fromEntries(vocabulary.codes.map((code) => [code, 0]));
  return {
    level: zeros(levels),
    condition: zeros(conditions),
    population: zeros(populations),
    therapy: zeros(therapies),
    payer: zeros(payers),
    language: {} as Record<string, number>,
    modality: zeros(modalities),
    schedule: zeros(tracks),
    confirmation: { confirmed: 0, unconfirmed: 0, denied: 0 } as Record<string, number>,
  };
}

function countOnce(counts: Record<string, number>, found: readonly string[]): void {
  // Insurers and languages are anybody's words, "constructor" among them.
  for (const value of new Set(found)) counts[value] = (Object.hasOwn(counts, value) ? (counts[value] ?? 0) : 0) + 1;
}

// A search for the parent finds the child, so the child counts for its parent too.
function withParents<Code extends string>(vocabulary: Vocabulary<Code>, codes: readonly Code[]): string[] {
  return codes.flatMap((code) => [code, vocabulary.terms[code].parent ?? code]);
}

function withPrivate(list: readonly string[]): string[] {
  return list.flatMap((payer) => (isPayerKind(payer) ? [payer] : [payer, 'private']));
}
