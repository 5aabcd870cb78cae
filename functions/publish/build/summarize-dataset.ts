import { type MaskField, maskFields } from '../../dataset/directory.ts';
import { type Facts, fact, packFacts } from '../../dataset/facts.ts';
import { factMasks } from '../../dataset/summarize.ts';
import type { LevelCounts, Summary } from '../../dataset/summary.ts';
import { conditions } from '../../domain/condition.ts';
import { levels } from '../../domain/level-of-care.ts';
import { modalities } from '../../domain/modality.ts';
import type { Offering } from '../../domain/offering.ts';
import { isPayerKind, payers } from '../../domain/payer.ts';
import { populations } from '../../domain/population.ts';
import type { CenterRecord } from '../../domain/record.ts';
import { tracks } from '../../domain/schedule.ts';
import { stateCodes } from '../../domain/state.ts';
import { therapies } from '../../domain/therapy.ts';
import type { Vocabulary } from '../../domain/vocabulary.ts';

const MASK_BITS = 31;

/** Counts what a dataset holds, center by center. Offerings that admissions denied do not count. */
export class DatasetCounts {
  readonly #byState: Record<string, { centers: number; byLevel: Record<string, number> }> = Object.fromEntries(
    stateCodes.map((code) => [
      code,
      { centers: 0, byLevel: Object.fromEntries(levels.codes.map((level) => [level, 0])) },
    ]),
  );
  readonly #values = emptyValues();
  readonly #levels = levels.codes.map(() => emptyCounts());
  #centers = 0;

  add({ center, offerings }: CenterRecord): void {
    const state = this.#byState[center.address.state];
    if (state === undefined) throw new RangeError(`center "${center.id}" is in no state that is served`);
    this.#centers += 1;
    state.centers += 1;
    const offered = offerings.filter(({ confirmation }) => confirmation.state !== 'denied');
    for (const level of new Set(offered.map((offering) => offering.level))) {
      state.byLevel[level] = (state.byLevel[level] ?? 0) + 1;
    }
    countValues(this.#values, offered);
    const packedByLevel = new Map<number, Facts[]>();
    for (const offering of offered) {
      const level = levels.codes.indexOf(offering.level);
      packedByLevel.set(level, [...(packedByLevel.get(level) ?? []), packFacts(offering)]);
    }
    for (const [level, factsOfLevel] of packedByLevel) {
      const count = this.#levels[level];
      if (count !== undefined) countLevel(count, factsOfLevel);
    }
  }

  summary(): Summary {
    const values = this.#values;
    return {
      centers: this.#centers,
      byState: this.#byState,
      values: { ...values, payer: sorted(values.payer), language: sorted(values.language) },
      levels: this.#levels.map((level) => ({
        ...level,
        insurers: sorted(level.insurers),
        languages: sorted(level.languages),
      })),
    };
  }
}

export function summarizeDataset(records: Iterable<CenterRecord>): Summary {
  const counts = new DatasetCounts();
  for (const record of records) counts.add(record);
  return counts.summary();
}

/** What some offering of a center has counts once. */
function countValues(values: ReturnType<typeof emptyValues>, offered: readonly Offering[]): void {
  const each = <Value extends string>(counts: Record<string, number>, of: (offering: Offering) => readonly Value[]) =>
    countOnce(counts, offered.flatMap(of));
  each(values.level, ({ level }) => [level]);
  each(values.condition, (offering) => withParents(conditions, offering.conditions));
  each(values.population, (offering) => offering.populations);
  each(values.therapy, (offering) => withParents(therapies, offering.therapies));
  each(values.payer, (offering) => withPrivate(offering.payers));
  each(values.language, (offering) => offering.languages);
  each(values.modality, (offering) => offering.modalities);
  each(values.schedule, (offering) => offering.schedule?.tracks ?? []);
  each(values.confirmation, ({ confirmation }) => [confirmation.state]);
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
