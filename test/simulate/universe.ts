import type { FormerId } from '../../functions/domain/former-id.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { seeded } from '../support/random.ts';
import { syntheticRecord } from '../support/synthetic.ts';

/** Virtual time at which every run starts. */
export const START = Date.UTC(2026, 10, 1);
const CENTERS = 9;
const VARIANTS = 3;

/** Each center in all its variants. An import has one variant of a center, a later import may have another. */
const variants: readonly (readonly CenterRecord[])[] = Array.from({ length: CENTERS }, (_, index) => {
  const random = seeded(500 + index);
  // Some centers have the same point, so that search results must be ordered by id.
  const point = index === 1 ? pointOf(0) : pointOf(index);
  const found = withOffering(random, index, point);
  return Array.from({ length: VARIANTS }, (_, variant) => varied(found, variant));
});

export const centerIds: readonly string[] = variants.map(([record]) => (record as CenterRecord).center.id);
export const offeringOf = (center: string): string =>
  variants.find(([record]) => record?.center.id === center)?.[0]?.offerings[0]?.id ?? '';

/** A possible import: some of the centers, each in one variant, and former ids of other centers. */
export interface Import {
  readonly records: readonly CenterRecord[];
  readonly former: readonly FormerId[];
}

export function someImport(random: () => number): Import {
  // Usually returns one of a few imports, so that earlier content comes back.
  return random() < 0.6 ? madeImport(seeded(Math.floor(random() * 4))) : madeImport(random);
}

function madeImport(random: () => number): Import {
  const chosen = variants.flatMap((all) =>
    random() < 0.85 ? [all[Math.floor(random() * VARIANTS)] as CenterRecord] : [],
  );
  const records = chosen.length > 0 ? chosen : [variants[0]?.[0] as CenterRecord];
  const former = centerIds
    .filter(() => random() < 0.2)
    .map((now): FormerId => ({ id: `once-${now}`, reason: 'renamed', since: '2026-01-01', now }));
  return { records, former };
}

function withOffering(random: () => number, index: number, point: { lat: number; lng: number }): CenterRecord {
  for (;;) {
    const record = syntheticRecord(random, index, point, START);
    if (record.offerings.length > 0) return record;
  }
}

function pointOf(index: number): { lat: number; lng: number } {
  const random = seeded(900 + index);
  return { lat: 32 + random() * 14, lng: -120 + random() * 30 };
}

function varied({ center, offerings }: CenterRecord, variant: number): CenterRecord {
  const [phone, ...others] = center.phones;
  if (phone === undefined) throw new Error('a center without a phone');
  const number = `${phone.number.slice(0, -1)}${variant}`;
  const name = variant === 2 ? `${center.name} Annex` : center.name;
  return { center: { ...center, name, phones: [{ ...phone, number }, ...others] }, offerings };
}
