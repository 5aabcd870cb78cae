import { type Facts, fact, packFacts } from '../../dataset/facts.ts';
import { type MaskName, masks } from '../../dataset/index-nodes.ts';
import { factMasks } from '../../dataset/summarize.ts';
import type { LevelCounts, Summary } from '../../dataset/summary.ts';
import { fields, isClosed, type ListField, listFields, memberFields } from '../../domain/fields.ts';
import { levels } from '../../domain/level-of-care.ts';
import { type Offering, servedValues } from '../../domain/offering.ts';
import { duiPopulation } from '../../domain/only.ts';
import { isPayerKind } from '../../domain/payer.ts';
import type { CenterRecord } from '../../domain/record.ts';
import { vocabularyOfOffering } from '../../domain/source-vocabulary.ts';
import { stateCodes } from '../../domain/state.ts';
import { vocabularyOf } from '../../domain/vocabularies.ts';

const MASK_BITS = 31;

/**
 * The counted fields, in the order of the published counts: the level, the facts of an offering by position, then all
 * others.
 */
const countedFields = [...new Set<ListField>(['level', ...memberFields, ...listFields])];

/** Counts the content of a dataset, center by center. Offerings that admissions denied are not counted. */
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
    for (const level of new Set(offered.filter((one) => !one.only.includes('dui')).map((offering) => offering.level))) {
      state.byLevel[level] = (state.byLevel[level] ?? 0) + 1;
    }
    countValues(this.#values, offered);
    const packedByLevel = new Map<number, Facts[]>();
    for (const offering of offered) {
      const level = levels.codes.indexOf(offering.level);
      packedByLevel.set(level, [
        ...(packedByLevel.get(level) ?? []),
        packFacts(offering, vocabularyOfOffering(center, offering)),
      ]);
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

/** A value counts once for each center, however many of its offerings have the value. */
function countValues(values: ReturnType<typeof emptyValues>, offered: readonly Offering[]): void {
  for (const field of countedFields) {
    countOnce(
      values[field],
      offered.flatMap((offering) => withParents(field, foundBy(offering, field))),
    );
  }
  countOnce(
    values.confirmation,
    offered.map(({ confirmation }) => confirmation.state),
  );
}

/**
 * The values by which a search finds an offering. An offering that only serves DUI clients is found by their population
 * alone.
 */
function foundBy(offering: Offering, field: ListField): readonly string[] {
  if (!offering.only.includes('dui')) return servedValues(offering, field);
  return field === 'population' ? servedValues(offering, field).filter((value) => value === duiPopulation) : [];
}

/** Sorts keys, so that the same records give the same content whatever their order. */
export function sorted(counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

interface Counting {
  offered: number;
  bits: Record<MaskName, number[]>;
  insurers: Record<string, number>;
  languages: Record<string, number>;
}

function countLevel(count: Counting, factsOfLevel: readonly Facts[]): void {
  count.offered += 1;
  for (const { name, position } of masks) {
    const union = factsOfLevel.reduce((mask, facts) => mask | (factMasks(facts)[position] ?? 0), 0);
    const bits = count.bits[name];
    for (let bit = 0; bit < MASK_BITS; bit += 1) if ((union & (1 << bit)) !== 0) bits[bit] = (bits[bit] ?? 0) + 1;
  }
  countOnce(
    count.insurers,
    factsOfLevel.flatMap((facts) => facts[fact.insurers]),
  );
  countOnce(
    count.languages,
    factsOfLevel.flatMap((facts) => facts[fields.language.fact]),
  );
}

function emptyCounts(): LevelCounts & Counting {
  const bits = Object.fromEntries(masks.map(({ name }) => [name, Array<number>(MASK_BITS).fill(0)]));
  return { offered: 0, bits: bits as Record<MaskName, number[]>, insurers: {}, languages: {} };
}

/** All values of all closed lists with a count of zero, so that the taxonomy can show `0`. */
function emptyValues() {
  const zeros = (field: ListField): Record<string, number> =>
    isClosed(field) ? Object.fromEntries(vocabularyOf(field).codes.map((code) => [code, 0])) : {};
  const lists = Object.fromEntries(countedFields.map((field) => [field, zeros(field)]));
  const confirmation: Record<string, number> = { confirmed: 0, unconfirmed: 0, denied: 0 };
  return { ...(lists as Record<ListField, Record<string, number>>), confirmation };
}

function countOnce(counts: Record<string, number>, found: readonly string[]): void {
  // `hasOwn` is needed because the name of an insurer or language may be any text, even "constructor".
  for (const value of new Set(found)) counts[value] = (Object.hasOwn(counts, value) ? (counts[value] ?? 0) : 0) + 1;
}

// A search for a parent also finds its children, so a child is also counted for its parent.
function withParents(field: ListField, codes: readonly string[]): string[] {
  if (fields[field].kind === 'payers') {
    return codes.flatMap((payer) => (isPayerKind(payer) ? [payer] : [payer, 'private']));
  }
  if (!isClosed(field)) return [...codes];
  const { terms } = vocabularyOf(field);
  return codes.flatMap((code) => [code, terms[code]?.parent ?? code]);
}
